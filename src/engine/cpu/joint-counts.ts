import type { JointCounts } from '../../core/counts/joint-counts.ts';
import { checkedCounts } from '../check-counts.ts';
import type { CodePair } from '../engine.ts';
import { countRuns } from './count-runs.ts';
import { countTable } from './count-table.ts';
import { inChunks } from './in-chunks.ts';

/**
 * How many voxels have reference code r and predicted code p, exactly: dense up to `MAX_DENSE_CELLS` cells,
 * else sparse. Codes of 8 and 16 bits may be mixed. No voxels: a table of zeros.
 * @throws DiceLensError engineCountsWrong where a code is outside the table.
 */
export async function countJointCpu(
  { rows, columns, reference, predicted }: CodePair,
  signal?: AbortSignal,
): Promise<JointCounts> {
  if (reference.length !== predicted.length) throw new RangeError('The code volumes differ in length.');
  const table = countTable(rows, columns);
  await inChunks(reference.length, signal, (from, to) =>
    countRuns(table, reference.subarray(from, to), predicted.subarray(from, to)),
  );
  return checkedCounts(table.toCounts(), reference.length);
}
