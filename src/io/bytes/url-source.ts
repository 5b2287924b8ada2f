import { DiceLensError } from '../../core/errors.ts';
import { allocate, type ByteSource, type Bytes } from './byte-source.ts';

/** A file behind an address that answers requests for ranges; plain data, so that it can be handed to a worker. */
export interface FileAddress {
  readonly url: string;
  /** As the server's listing said. */
  readonly bytes: number;
}

/** So many bytes are asked for at a time. */
const PIECE_BYTES = 2 ** 26;

/**
 * A file of a server, read by ranges: what is not asked for never travels. A file whose size or version (its ETag) is
 * another than at first is refused.
 * `read` throws DiceLensError servedForbidden, servedUnreachable, fileMissing, fileChanged.
 */
export function urlSource({ url, bytes: size }: FileAddress, name: string, folder = ''): ByteSource {
  let version: string | null = null;
  const readPiece = async (start: number, end: number): Promise<Bytes> => {
    const response = await fetch(url, { headers: { Range: `bytes=${start}-${end - 1}` } }).catch(() => null);
    if (!response) throw new DiceLensError('servedUnreachable', { file: name });
    if (response.status === 403) throw new DiceLensError('servedForbidden', undefined);
    if (response.status === 404) throw new DiceLensError('fileMissing', { file: name });
    const tag = response.headers.get('ETag');
    const isSame = version === null || tag === version;
    const total = /\/(\d+)$/.exec(response.headers.get('Content-Range') ?? '')?.[1];
    if (response.status !== 206 || Number(total) !== size || !isSame) {
      throw new DiceLensError('fileChanged', { file: name });
    }
    version = tag;
    const body = await response.arrayBuffer().catch(() => null);
    if (!body) throw new DiceLensError('servedUnreachable', { file: name });
    if (body.byteLength !== end - start) throw new DiceLensError('fileChanged', { file: name });
    return new Uint8Array(body);
  };
  const read = async (start: number, end: number): Promise<Bytes> => {
    if (end <= start) return new Uint8Array(0);
    if (end - start <= PIECE_BYTES) return readPiece(start, end);
    const whole = allocate(end - start, name);
    for (let from = start; from < end; from += PIECE_BYTES) {
      whole.set(await readPiece(from, Math.min(from + PIECE_BYTES, end)), from - start);
    }
    return whole;
  };
  return { name, folder, size, read };
}
