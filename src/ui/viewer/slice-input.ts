import type { DisplayWindow } from '../../core/volume/display-window.ts';
import type { Vec3 } from '../../core/volume/grid.ts';
import {
  voxelOfPixel,
  pixelOfVoxel,
  type Plane,
  type SliceGeometry,
} from '../../core/volume/slice-geometry.ts';
import type { SlicePlane } from '../../core/volume/slice.ts';
import { dragWindow } from '../../core/volume/window-presets.ts';
import type { ViewSettings } from '../../core/volume/view-settings.ts';
import { pixelUnder, type PlaneFit } from '../controls/plane-fit.ts';
import { elementEvent } from '../case/selection-event.ts';
import { ZoomInput } from './zoom-input.ts';

/** What a slice shows just now, so that a place on screen can be read as a voxel. */
export interface SliceView {
  readonly plane: SlicePlane;
  readonly geometry: SliceGeometry;
  readonly fit: PlaneFit;
  readonly ratio: number;
  readonly crosshair: Vec3 | null;
  readonly window: DisplayWindow;
  /** Of the view in device pixels, and where the slice would stand without zoom. */
  readonly size: { readonly width: number; readonly height: number };
  readonly fitted: PlaneFit;
  readonly view: ViewSettings;
  /** Whether a line divides two overlays. */
  readonly isSwiped: boolean;
}

export interface VoxelSelect {
  readonly voxel: Vec3;
}
export interface VoxelHover {
  readonly voxel: Vec3 | null;
}
/** `by` counts slices along the voxel axis; infinite for the first and the last one. */
export interface SliceStep {
  readonly plane: Plane;
  readonly by: number;
}
export interface WindowChange {
  readonly window: DisplayWindow;
}

/** A wheel turned this far, in pixels, is a slice; a notch of a mouse wheel always is one. */
const WHEEL_STEP = 60;
const LINE_PIXELS = 20;
const PAGE = 10;
/** Screen pixels that an arrow key moves the window by. */
const KEY_DRAG = 10;

/** Mouse, wheel, touch and keys on a slice, turned into the events of `dl-slice`. */
export class SliceInput {
  #drag: 'voxel' | 'window' | null = null;
  #dragStart: { x: number; y: number; window: DisplayWindow } | null = null;
  #hovered = '';
  #turned = 0;
  readonly zoom: ZoomInput;

  constructor(
    readonly host: HTMLElement,
    readonly view: () => SliceView | null,
  ) {
    this.zoom = new ZoomInput(host, view);
  }

  readonly pointerDown = (event: PointerEvent): void => {
    const view = this.view();
    if (!view) return;
    if (this.zoom.pointerDown(event, view)) {
      this.#drag = null;
      return;
    }
    const moves = event.button === 2 || event.ctrlKey;
    if (!moves && !this.#voxelAt(event, view)) return;
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.#drag = moves ? 'window' : 'voxel';
    this.#dragStart = { x: event.clientX, y: event.clientY, window: view.window };
    if (!moves) this.#select(event, view);
  };

  readonly pointerMove = (event: PointerEvent): void => {
    const view = this.view();
    if (!view || this.zoom.pointerMove(event, view)) return;
    if (this.#drag === 'window' && this.#dragStart) {
      const { x, y, window } = this.#dragStart;
      this.#changeWindow(dragWindow(window, event.clientX - x, event.clientY - y));
      return;
    }
    if (this.#drag === 'voxel') this.#select(event, view);
    this.#hover(this.#voxelAt(event, view));
  };

  readonly pointerUp = (event: PointerEvent): void => {
    this.zoom.pointerUp(event);
    this.#drag = null;
  };

  readonly pointerLeave = (): void => {
    if (!this.#drag) this.#hover(null);
  };

  /** The right button changes the window; its menu, and that of Ctrl with a click, would be in the way. */
  readonly contextMenu = (event: Event): void => event.preventDefault();

  /** Trackpads send many small turns, which are added up; a turn the other way starts anew. */
  readonly wheel = (event: WheelEvent): void => {
    const view = this.view();
    if (!view) return;
    if (event.ctrlKey) return this.zoom.wheel(event, view);
    event.preventDefault();
    const pixels = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY : event.deltaY * LINE_PIXELS;
    if (pixels === 0) return;
    if (Math.sign(pixels) !== Math.sign(this.#turned)) this.#turned = 0;
    this.#turned += pixels;
    if (Math.abs(this.#turned) < WHEEL_STEP) return;
    this.#step(view, this.#turned < 0 ? 1 : -1);
    this.#turned = 0;
  };

  readonly keyDown = (event: KeyboardEvent): void => {
    const view = this.view();
    if (!view) return;
    if (this.zoom.keyDown(event, view)) return event.preventDefault();
    if (event.altKey || event.metaKey) return;
    const arrow = ARROWS[event.key];
    if (arrow && event.shiftKey) this.#moveCrosshair(view, arrow);
    else if (arrow && event.ctrlKey) {
      this.#changeWindow(dragWindow(view.window, arrow[0] * KEY_DRAG, arrow[1] * KEY_DRAG));
    } else if (event.key in STEPS) this.#step(view, STEPS[event.key]);
    else return;
    event.preventDefault();
  };

  /** Up is towards the patient's head, front or right, whichever way the voxels are stored; Home and End are indices. */
  #step({ plane, geometry }: SliceView, up: number): void {
    const by = Number.isFinite(up) ? up * geometry.normalSign : up;
    this.host.dispatchEvent(elementEvent<SliceStep>('slice-step', { plane: plane.plane, by }));
  }

  #moveCrosshair({ geometry, plane, crosshair }: SliceView, [right, down]: readonly [number, number]): void {
    if (!crosshair) return;
    const { column, row } = pixelOfVoxel(geometry, crosshair);
    const point = {
      column: clamp(column + right, plane.width),
      row: clamp(row + down, plane.height),
      slice: plane.slice,
    };
    const voxel = voxelOfPixel(geometry, point);
    this.host.dispatchEvent(elementEvent<VoxelSelect>('voxel-select', { voxel }));
  }

  #select(event: PointerEvent, view: SliceView): void {
    const { column, row } = this.#pixelAt(event, view);
    const point = {
      column: clamp(column, view.plane.width),
      row: clamp(row, view.plane.height),
      slice: view.plane.slice,
    };
    const voxel = voxelOfPixel(view.geometry, point);
    this.host.dispatchEvent(elementEvent<VoxelSelect>('voxel-select', { voxel }));
  }

  #hover(voxel: Vec3 | null): void {
    const name = voxel ? voxel.join() : '';
    if (name === this.#hovered) return;
    this.#hovered = name;
    this.host.dispatchEvent(elementEvent<VoxelHover>('voxel-hover', { voxel }));
  }

  #changeWindow(window: DisplayWindow): void {
    this.host.dispatchEvent(elementEvent<WindowChange>('window-change', { window }));
  }

  #pixelAt(event: PointerEvent, { fit, ratio }: SliceView) {
    const { left, top } = this.host.getBoundingClientRect();
    return pixelUnder(fit, (event.clientX - left) * ratio, (event.clientY - top) * ratio);
  }

  #voxelAt(event: PointerEvent, view: SliceView): Vec3 | null {
    const { column, row } = this.#pixelAt(event, view);
    const { width, height, slice } = view.plane;
    const inside = column >= 0 && row >= 0 && column < width && row < height;
    return inside ? voxelOfPixel(view.geometry, { column, row, slice }) : null;
  }
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const STEPS: Readonly<Record<string, number>> = {
  ArrowUp: 1,
  ArrowRight: 1,
  ArrowDown: -1,
  ArrowLeft: -1,
  PageUp: PAGE,
  PageDown: -PAGE,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

function clamp(value: number, count: number): number {
  return Math.min(Math.max(value, 0), count - 1);
}
