import { DiceLensError } from '../errors.ts';
import type { Grid, Vec3 } from '../volume/grid.ts';

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

/**
 * Size of a voxel along the axes that an image extends along: mm^3, or mm^2 of a pixel where there is one slice,
 * in the unit that goes with its surfaces (mm^2, or mm of contour).
 */
export function voxelMeasure({ size, spacingMm }: Pick<Grid, 'size' | 'spacingMm'>): number {
  const extended = extendedAxes(size);
  return spacingMm.reduce((product, mm, axis) => (extended[axis] ? product * mm : product), 1);
}
