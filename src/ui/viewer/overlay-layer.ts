import { classifyPlane, structureMask } from '../../core/volume/overlay.ts';
import type { OverlayStyle } from '../../core/volume/view-settings.ts';
import { edgesOf } from '../controls/plane-fit.ts';
import { drawFills, drawOutline, type FillStyle, type OverlayTarget } from './overlay-pixels.ts';
import type { OverlaySpec } from './overlay-spec.ts';
import type { SliceScene } from './slice-painter.ts';

type Size = Pick<SliceScene, 'plane' | 'fit' | 'width' | 'height' | 'line' | 'opacity' | 'style'>;

/** One overlay of a slice at display resolution, kept until something of it changes. */
export class OverlayLayer {
  readonly canvas = new OffscreenCanvas(1, 1);
  #picture: ImageData | null = null;
  #of: readonly unknown[] = [];

  /** Draws the overlay if it is not the one that is kept. */
  refresh(scene: Size, overlay: OverlaySpec): void {
    const { plane, fit, width, height, line, opacity, style } = scene;
    const now = [plane, overlay, opacity, style, width, height, line, ...Object.values(fit)];
    if (now.length === this.#of.length && now.every((value, i) => Object.is(value, this.#of[i]))) return;
    this.#of = now;
    const context = this.canvas.getContext('2d');
    if (!context) throw new Error('this browser gives no 2D context');
    if (this.#picture?.width !== width || this.#picture.height !== height) {
      this.canvas.width = width;
      this.canvas.height = height;
      this.#picture = new ImageData(width, height);
    }
    const pixels = new Uint32Array(this.#picture.data.buffer).fill(0);
    const target: OverlayTarget = {
      pixels,
      width,
      height,
      columnEdges: edgesOf(fit.left, fit.scaleX, plane.width),
      rowEdges: edgesOf(fit.top, fit.scaleY, plane.height),
      line,
    };
    const classes = classifyPlane(overlay.tables, plane, plane.width * plane.height);
    drawClasses(target, classes, overlay.styles, opacity, style ?? 'both');
    if (style !== 'filled') {
      for (const { of, members, colour, dashed } of overlay.outlines) {
        const codes = plane[of];
        if (codes) drawOutline(target, { mask: structureMask(codes, members), colour, dashed });
      }
    }
    context.putImageData(this.#picture, 0, 0);
  }
}

/** Fills the classes of a slice, or draws the border of each in its colour, voxel edge by voxel edge. */
export function drawClasses(
  target: OverlayTarget,
  classes: Uint8Array,
  styles: readonly (FillStyle | null)[],
  opacity: number,
  style: OverlayStyle,
): void {
  if (style !== 'outline') return drawFills(target, classes, styles, opacity);
  const found = new Uint8Array(256);
  for (let i = 0; i < classes.length; i++) found[classes[i]] = 1;
  styles.forEach((of, value) => {
    const colour = of?.fill ?? of?.hatch;
    if (!of || !colour || !found[value]) return;
    const mask = Uint8Array.from(classes, (other) => (other === value ? 1 : 0));
    drawOutline(target, { mask, colour, dashed: of.fill === null, opacity: opacity * of.opacity });
  });
}
