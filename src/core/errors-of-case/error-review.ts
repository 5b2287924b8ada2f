import type { AtlasReview } from '../cohort/atlas-errors.ts';
import type { CaseError } from './case-errors.ts';

/** What a person found out about one error, and when, in ms since 1970: of two the later one counts. */
export interface ErrorNote {
  readonly reviewed: boolean;
  readonly note: string;
  readonly at: number;
}

/** Notes by the name of their error (`nameError`). */
export type ErrorNotes = Readonly<Record<string, ErrorNote>>;

/** The name of an error that stays when the case is opened again: its labels, its place and its size. */
export function nameError({ reference, predicted, anchor, voxels }: CaseError): string {
  return `${reference}>${predicted}@${anchor.join(',')}#${voxels}`;
}

/** The notes of both; where both have one of the same error the later, and of two at the same time the longer or
 * alphabetically later one, so that the order of merging never matters. */
export function mergeNotes(first: ErrorNotes, second: ErrorNotes): ErrorNotes {
  const merged: Record<string, ErrorNote> = { ...first };
  for (const [name, note] of Object.entries(second)) {
    const known = Object.hasOwn(merged, name) ? merged[name] : null;
    if (!known || isLater(note, known)) merged[name] = note;
  }
  return merged;
}

function isLater(one: ErrorNote, other: ErrorNote): boolean {
  if (one.at !== other.at) return one.at > other.at;
  if (one.note.length !== other.note.length) return one.note.length > other.note.length;
  if (one.note !== other.note) return one.note > other.note;
  return one.reviewed && !other.reviewed;
}

/** The notes as the atlas and its CSV take them; empty notes are left out. */
export function reviewOf(notes: ErrorNotes): AtlasReview {
  const all = Object.entries(notes);
  return {
    reviewed: new Set(all.flatMap(([name, { reviewed }]) => (reviewed ? [name] : []))),
    notes: new Map(all.flatMap(([name, { note }]) => (note === '' ? [] : [[name, note] as const]))),
  };
}

/** Notes as they were kept; whatever is not one is left out, and text that is no JSON holds none. */
export function parseNotes(value: unknown): ErrorNotes {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, entry]: [string, Partial<ErrorNote> | null]) => {
      const { reviewed, note, at } = entry ?? {};
      const isNote = typeof reviewed === 'boolean' && typeof note === 'string' && Number.isFinite(at);
      return isNote ? [[name, { reviewed, note, at: Number(at) }]] : [];
    }),
  );
}
