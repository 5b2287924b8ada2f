import { panRange, zoomRange, type Range } from '../core/charts/chart-range.ts';
import { isTyping } from './case/case-keys.ts';

/** What the keys of a page with charts over epochs do there. */
export interface ChartKeys {
  /** Goes so many epochs on. */
  stepEpoch(by: number): void;
  /** Goes to the next or previous new best. */
  stepBest(by: 1 | -1): void;
  /** The place on x of the chosen epoch, NaN where there is none. */
  place(): number;
  /** Replaces the range of x that is shown; `whole` holds everything. */
  changeRange(change: (shown: Range, whole: Range) => Range | null): void;
}

/** Epochs that a key moves with Shift. */
const STRIDE = 10;

/** Share of the view by which Alt with an arrow moves it, and by which + goes nearer. */
const PAN = 0.2;
const NEARER = 0.6;

/**
 * [ and ] go from best to best, arrows from epoch to epoch where no control has them; + and - zoom about the chosen
 * epoch, Alt with arrows moves the view, Escape shows everything. The result ends that.
 */
export function followChartKeys(keys: ChartKeys): () => void {
  const pan = (share: number) => keys.changeRange((shown, whole) => panRange(shown, share, whole));
  const zoom = (factor: number) =>
    keys.changeRange((shown, whole) => {
      const place = keys.place();
      const isSeen = place >= shown[0] && place <= shown[1];
      return zoomRange(shown, isSeen ? place : (shown[0] + shown[1]) / 2, factor, whole);
    });
  const keyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || isTyping(event) || event.ctrlKey || event.metaKey) return;
    const target = event.composedPath()[0];
    const isControl =
      target instanceof HTMLElement && target.matches('[role=radio], [role=slider], summary, input, select');
    const by = event.shiftKey ? STRIDE : 1;
    if (event.altKey) {
      if (event.key === 'ArrowRight') pan(PAN);
      else if (event.key === 'ArrowLeft') pan(-PAN);
      else return;
    } else if (event.key === ']') keys.stepBest(1);
    else if (event.key === '[') keys.stepBest(-1);
    else if (event.key === 'ArrowRight' && !isControl) keys.stepEpoch(by);
    else if (event.key === 'ArrowLeft' && !isControl) keys.stepEpoch(-by);
    else if (event.key === '+' || event.key === '=') zoom(NEARER);
    else if (event.key === '-') zoom(1 / NEARER);
    else if (event.key === 'Escape') keys.changeRange(() => null);
    else return;
    event.preventDefault();
  };
  window.addEventListener('keydown', keyDown);
  return () => window.removeEventListener('keydown', keyDown);
}
