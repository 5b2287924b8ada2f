import { mergeNotes, parseNotes, type ErrorNotes } from '../../core/errors-of-case/error-review.ts';
import type { CaseRequest } from '../../workers/case/case-session.ts';
import type { NamedFile } from '../../workers/case/named-file.ts';

const PREFIX = 'dicelens:notes:';

/** What a case's notes are kept under: names and sizes of the files that make its errors. */
export function notesKey({ reference, prediction, probabilities, masks, regions }: CaseRequest): string {
  const files: readonly NamedFile[] = [
    ...reference,
    ...(prediction ?? []),
    ...(prediction || !probabilities ? [] : [probabilities]),
    ...(prediction || probabilities ? [] : masks.flatMap((mask) => mask.files)),
  ];
  const names = files.map(({ name, blob, served }) => `${name}:${served ? served.bytes : blob.size}`);
  return PREFIX + [...names, ...(regions ? [JSON.stringify(regions)] : [])].join('|');
}

/** The notes kept of a case; none where the browser keeps nothing. */
export function recallNotes(key: string): ErrorNotes {
  try {
    return parseNotes(JSON.parse(localStorage.getItem(key) ?? '{}'));
  } catch {
    return {}; // not kept, or not ours
  }
}

/**
 * Keeps notes beside those that another tab has kept meanwhile, the later of two counting; gives what is kept now.
 * Where the browser keeps nothing they last as long as the page.
 */
export function keepNotes(key: string, notes: ErrorNotes): ErrorNotes {
  const all = mergeNotes(recallNotes(key), notes);
  try {
    localStorage.setItem(key, JSON.stringify(all));
  } catch {
    // full or forbidden
  }
  return all;
}
