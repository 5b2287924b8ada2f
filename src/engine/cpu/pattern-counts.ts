import type { JointCounts } from '../../core/counts/joint-counts.ts';
import { checkedCounts } from '../check-counts.ts';
import type { PatternPair } from '../engine.ts';
import { countRuns } from './count-runs.ts';
import { countTable } from './count-table.ts';
import { CHUNK, inChunks } from './in-chunks.ts';
import { patternCodes, patternFiller } from './patterns.ts';

/**
 * How many voxels have reference code r and pattern b, exactly, with 2 ** channels columns: `computePatterns`
 * and `countJointCpu` in one pass, so that no volume of patterns takes memory.
 * @throws DiceLensError engineCountsWrong where a reference code is outside the table, tooManyRegions above
 * 16 channels.
 */
export async function countPatternsCpu(
  { rows, reference, probabilities, thresholds }: PatternPair,
  signal?: AbortSignal,
): Promise<JointCounts> {
  const { size, channels } = probabilities;
  if (reference.length !== size[0] * size[1] * size[2]) throw new RangeError('The volumes differ in size.');
  const fill = patternFiller(probabilities, thresholds);
  const table = countTable(rows, 2 ** channels);
  const room = patternCodes(channels, Math.min(CHUNK, reference.length));
  await inChunks(reference.length, signal, (from, to) => {
    const patterns = room.subarray(0, to - from).fill(0);
    fill(patterns, from);
    countRuns(table, reference.subarray(from, to), patterns);
  });
  return checkedCounts(table.toCounts(), reference.length);
}
