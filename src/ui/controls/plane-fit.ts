import type { SlicePlane } from '../../core/volume/slice.ts';

/** Where a slice stands in a view: pixel (0, 0) begins at (left, top), in device pixels. */
export interface PlaneFit {
  readonly left: number;
  readonly top: number;
  /** Device pixels per pixel of the slice. */
  readonly scaleX: number;
  readonly scaleY: number;
}

/** A part of a slice in its pixels; `width` and `height` are at least 1. */
export interface PixelBox {
  readonly column: number;
  readonly row: number;
  readonly width: number;
  readonly height: number;
}

type Size = Readonly<Record<'width' | 'height', number>>;

/**
 * Fits a part of a slice (all of it by default) into a view, as large as it goes, centred, one millimetre as
 * long across as down.
 */
export function fitPlane(
  plane: Pick<SlicePlane, 'width' | 'height' | 'spacingMm'>,
  view: Size,
  part: PixelBox = { column: 0, row: 0, width: plane.width, height: plane.height },
): PlaneFit {
  const [across, below] = plane.spacingMm;
  const perMm = Math.min(view.width / (part.width * across), view.height / (part.height * below));
  const [scaleX, scaleY] = [perMm * across, perMm * below];
  return {
    left: Math.round(view.width / 2 - (part.column + part.width / 2) * scaleX),
    top: Math.round(view.height / 2 - (part.row + part.height / 2) * scaleY),
    scaleX,
    scaleY,
  };
}

/** The device pixels at which the columns (or rows) begin; one more than there are, the last is the end. */
export function edgesOf(start: number, scale: number, count: number): Int32Array {
  return Int32Array.from({ length: count + 1 }, (_, i) => Math.round(start + i * scale));
}

/** The pixel of the slice under a device pixel of the view; may lie outside the slice. */
export function pixelUnder({ left, top, scaleX, scaleY }: PlaneFit, x: number, y: number) {
  return { column: Math.floor((x - left) / scaleX), row: Math.floor((y - top) / scaleY) };
}

/** A ruler that fits into `longest` screen pixels: 1, 2 or 5 times a power of ten, in mm. */
export function rulerMm(pixelsPerMm: number, longest: number): number {
  const most = longest / pixelsPerMm;
  const power = 10 ** Math.floor(Math.log10(most));
  return power * ([5, 2].find((factor) => factor * power <= most) ?? 1);
}
