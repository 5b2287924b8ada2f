import { DiceLensError } from '../core/errors.ts';
import { type JointCounts, totalOf } from '../core/counts/joint-counts.ts';

/**
 * The counts, once every voxel is found in them; part of every count, on every engine.
 * @throws DiceLensError engineCountsWrong where a voxel is missing, such as one whose code is outside the table.
 */
export function checkedCounts(counts: JointCounts, voxels: number): JointCounts {
  const counted = totalOf(counts);
  if (counted !== voxels) throw new DiceLensError('engineCountsWrong', { voxels, counted });
  return counts;
}
