import fc from 'fast-check';
import type { JointCounts } from '../../../src/core/counts/joint-counts.ts';

/** A voxel of a small random case: reference row and predicted column. */
export type VoxelPair = readonly [reference: number, predicted: number];

/** Pairs of rows and columns below `size`. */
export const voxelPairs = (size: number, columns = size) =>
  fc.array(fc.tuple(fc.nat(size - 1), fc.nat(columns - 1)), { maxLength: 200 });

/** The table of these voxels, the slow obvious way. */
export function countPairs(pairs: readonly VoxelPair[], rows: number, columns = rows): JointCounts {
  const cells = new Float64Array(rows * columns);
  for (const [reference, predicted] of pairs) cells[reference * columns + predicted]++;
  return { rows, columns, cells };
}
