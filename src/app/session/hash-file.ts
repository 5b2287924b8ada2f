import type { OpenFile } from '../../workers/case/sorted-files.ts';
import type { SessionFile } from '../../core/session/session.ts';

/** Files up to this size are hashed whole. */
const WHOLE_BYTES = 2 ** 28;
/** Of larger ones so much at each end, and the size as decimal text after it. */
const END_BYTES = 2 ** 20;

const known = new WeakMap<Blob, Promise<string>>();

/** A file as a session names it. Files that a server gives by ranges are told by name and size alone. */
export async function describeFile({ name, role, blob, served }: OpenFile): Promise<SessionFile> {
  if (served) return { name, size: served.bytes, role, hash: null, of: 'all' };
  const of = blob.size <= WHOLE_BYTES ? 'all' : 'ends';
  let hash = known.get(blob);
  if (!hash) {
    hash = hashBlob(of === 'all' ? blob : endsOf(blob));
    known.set(blob, hash);
  }
  return { name, size: blob.size, role, hash: await hash, of };
}

function endsOf(blob: Blob): Blob {
  return new Blob([blob.slice(0, END_BYTES), blob.slice(blob.size - END_BYTES), String(blob.size)]);
}

async function hashBlob(blob: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
