import type { DisplayWindow } from '../../core/volume/display-window.ts';
import type { SliceImage, SlicePlane } from '../../core/volume/slice.ts';
import type { OverlayStyle } from '../../core/volume/view-settings.ts';
import type { PlaneFit } from '../controls/plane-fit.ts';
import { shadeHeat } from './heat-pixels.ts';
import { OverlayLayer } from './overlay-layer.ts';
import type { OverlaySpec } from './overlay-spec.ts';

/** Everything that one picture of a slice shows. Sizes and `fit` are in device pixels. */
export interface SliceScene {
  readonly plane: SlicePlane;
  readonly fit: PlaneFit;
  readonly width: number;
  readonly height: number;
  /** Device pixels per screen pixel, rounded: the width of a line. */
  readonly line: number;
  readonly window: DisplayWindow;
  readonly overlay: OverlaySpec | null;
  readonly opacity: number;
  readonly crosshair: { readonly column: number; readonly row: number } | null;
  /** Filled and outlined where it is not said. */
  readonly style?: OverlayStyle;
  /** The image by its voxels, not smooth. */
  readonly nearest?: boolean;
  /** Another overlay, drawn from this share of the width on, in place of the first. */
  readonly second?: { readonly overlay: OverlaySpec; readonly from: number } | null;
}

/** Half the gap in the crosshair, in screen pixels: what it points at is to be seen. */
const GAP = 20;

/**
 * Paints slices: the image smooth, labels nearest, borders exactly on the edges of the voxels. What has not
 * changed since the last picture (the windowed image, the overlay) is kept.
 */
export class SlicePainter {
  readonly #context: CanvasRenderingContext2D;
  readonly #image = new OffscreenCanvas(1, 1);
  readonly #heat = new OffscreenCanvas(1, 1);
  readonly #overlay = new OverlayLayer();
  readonly #second = new OverlayLayer();
  #imageOf: readonly unknown[] = [];
  #heatOf: Float32Array | null = null;

  constructor(readonly canvas: HTMLCanvasElement) {
    const context = canvas.getContext('2d', { alpha: false });
    if (!context) throw new Error('this browser gives no 2D context');
    this.#context = context;
  }

  /** Paints black where there is no slice yet. */
  clear(width: number, height: number): void {
    this.#resize(width, height);
    this.#context.fillStyle = '#000';
    this.#context.fillRect(0, 0, width, height);
  }

  paint(scene: SliceScene): void {
    const { plane, fit, width, height } = scene;
    this.clear(width, height);
    const context = this.#context;
    context.imageSmoothingEnabled = !scene.nearest;
    context.imageSmoothingQuality = fit.scaleX < 1 ? 'high' : 'medium';
    const [across, below] = [plane.width * fit.scaleX, plane.height * fit.scaleY];
    if (plane.image) {
      this.#refreshImage(plane, plane.image, scene.window);
      context.drawImage(this.#image, fit.left, fit.top, across, below);
    }
    if (plane.heat) {
      this.#refreshHeat(plane, plane.heat);
      context.drawImage(this.#heat, fit.left, fit.top, across, below);
    }
    this.#paintOverlays(scene);
    if (scene.crosshair) this.#paintCrosshair(scene, scene.crosshair);
  }

  #resize(width: number, height: number): void {
    if (this.canvas.width !== width) this.canvas.width = width;
    if (this.canvas.height !== height) this.canvas.height = height;
  }

  #refreshImage(plane: SlicePlane, image: SliceImage, window: DisplayWindow): void {
    const now = [plane, window.width, window.level];
    if (isSame(now, this.#imageOf)) return;
    this.#imageOf = now;
    this.#image.width = plane.width;
    this.#image.height = plane.height;
    const picture = new ImageData(plane.width, plane.height);
    shade(image, window, new Uint32Array(picture.data.buffer));
    contextOf(this.#image).putImageData(picture, 0, 0);
  }

  #refreshHeat({ width, height }: SlicePlane, heat: Float32Array): void {
    if (heat === this.#heatOf) return;
    this.#heatOf = heat;
    this.#heat.width = width;
    this.#heat.height = height;
    const picture = new ImageData(width, height);
    shadeHeat(heat, new Uint32Array(picture.data.buffer));
    contextOf(this.#heat).putImageData(picture, 0, 0);
  }

  /** The overlay; with a second one, either on its side of a line. */
  #paintOverlays(scene: SliceScene): void {
    const { overlay, second, width, height, line } = scene;
    const context = this.#context;
    const at = second ? Math.round(second.from * width) : width;
    if (overlay && at > 0) {
      this.#overlay.refresh(scene, overlay);
      context.drawImage(this.#overlay.canvas, 0, 0, at, height, 0, 0, at, height);
    }
    if (!second) return;
    if (at < width) {
      this.#second.refresh(scene, second.overlay);
      context.drawImage(this.#second.canvas, at, 0, width - at, height, at, 0, width - at, height);
    }
    context.fillStyle = '#fff';
    context.fillRect(Math.min(at, width - line), 0, line, height);
  }

  #paintCrosshair(
    { fit, width, height, line }: SliceScene,
    { column, row }: { readonly column: number; readonly row: number },
  ): void {
    const context = this.#context;
    const x = Math.floor(fit.left + (column + 0.5) * fit.scaleX);
    const y = Math.floor(fit.top + (row + 0.5) * fit.scaleY);
    const gap = GAP * line;
    context.fillStyle = 'rgb(255 255 255 / 50%)';
    context.fillRect(0, y, x - gap, line);
    context.fillRect(x + gap, y, width - x - gap, line);
    context.fillRect(x, 0, line, y - gap);
    context.fillRect(x, y + gap, line, height - y - gap);
  }
}

/** Grey pixels of an image: black below the window, white above it; NaN is black. */
export function shade(
  { stored, slope, intercept }: SliceImage,
  { width, level }: DisplayWindow,
  pixels: Uint32Array,
): void {
  const scale = (slope * 255) / width;
  const offset = ((intercept - (level - width / 2)) * 255) / width + 0.5;
  for (let i = 0; i < pixels.length; i++) {
    const value = scale * stored[i] + offset;
    const grey = value > 0 ? (value < 255 ? value | 0 : 255) : 0;
    pixels[i] = 0xff000000 | (grey * 0x010101);
  }
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser gives no 2D context');
  return context;
}

function isSame(now: readonly unknown[], before: readonly unknown[]): boolean {
  return now.length === before.length && now.every((value, i) => Object.is(value, before[i]));
}
