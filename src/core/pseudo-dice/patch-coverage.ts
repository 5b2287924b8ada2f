import type { Vec3 } from '../volume/grid.ts';
import { startRanges } from './patch-bounds.ts';

/**
 * The chance that a random patch covers each place along one axis: the starts that reach it over all starts. A patch
 * covers a voxel with the product of the three. 1 everywhere where the patch is as long as the image or longer
 * by an even number of voxels.
 */
export function axisCoverage(size: Vec3, patch: Vec3, axis: number): Float64Array {
  const { low, high } = startRanges(size, patch)[axis];
  return Float64Array.from({ length: size[axis] }, (_, at) => {
    const from = Math.max(low, at - patch[axis] + 1);
    const to = Math.min(high, at);
    return Math.max(0, to - from + 1) / (high - low + 1);
  });
}

/** Chances along x, y and z. */
export function randomCoverage(size: Vec3, patch: Vec3): [Float64Array, Float64Array, Float64Array] {
  return [axisCoverage(size, patch, 0), axisCoverage(size, patch, 1), axisCoverage(size, patch, 2)];
}
