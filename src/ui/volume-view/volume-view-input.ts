import { type Camera, FIRST_CAMERA, facing, orbit, VIEW_SIDES, zoomBy } from '../../core/volume/camera.ts';

/** What the view is at the moment, so that a gesture can be read. */
export interface VolumeViewNow {
  readonly camera: Camera;
  /** Of a screen pixel, to move what is shown with the pointer. */
  readonly mmPerPixel: number;
}

/** What gestures and keys come to. */
export interface VolumeViewActs {
  /** `isMoving` while more is to come. */
  turn(camera: Camera, isMoving: boolean): void;
  /** A click, in pixels of the view. */
  point(x: number, y: number): void;
  clip(): void;
}

const DEGREES_PER_PIXEL = 0.5;
const KEY_DEGREES = 10;
const KEY_PIXELS = 24;
const KEY_ZOOM = 1.25;
/** A wheel turned this far, in pixels, doubles the size. */
const WHEEL_DOUBLE = 400;
const LINE_PIXELS = 20;
/** A pointer that goes no further clicks. */
const CLICK_PIXELS = 3;

/** Mouse, wheel, touch and keys on the 3D view. */
export class VolumeViewInput {
  #drag: { x: number; y: number; moved: number; pans: boolean } | null = null;

  constructor(
    readonly now: () => VolumeViewNow | null,
    readonly acts: VolumeViewActs,
  ) {}

  readonly pointerDown = (event: PointerEvent): void => {
    if (!this.now()) return;
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    const pans = event.button !== 0 || event.shiftKey;
    this.#drag = { x: event.clientX, y: event.clientY, moved: 0, pans };
  };

  readonly pointerMove = (event: PointerEvent): void => {
    const now = this.now();
    const drag = this.#drag;
    if (!now || !drag) return;
    const [dx, dy] = [event.clientX - drag.x, event.clientY - drag.y];
    const moved = drag.moved + Math.abs(dx) + Math.abs(dy);
    if (moved <= CLICK_PIXELS) return; // the start stays, so that nothing of the way is lost
    this.#drag = { ...drag, x: event.clientX, y: event.clientY, moved };
    this.acts.turn(
      drag.pans ? pan(now, dx, dy) : orbit(now.camera, -dx * DEGREES_PER_PIXEL, dy * DEGREES_PER_PIXEL),
      true,
    );
  };

  readonly pointerUp = (event: PointerEvent): void => {
    const drag = this.#drag;
    const now = this.now();
    this.#drag = null;
    if (!drag || !now) return;
    if (drag.moved > CLICK_PIXELS) {
      this.acts.turn(now.camera, false);
      return;
    }
    const { left, top } = (event.currentTarget as HTMLElement).getBoundingClientRect();
    if (event.button === 0) this.acts.point(event.clientX - left, event.clientY - top);
  };

  readonly pointerCancel = (): void => {
    this.#drag = null;
  };

  readonly contextMenu = (event: Event): void => event.preventDefault();

  readonly wheel = (event: WheelEvent): void => {
    const now = this.now();
    if (!now) return;
    event.preventDefault();
    const pixels = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY : event.deltaY * LINE_PIXELS;
    this.acts.turn(zoomBy(now.camera, 2 ** (-pixels / WHEEL_DOUBLE)), true);
  };

  /** Keys of the view are its own: the page has others for some of them. */
  readonly keyDown = (event: KeyboardEvent): void => {
    const now = this.now();
    if (!now || event.altKey || event.metaKey || event.ctrlKey) return;
    const camera = cameraAfterKey(now, event);
    if (camera) this.acts.turn(camera, true);
    else if (event.key.toLowerCase() === 'x') this.acts.clip();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}

function pan({ camera, mmPerPixel }: VolumeViewNow, dx: number, dy: number): Camera {
  const [right, down] = camera.panMm;
  return { ...camera, panMm: [right + dx * mmPerPixel, down + dy * mmPerPixel] };
}

function cameraAfterKey(now: VolumeViewNow, { key, shiftKey }: KeyboardEvent): Camera | null {
  const { camera } = now;
  const arrow = ARROWS[key];
  if (arrow) {
    const [x, y] = arrow;
    return shiftKey
      ? pan(now, x * KEY_PIXELS, y * KEY_PIXELS)
      : orbit(camera, -x * KEY_DEGREES, y * KEY_DEGREES);
  }
  if (key === '+' || key === '=') return zoomBy(camera, KEY_ZOOM);
  if (key === '-' || key === '_') return zoomBy(camera, 1 / KEY_ZOOM);
  const letter = key.toUpperCase();
  if (letter === 'F') return { ...camera, zoom: FIRST_CAMERA.zoom, panMm: FIRST_CAMERA.panMm };
  const side = VIEW_SIDES.find((known) => known === letter);
  return side ? facing(camera, side) : null;
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
