import type { SliceBox } from '../../core/pseudo-dice/patch-outlines.ts';
import type { PlaneFit } from '../controls/plane-fit.ts';

/** A box to be drawn over a slice, told by its key. */
export interface ShownBox {
  readonly key: number;
  readonly kind: 'forced' | 'random' | 'tile';
  readonly box: SliceBox;
  /** Pixel of the voxel that a patch was laid about; null for none. */
  readonly drawn: { readonly column: number; readonly row: number; readonly isOnSlice: boolean } | null;
  readonly name: string;
}

/** A rectangle in screen pixels of the view. */
export interface ScreenRect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a box stands on screen: on whole device pixels, through whose middle its line runs. */
export function rectOfBox(
  { column, row, width, height }: SliceBox,
  fit: PlaneFit,
  ratio: number,
): ScreenRect {
  const left = Math.round(fit.left + column * fit.scaleX);
  const top = Math.round(fit.top + row * fit.scaleY);
  const right = Math.round(fit.left + (column + width) * fit.scaleX);
  const bottom = Math.round(fit.top + (row + height) * fit.scaleY);
  const half = 0.5 / ratio;
  return {
    x: left / ratio + half,
    y: top / ratio + half,
    width: Math.max(0, (right - left - 1) / ratio),
    height: Math.max(0, (bottom - top - 1) / ratio),
  };
}

/** The middle of a pixel of the slice on screen. */
export function pointOfPixel(
  { column, row }: { readonly column: number; readonly row: number },
  fit: PlaneFit,
  ratio: number,
): { readonly x: number; readonly y: number } {
  return {
    x: (fit.left + (column + 0.5) * fit.scaleX) / ratio,
    y: (fit.top + (row + 0.5) * fit.scaleY) / ratio,
  };
}

/** A line is hit within so many screen pixels. */
const NEAR = 6;

/**
 * The box that a click means: the one whose line is nearest, else of those that hold the place the one whose
 * middle is; null where there is none.
 */
export function boxUnder(
  x: number,
  y: number,
  rects: readonly { readonly key: number; readonly rect: ScreenRect }[],
): number | null {
  let found: { key: number; distance: number } | null = null;
  for (const { key, rect } of rects) {
    const toLine = distanceToLine(x, y, rect);
    const isInside = x >= rect.x && x <= rect.x + rect.width && y >= rect.y && y <= rect.y + rect.height;
    const toMiddle = Math.hypot(x - rect.x - rect.width / 2, y - rect.y - rect.height / 2);
    const distance = toLine <= NEAR ? toLine : isInside ? NEAR + toMiddle : Infinity;
    if (distance < (found?.distance ?? Infinity)) found = { key, distance };
  }
  return found?.key ?? null;
}

function distanceToLine(x: number, y: number, rect: ScreenRect): number {
  const right = rect.x + rect.width;
  const bottom = rect.y + rect.height;
  const outside = Math.hypot(Math.max(rect.x - x, 0, x - right), Math.max(rect.y - y, 0, y - bottom));
  if (outside > 0) return outside;
  return Math.min(x - rect.x, right - x, y - rect.y, bottom - y);
}
