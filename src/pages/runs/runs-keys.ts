import type { App } from '../../app/app.ts';
import { changeRuns, stepBest, stepEpoch } from '../../app/runs/runs-view.ts';
import { isTyping } from '../case/case-keys.ts';

/** Epochs that a key moves with Shift. */
const STRIDE = 10;

/** Keys of the page: [ and ] go from best to best, arrows from epoch to epoch, Escape shows everything. */
export function followRunKeys(app: App): () => void {
  const keyDown = (event: KeyboardEvent) => {
    if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.composedPath()[0];
    const isControl = target instanceof HTMLElement && target.matches('[role=radio], summary, input, select');
    const by = event.shiftKey ? STRIDE : 1;
    if (event.key === ']') stepBest(app, 1);
    else if (event.key === '[') stepBest(app, -1);
    else if (event.key === 'ArrowRight' && !isControl) stepEpoch(app, by);
    else if (event.key === 'ArrowLeft' && !isControl) stepEpoch(app, -by);
    else if (event.key === 'Escape') changeRuns(app, { range: null });
    else return;
    event.preventDefault();
  };
  window.addEventListener('keydown', keyDown);
  return () => window.removeEventListener('keydown', keyDown);
}
