import { dice, type Confusion } from '../counts/confusion.ts';
import { nanMean, numpyMean } from './pairwise-sum.ts';

/**
 * What a case counts where a structure is missing from a map. In all of them Dice is 0 where the reference has the
 * structure and the prediction has not.
 * - `nnunet`: in neither map, left out; predicted only, 0. Mean over cases, then over structures.
 * - `zero`, `one`: as nnU-Net, but in neither map 0, or 1.
 * - `brats`: in neither map 1, predicted only 0 (BraTS-2023-Metrics, metrics.py): for Dice the same as `one`.
 * - `monai`: not in the reference, left out, predicted or not (`DiceMetric(ignore_empty=True)`). Mean over the
 *   structures of a case, then over cases (reduction "mean").
 */
export const EMPTY_CONVENTIONS = ['nnunet', 'zero', 'one', 'monai', 'brats'] as const;
export type EmptyConvention = (typeof EMPTY_CONVENTIONS)[number];

export interface ConventionMean {
  /** Mean Dice of each structure; NaN where no case counts. */
  readonly structures: readonly number[];
  /** The mean over everything. With `nnunet` it is foreground_mean: NaN if a structure has none. */
  readonly foreground: number;
  /** How many values, and in how many cases, are other than by nnU-Net's rule. */
  readonly touchedValues: number;
  readonly touchedCases: number;
}

/** Dice of one structure in one case under a convention; NaN where it is left out. */
export function diceUnder(convention: EmptyConvention, counts: Confusion): number {
  const { tp, fp, fn } = counts;
  if (convention === 'monai' && tp + fn === 0) return Number.NaN;
  if (tp + fp + fn > 0) return dice(counts);
  return convention === 'zero' ? 0 : convention === 'one' || convention === 'brats' ? 1 : Number.NaN;
}

/**
 * Means of a cohort under a convention. `cases[c][s]` are the counts of structure s in case c.
 * Sources: nnU-Net v2, evaluation/evaluate_predictions.py, `compute_metrics_on_folder`; MONAI, metrics/meandice.py.
 */
export function meanUnder(
  convention: EmptyConvention,
  cases: readonly (readonly Confusion[])[],
): ConventionMean {
  const scores = cases.map((counts) => counts.map((one) => diceUnder(convention, one)));
  const touched = cases.map(
    (counts, c) => counts.filter((one, s) => !Object.is(diceUnder('nnunet', one), scores[c][s])).length,
  );
  const structures = (scores[0] ?? []).map((_, s) => nanMean(scores.map((row) => row[s])));
  return {
    structures,
    foreground: convention === 'monai' ? nanMean(scores.map(nanMean)) : numpyMean(structures),
    touchedValues: touched.reduce((sum, values) => sum + values, 0),
    touchedCases: touched.filter((values) => values > 0).length,
  };
}
