import type { JointCounts } from '../../core/counts/joint-counts.ts';
import { countPatternsCpu } from '../cpu/pattern-counts.ts';
import type { PatternPair } from '../engine.ts';
import { countRuleGpu } from './rule-counts.ts';
import type { GpuOptions } from './slabs.ts';

/**
 * As `countPatternsCpu`, on the GPU; dense tables only. float64 is counted on the CPU.
 * @throws DiceLensError engineCountsWrong where a reference code is outside the table, tooManyRegions; GpuRefused.
 */
export async function countPatternsGpu(
  device: GPUDevice,
  pair: PatternPair,
  options: GpuOptions = {},
): Promise<JointCounts> {
  if (pair.probabilities.type === 'float64') return countPatternsCpu(pair, options.signal);
  const rule = { kind: 'overwrite', thresholds: pair.thresholds, comparison: '>' } as const;
  return (await countRuleGpu(device, pair, rule, null, options)).counts;
}
