import { mergeNotes, nameError, type ErrorNotes } from '../../core/errors-of-case/error-review.ts';
import type { App } from '../app.ts';
import { keepNotes, notesKey, recallNotes } from './kept-notes.ts';
import { changeNavigator, chosenError } from './errors-view.ts';

/** So many changes can be taken back. */
const MAX_UNDO = 100;

/** Marks the chosen error as reviewed, or writes a note on it; kept for the next visit. */
export function reviewChosen(
  app: App,
  { reviewed, note }: { readonly reviewed?: boolean; readonly note?: string },
): void {
  const { navigator } = app.store.state;
  const chosen = chosenError(navigator);
  if (!navigator || !chosen) return;
  const name = nameError(chosen.error);
  const known = navigator.notes[name] ?? { reviewed: false, note: '' };
  const next = { reviewed: reviewed ?? known.reviewed, note: note ?? known.note };
  if (next.reviewed === known.reviewed && next.note === known.note) return;
  const before = [...navigator.before, navigator.notes].slice(-MAX_UNDO);
  keep(app, { ...navigator.notes, [name]: { ...next, at: Date.now() } }, before);
}

/** Marks the chosen error, or takes its mark off. */
export function toggleReviewed(app: App): void {
  const { navigator } = app.store.state;
  const chosen = chosenError(navigator);
  if (navigator && chosen)
    reviewChosen(app, { reviewed: !navigator.notes[nameError(chosen.error)]?.reviewed });
}

/** Takes the last mark or note back; what another tab noted since stays. */
export function undoReview(app: App): void {
  const { navigator } = app.store.state;
  const last = navigator?.before.at(-1);
  if (!navigator || !last) return;
  const at = Date.now();
  const changed = Object.keys(navigator.notes).filter((name) => navigator.notes[name] !== last[name]);
  const undone = changed.map((name) => [name, { ...(last[name] ?? { reviewed: false, note: '' }), at }]);
  keep(app, { ...navigator.notes, ...Object.fromEntries(undone) }, navigator.before.slice(0, -1));
}

/** Takes in notes that were kept elsewhere, such as in another tab or a session file. */
export function joinNotes(app: App, notes: ErrorNotes): void {
  const { navigator } = app.store.state;
  if (navigator) keep(app, mergeNotes(navigator.notes, notes), navigator.before);
}

/** Follows notes that other tabs keep of the same case; the result ends that. */
export function followNotes(app: App): () => void {
  const follow = ({ key }: StorageEvent) => {
    const { request, navigator } = app.store.state;
    if (!request || !navigator || key !== notesKey(request)) return;
    changeNavigator(app, { notes: mergeNotes(navigator.notes, recallNotes(key)) });
  };
  window.addEventListener('storage', follow);
  return () => window.removeEventListener('storage', follow);
}

function keep(app: App, notes: ErrorNotes, before: readonly ErrorNotes[]): void {
  const { request } = app.store.state;
  if (request) changeNavigator(app, { notes: keepNotes(notesKey(request), notes), before });
}
