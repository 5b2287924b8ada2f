import type { WhatIfEdit } from '../account/what-if-edits.ts';
import type { ErrorCause } from '../errors-of-case/error-cause.ts';
import type { ErrorSort } from '../errors-of-case/error-order.ts';
import { parseNotes, type ErrorNotes } from '../errors-of-case/error-review.ts';
import { DiceLensError } from '../errors.ts';
import type { Selection } from '../labels/selection.ts';
import type { Rule } from '../reconstruction/rule.ts';
import type { DisplayWindow } from '../volume/display-window.ts';
import type { Vec3 } from '../volume/grid.ts';
import { DEFAULT_VIEW, type ViewSettings } from '../volume/view-settings.ts';

export const SESSION_SCHEMA = 'dicelens/session@1';

/** A file of a session; `hash` is null where its bytes could not be read at once. */
export interface SessionFile {
  readonly name: string;
  readonly size: number;
  readonly role: string;
  /** SHA-256 in hex: of all bytes, or of the first and the last MiB and the size (`ends`). */
  readonly hash: string | null;
  readonly of: 'all' | 'ends';
}

/** Everything on screen without a voxel: what a session file holds. */
export interface Session {
  readonly schema: typeof SESSION_SCHEMA;
  /** Name of the case, and of the model where there are several. */
  readonly case: string;
  readonly model: string;
  /** The part of the address after the `#`. */
  readonly link: string;
  readonly files: readonly SessionFile[];
  readonly voxel: Vec3;
  readonly overlay: string;
  readonly opacity: number;
  readonly view: ViewSettings;
  readonly selection: Selection | null;
  readonly channel: number | null;
  readonly windows: readonly (readonly [channel: number, window: DisplayWindow])[];
  /** The rule of the laboratory and the edits of the page that explains the drop; null and none where not opened. */
  readonly rule: Rule | null;
  readonly edits: readonly WhatIfEdit[];
  readonly errors: {
    readonly shown: boolean;
    readonly cause: ErrorCause | null;
    readonly sort: ErrorSort;
    readonly layerMm: number;
    /** Rank of the error that was chosen. */
    readonly chosen: number;
    readonly notes: ErrorNotes;
  } | null;
}

/** A session as the text of its file. */
export function formatSession(session: Session): string {
  return `${JSON.stringify(session, null, 1)}\n`;
}

/**
 * The inverse of `formatSession`. What a later writer may leave out is as at first.
 * @throws DiceLensError sessionUnreadable, sessionVersion
 */
export function parseSession(text: string, file: string): Session {
  const refuse = (found: string) => new DiceLensError('sessionUnreadable', { file, found });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw refuse('text that is no JSON');
  }
  if (typeof value !== 'object' || value === null) throw refuse(JSON.stringify(value).slice(0, 40));
  const found = value as Partial<Session> & { readonly schema?: unknown };
  const version = /^dicelens\/session@(.+)$/.exec(String(found.schema))?.[1];
  if (version === undefined) throw refuse(`the schema ${String(found.schema)}`);
  if (version !== '1') throw new DiceLensError('sessionVersion', { file, version });
  const { voxel, files } = found;
  if (!Array.isArray(voxel) || voxel.length !== 3 || !voxel.every((at) => Number.isSafeInteger(at))) {
    throw refuse('no voxel');
  }
  if (!Array.isArray(files) || !files.every(isFile)) throw refuse('files without names and sizes');
  const errors = found.errors ?? null;
  return {
    schema: SESSION_SCHEMA,
    case: String(found.case ?? ''),
    model: String(found.model ?? ''),
    link: String(found.link ?? '#/case'),
    files,
    voxel: [voxel[0], voxel[1], voxel[2]],
    overlay: String(found.overlay ?? 'errors'),
    opacity: typeof found.opacity === 'number' ? found.opacity : 1,
    view: { ...DEFAULT_VIEW, ...found.view },
    selection: found.selection ?? null,
    channel: found.channel ?? null,
    windows: Array.isArray(found.windows) ? found.windows : [],
    rule: found.rule ?? null,
    edits: Array.isArray(found.edits) ? found.edits : [],
    errors: errors && { ...errors, chosen: Number(errors.chosen) || 0, notes: parseNotes(errors.notes) },
  };
}

function isFile(file: Partial<SessionFile> | null): boolean {
  return typeof file?.name === 'string' && typeof file.size === 'number';
}

/** How the open files stand to those of a session: which are missing, and which have another hash. */
export function matchFiles(
  wanted: readonly SessionFile[],
  present: readonly SessionFile[],
): {
  readonly missing: readonly SessionFile[];
  readonly differing: readonly { readonly expected: SessionFile; readonly found: SessionFile }[];
} {
  const isSame = (a: SessionFile, b: SessionFile) => a.size === b.size && a.of === b.of && a.hash === b.hash;
  const open = wanted.filter((file) => !present.some((other) => isSame(file, other)));
  const named = open.map((expected) => ({
    expected,
    found: present.find(({ name }) => name === expected.name),
  }));
  return {
    missing: named.flatMap(({ expected, found }) => (found ? [] : [expected])),
    differing: named.flatMap(({ expected, found }) => (found ? [{ expected, found }] : [])),
  };
}
