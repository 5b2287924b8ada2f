import type { App } from '../../app/app.ts';
import { changePseudoDice, stepBest, stepEpoch } from '../../app/pseudo-dice/pseudo-dice-view.ts';
import { isTyping } from '../case/case-keys.ts';

/** Epochs that a key moves with Shift. */
const STRIDE = 10;

/** Keys of the page: [ and ] go from best to best, arrows from epoch to epoch, Escape shows all epochs. */
export function followPseudoDiceKeys(app: App): () => void {
  const keyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.composedPath()[0];
    const isControl =
      target instanceof HTMLElement && target.matches('[role=radio], [role=slider], summary, input, select');
    const by = event.shiftKey ? STRIDE : 1;
    if (event.key === ']') stepBest(app, 1);
    else if (event.key === '[') stepBest(app, -1);
    else if (event.key === 'ArrowRight' && !isControl) stepEpoch(app, by);
    else if (event.key === 'ArrowLeft' && !isControl) stepEpoch(app, -by);
    else if (event.key === 'Escape') changePseudoDice(app, { range: null });
    else return;
    event.preventDefault();
  };
  window.addEventListener('keydown', keyDown);
  return () => window.removeEventListener('keydown', keyDown);
}
