import { panRange, zoomRange, type Range } from '../../core/charts/chart-range.ts';

/** What a gesture needs to know of the chart under it. */
export interface GestureChart {
  /** The range of x that is shown, and the one that holds everything. */
  readonly shown: Range;
  readonly whole: Range;
  /** CSS px of the plot from its left edge on screen. */
  readonly left: number;
  readonly width: number;
}

/** Wheel steps of 100 px that double the view. */
const STEPS_TO_DOUBLE = 3;

/** Whether a press begins to move the view: with the middle button, or with Shift. */
export function isPanning({ button, shiftKey }: PointerEvent | MouseEvent): boolean {
  return button === 1 || (button === 0 && shiftKey);
}

/**
 * The range after a turn of the wheel: Ctrl (or a pinch) zooms about the pointer, Shift or a sideways turn moves.
 * undefined where the wheel is not for the chart, so that the column scrolls.
 */
export function wheelRange(event: WheelEvent, chart: GestureChart): Range | null | undefined {
  const { shown, whole, left, width } = chart;
  if (event.ctrlKey || event.metaKey) {
    const about = shown[0] + ((event.clientX - left) / width) * (shown[1] - shown[0]);
    return zoomRange(shown, about, 2 ** (pixelsOf(event, event.deltaY) / (100 * STEPS_TO_DOUBLE)), whole);
  }
  const sideways = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX;
  if (Math.abs(sideways) <= Math.abs(event.shiftKey ? 0 : event.deltaY)) return undefined;
  return panRange(shown, pixelsOf(event, sideways) / width, whole);
}

/** Moves the view with the pointer until it is let go; the chart may be drawn anew meanwhile. */
export function followPan(start: PointerEvent, chart: GestureChart, onRange: (range: Range) => void): void {
  const move = ({ clientX }: PointerEvent) =>
    onRange(panRange(chart.shown, (start.clientX - clientX) / chart.width, chart.whole));
  const end = () => {
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', end);
    window.removeEventListener('pointercancel', end);
  };
  window.addEventListener('pointermove', move);
  window.addEventListener('pointerup', end);
  window.addEventListener('pointercancel', end);
}

/** Firefox counts lines. */
function pixelsOf({ deltaMode }: WheelEvent, delta: number): number {
  return deltaMode === WheelEvent.DOM_DELTA_LINE ? delta * 33 : delta;
}
