import { isTyping } from '../case/case-keys.ts';

/** Keys of the page: / goes to the search, an arrow into the table where nothing else has the focus. */
export function followCohortKeys(search: () => void, enterTable: () => void): () => void {
  const keyDown = (event: KeyboardEvent) => {
    if (isTyping(event)) return;
    const isFree = event.composedPath()[0] === document.body;
    if (event.key === '/') search();
    else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && isFree) enterTable();
    else return;
    event.preventDefault();
  };
  window.addEventListener('keydown', keyDown);
  return () => window.removeEventListener('keydown', keyDown);
}
