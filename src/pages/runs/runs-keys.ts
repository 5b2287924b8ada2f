import type { App } from '../../app/app.ts';
import { chartsOf } from '../../app/runs/runs-charts.ts';
import { changeRuns, pinnedEpoch, stepBest, stepEpoch } from '../../app/runs/runs-view.ts';
import { wholeRange } from '../../core/charts/chart-context.ts';
import { panRange, zoomRange, type Range } from '../../core/charts/chart-range.ts';
import { isTyping } from '../case/case-keys.ts';

/** Epochs that a key moves with Shift. */
const STRIDE = 10;

/** Share of the view by which Alt with an arrow moves it, and by which + goes nearer. */
const PAN = 0.2;
const NEARER = 0.6;

/**
 * Keys of the page: [ and ] go from best to best, arrows from epoch to epoch; + and - zoom about the marked epoch,
 * Alt with arrows moves the view, Escape shows everything.
 */
export function followRunKeys(app: App): () => void {
  const keyDown = (event: KeyboardEvent) => {
    if (isTyping(event) || event.ctrlKey || event.metaKey) return;
    const target = event.composedPath()[0];
    const isControl = target instanceof HTMLElement && target.matches('[role=radio], summary, input, select');
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
    else if (event.key === 'Escape') changeRuns(app, { range: null });
    else return;
    event.preventDefault();
  };
  window.addEventListener('keydown', keyDown);
  return () => window.removeEventListener('keydown', keyDown);
}

/** The charts' range of x by what is shown and what holds everything. */
function changeView({ store }: App, change: (shown: Range, whole: Range) => Range | null): void {
  const { runs, language } = store.state;
  const context = runs && chartsOf(runs, language)?.context;
  if (!context) return;
  const whole = wholeRange(context);
  store.change({ runs: { ...runs, range: change(runs.range ?? whole, whole) } });
}

function zoom(app: App, factor: number): void {
  const { runs, language } = app.store.state;
  const chosen = runs && chartsOf(runs, language)?.context.chosen;
  const at = chosen?.run.epochs.findIndex(({ epoch }) => epoch === pinnedEpoch(runs!)) ?? -1;
  const place = chosen?.positions[at] ?? Number.NaN;
  changeView(app, (shown, whole) => {
    const isSeen = place >= shown[0] && place <= shown[1];
    return zoomRange(shown, isSeen ? place : (shown[0] + shown[1]) / 2, factor, whole);
  });
}
