import { DiceLensError } from './errors.ts';
import type { Vec3 } from './grid.ts';

/**
 * Refuses a voxel size with which no distance can be measured.
 * @throws DiceLensError spacingUnusable for 0, negative, infinite and NaN
 */
export function demandSpacing(spacingMm: Vec3): void {
  if (spacingMm.every((mm) => mm > 0 && mm < Infinity)) return;
  throw new DiceLensError('spacingUnusable', { spacingMm });
}

/**
 * The axes along which an image extends: those longer than one voxel. Along the others there is no surface, so
 * that an image of one slice is measured as the 2-D image it is. A single voxel extends along all three.
 */
export function extendedAxes(size: Vec3): readonly [boolean, boolean, boolean] {
  const isLong = size.map((n) => n > 1) as [boolean, boolean, boolean];
  return isLong.some(Boolean) ? isLong : [true, true, true];
}
