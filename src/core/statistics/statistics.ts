import { quantile, type Interval } from './bootstrap.ts';
import type { Confusion } from '../counts/confusion.ts';
import { nanMean } from './pairwise-sum.ts';
import type { EvaluationSummary } from '../runs/run-summary.ts';
import { bcaInterval, type BcaOptions } from './statistics-bca.ts';

/** Dice of one structure over a cohort, in the ways that are in use side by side. */
export interface StructureStatistics {
  readonly key: string;
  /** Cases with a Dice, those in which the structure is in neither map, and those with a Dice of 0. */
  readonly cases: number;
  readonly absent: number;
  readonly zero: number;
  /** nnU-Net's mean over the cases with a Dice, and its bootstrap interval. */
  readonly mean: Interval;
  /** Of all voxels of the cohort as if they were one case. */
  readonly pooled: number;
  readonly quartiles: Quartiles;
}

export interface Quartiles {
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
}

/** Every structure of a cohort. Intervals are BCa of 10,000 draws, seeded, unless `options` say otherwise. */
export function describeCohort(
  { keys, cases }: EvaluationSummary,
  options: BcaOptions = {},
): StructureStatistics[] {
  return keys.map((key) => {
    const counts = cases.flatMap((one) => (Object.hasOwn(one.counts, key) ? [one.counts[key]] : []));
    const scores = counts.map((found) => found.dice);
    const known = scores.filter((score) => !Number.isNaN(score));
    return {
      key,
      cases: known.length,
      absent: scores.length - known.length,
      zero: known.filter((score) => score === 0).length,
      mean: { ...meanInterval(known, options), value: nanMean(scores) },
      pooled: pooledDice(counts),
      quartiles: quartilesOf(known),
    };
  });
}

/** 2 sum TP / (2 sum TP + sum FP + sum FN): large structures weigh more. NaN where the structure is nowhere. */
export function pooledDice(counts: readonly Confusion[]): number {
  let [twice, errors] = [0, 0];
  for (const { tp, fp, fn } of counts) {
    twice += 2 * tp;
    errors += fp + fn;
  }
  return twice + errors === 0 ? Number.NaN : twice / (twice + errors);
}

/** Quartiles of the values that are not NaN, with linear interpolation as NumPy's default; NaN for none. */
export function quartilesOf(values: readonly number[]): Quartiles {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  return { lower: quantile(sorted, 0.25), median: quantile(sorted, 0.5), upper: quantile(sorted, 0.75) };
}

/** Mean of values without NaN, with its BCa interval. */
export function meanInterval(values: readonly number[], options: BcaOptions = {}): Interval {
  const all = Float64Array.from(values);
  const mean = (sample: Int32Array) => {
    let sum = 0;
    for (let i = 0; i < sample.length; i++) sum += all[sample[i]];
    return sum / sample.length;
  };
  return bcaInterval(all.length, mean, options);
}
