import type { App } from '../../app/app.ts';
import {
  changePseudoDice,
  chosenEpoch,
  stepBest,
  stepEpoch,
} from '../../app/pseudo-dice/pseudo-dice-view.ts';
import { panRange, zoomRange, type Range } from '../../core/charts/chart-range.ts';
import { isTyping } from '../case/case-keys.ts';

/** Epochs that a key moves with Shift. */
const STRIDE = 10;

/** Share of the view by which Alt with an arrow moves it, and by which + goes nearer. */
const PAN = 0.2;
const NEARER = 0.6;

/**
 * Keys of the page, as those of the runs: [ and ] go from best to best, arrows from epoch to epoch; + and - zoom about
 * the chosen epoch, Alt with arrows moves the view, Escape shows all epochs.
 */
export function followPseudoDiceKeys(app: App): () => void {
  const keyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || isTyping(event) || event.ctrlKey || event.metaKey) return;
    const target = event.composedPath()[0];
    const isControl =
      target instanceof HTMLElement && target.matches('[role=radio], [role=slider], summary, input, select');
    const by = event.shiftKey ? STRIDE : 1;
    if (event.altKey) {
      if (event.key === 'ArrowRight') changeView(app, (shown, whole) => panRange(shown, PAN, whole));
      else if (event.key === 'ArrowLeft') changeView(app, (shown, whole) => panRange(shown, -PAN, whole));
      else return;
    } else if (event.key === ']') stepBest(app, 1);
    else if (event.key === '[') stepBest(app, -1);
    else if (event.key === 'ArrowRight' && !isControl) stepEpoch(app, by);
    else if (event.key === 'ArrowLeft' && !isControl) stepEpoch(app, -by);
    else if (event.key === '+' || event.key === '=') zoom(app, NEARER);
    else if (event.key === '-') zoom(app, 1 / NEARER);
    else if (event.key === 'Escape') changePseudoDice(app, { range: null });
    else return;
    event.preventDefault();
  };
  window.addEventListener('keydown', keyDown);
  return () => window.removeEventListener('keydown', keyDown);
}

/** The stretch of epochs by what is shown and what holds all of them. */
function changeView(app: App, change: (shown: Range, whole: Range) => Range | null): void {
  const { pseudoDice } = app.store.state;
  if (!pseudoDice?.shown) return;
  const whole: Range = [0, Math.max(1, pseudoDice.shown.result.epochs.length)];
  changePseudoDice(app, { range: change(pseudoDice.range ?? whole, whole) });
}

function zoom(app: App, factor: number): void {
  const { pseudoDice } = app.store.state;
  const at = pseudoDice ? chosenEpoch(pseudoDice) : 0;
  changeView(app, (shown, whole) => {
    const isSeen = at >= shown[0] && at <= shown[1];
    return zoomRange(shown, isSeen ? at : (shown[0] + shown[1]) / 2, factor, whole);
  });
}
