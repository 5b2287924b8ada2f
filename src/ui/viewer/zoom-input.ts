import { DEFAULT_VIEW, type ViewSettings } from '../../core/volume/view-settings.ts';
import { pixelOfVoxel } from '../../core/volume/slice-geometry.ts';
import { panBy, zoomAbout, type Zoom } from '../../core/volume/view-zoom.ts';
import { elementEvent } from '../case/selection-event.ts';
import type { SliceView } from './slice-input.ts';

type Place = { readonly x: number; readonly y: number };

/** A notch of the wheel (120) nearly doubles. */
const WHEEL_RATE = 0.005;
const KEY_FACTOR = 1.25;
/** Screen pixels that Alt with an arrow moves the slices by. */
const KEY_PAN = 40;
/** Screen pixels on either side of the line of a swipe where it is taken. */
const GRIP = 10;

/**
 * Zoom, pan and swipe of a slice: Ctrl with the wheel, + - 0; a drag with the middle button or with Space; two
 * fingers; the line of a swipe. Each is told as `view-change`; true says that an event was taken.
 */
export class ZoomInput {
  #space = false;
  #drag: 'pan' | 'swipe' | null = null;
  #fingers = new Map<number, Place>();

  constructor(
    readonly host: HTMLElement,
    readonly view: () => SliceView | null,
  ) {}

  pointerDown(event: PointerEvent, view: SliceView): boolean {
    if (event.pointerType === 'touch') {
      this.#fingers.set(event.pointerId, this.#placeOf(event));
      if (this.#fingers.size > 1) return true;
    }
    const isPan = event.button === 1 || (event.button === 0 && this.#space);
    this.#drag = isPan ? 'pan' : event.button === 0 && this.#isOnLine(event, view) ? 'swipe' : null;
    if (!this.#drag) return false;
    event.preventDefault();
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.#fingers.set(event.pointerId, this.#placeOf(event));
    return true;
  }

  pointerMove(event: PointerEvent, view: SliceView): boolean {
    const before = this.#fingers.get(event.pointerId);
    const now = this.#placeOf(event);
    if (before) this.#fingers.set(event.pointerId, now);
    if (this.#fingers.size > 1 && before) {
      const other = [...this.#fingers].find(([id]) => id !== event.pointerId)?.[1] ?? now;
      this.#pinch(view, before, now, other);
      return true;
    }
    if (!before || !this.#drag) return this.#fingers.size > 1;
    if (this.#drag === 'swipe') {
      this.#tell({ swipe: Math.min(Math.max(now.x / view.size.width, 0), 1) });
    } else this.#tell(this.#moved(view, view.view, [now.x - before.x, now.y - before.y]));
    return true;
  }

  /** Also where the pointer is taken away. True while another finger stays. */
  pointerUp(event: PointerEvent): boolean {
    const wasPinch = this.#fingers.size > 1;
    this.#fingers.delete(event.pointerId);
    const wasTaken = wasPinch || this.#drag !== null;
    this.#drag = null;
    return wasTaken;
  }

  wheel(event: WheelEvent, view: SliceView): void {
    event.preventDefault();
    this.#zoom(view, Math.exp(-event.deltaY * WHEEL_RATE), this.#placeOf(event));
  }

  keyDown(event: KeyboardEvent, view: SliceView): boolean {
    const middle = pointOfCrosshair(view);
    const pan = event.altKey ? PANS[event.key] : undefined;
    if (pan) {
      const pixels = KEY_PAN * view.ratio;
      this.#tell(this.#moved(view, view.view, [pan[0] * pixels, pan[1] * pixels]));
    } else if (event.altKey || event.ctrlKey || event.metaKey) return false;
    else if (event.key === '+' || event.key === '=') this.#zoom(view, KEY_FACTOR, middle);
    else if (event.key === '-') this.#zoom(view, 1 / KEY_FACTOR, middle);
    else if (event.key === '0') this.#tell({ zoom: DEFAULT_VIEW.zoom, panMm: DEFAULT_VIEW.panMm });
    else if (event.key === ' ') this.#space = true;
    else return false;
    event.stopPropagation();
    return true;
  }

  readonly keyUp = (event: KeyboardEvent): void => {
    if (event.key === ' ') this.#space = false;
  };

  readonly blur = (): void => {
    this.#space = false;
  };

  #pinch(view: SliceView, before: Place, now: Place, other: Place): void {
    const apart = (a: Place) => Math.hypot(a.x - other.x, a.y - other.y) || 1;
    const centre = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
    const { fitted, size, geometry } = view;
    const moved = this.#moved(view, view.view, [(now.x - before.x) / 2, (now.y - before.y) / 2]);
    this.#tell(zoomAbout(fitted, size, geometry, moved, centre, apart(now) / apart(before)));
  }

  #moved({ fitted, size, geometry }: SliceView, zoom: Zoom, by: readonly [number, number]): Zoom {
    return panBy(fitted, size, geometry, zoom, by);
  }

  #zoom({ fitted, size, geometry, view }: SliceView, factor: number, point: Place): void {
    this.#tell(zoomAbout(fitted, size, geometry, view, point, factor));
  }

  #isOnLine(event: PointerEvent, { size, view, ratio, isSwiped }: SliceView): boolean {
    return isSwiped && Math.abs(this.#placeOf(event).x - view.swipe * size.width) < GRIP * ratio;
  }

  #placeOf(event: MouseEvent): Place {
    const { left, top } = this.host.getBoundingClientRect();
    const ratio = this.view()?.ratio ?? 1;
    return { x: (event.clientX - left) * ratio, y: (event.clientY - top) * ratio };
  }

  #tell(fields: Partial<ViewSettings>): void {
    this.host.dispatchEvent(elementEvent<Partial<ViewSettings>>('view-change', fields));
  }
}

/** Where keys zoom: at the crosshair where it is to be seen, else in the middle of the view. */
function pointOfCrosshair({ crosshair, geometry, fit, size: { width, height } }: SliceView): Place {
  const middle = { x: width / 2, y: height / 2 };
  if (!crosshair) return middle;
  const { column, row } = pixelOfVoxel(geometry, crosshair);
  const at = { x: fit.left + (column + 0.5) * fit.scaleX, y: fit.top + (row + 0.5) * fit.scaleY };
  return at.x >= 0 && at.y >= 0 && at.x < width && at.y < height ? at : middle;
}

const PANS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [1, 0],
  ArrowRight: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};
