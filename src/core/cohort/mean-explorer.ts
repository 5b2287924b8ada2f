import type { Confusion } from '../counts/confusion.ts';
import { numpyMean } from '../statistics/pairwise-sum.ts';
import { meanUnder, type ConventionMean, type EmptyConvention } from '../statistics/statistics-empty.ts';
import type { EvaluationSummary } from '../runs/run-summary.ts';
import { rankValues } from './ranking.ts';

/** The rules of the explorer; `brats` gives the Dice of `one` and has no row of its own. */
export const EXPLORED = ['nnunet', 'zero', 'one', 'monai'] as const satisfies readonly EmptyConvention[];
export type ExploredConvention = (typeof EXPLORED)[number];

/** What a rule makes of one model. */
export interface ExploredModel {
  readonly name: string;
  /** The mean of the structures' means, as nnU-Net's foreground_mean; NaN where a structure has no case that counts. */
  readonly foreground: number;
  /** The mean as the tool of this rule takes it: MONAI first over the structures of a case, then over the cases. */
  readonly ownMean: number;
  /** Against nnU-Net's rule. */
  readonly change: number;
  readonly structures: readonly { readonly key: string; readonly mean: number; readonly change: number }[];
  /** Scores, and cases with such a score, that are other than by nnU-Net's rule. */
  readonly touchedScores: number;
  readonly touchedCases: number;
  /** From 1, the best; models with the same mean share a rank. */
  readonly rank: number;
}

/** One rule for structures that are missing from a map. */
export interface ExploredMean {
  readonly convention: ExploredConvention;
  readonly models: readonly ExploredModel[];
  /** Whether the models stand in another order than by nnU-Net's rule. */
  readonly isReordered: boolean;
}

/**
 * The means of all models, and so their order, under every rule for structures that are missing from a map. All rules
 * are averaged as nnU-Net does, so that only the rule differs; `ownMean` has what MONAI itself would print.
 */
export function exploreMeans(
  models: readonly { readonly name: string; readonly evaluation: EvaluationSummary }[],
): ExploredMean[] {
  const counts = models.map(({ evaluation }) => countsOf(evaluation));
  const usual = counts.map((cases) => meanUnder('nnunet', cases));
  const foregroundOf = ({ structures }: ConventionMean) => numpyMean(structures);
  const ranksOf = (means: readonly ConventionMean[]) => rankValues(means.map(foregroundOf));
  const usualRanks = ranksOf(usual);
  return EXPLORED.map((convention) => {
    const means = counts.map((cases) => meanUnder(convention, cases));
    const ranks = ranksOf(means);
    return {
      convention,
      isReordered: ranks.some((rank, m) => rank !== usualRanks[m]),
      models: models.map(({ name, evaluation }, m) => ({
        name,
        foreground: foregroundOf(means[m]),
        ownMean: means[m].foreground,
        change: foregroundOf(means[m]) - foregroundOf(usual[m]),
        structures: evaluation.keys.map((key, s) => {
          const mean = means[m].structures[s] ?? Number.NaN; // there is none of a model without a case
          return { key, mean, change: mean - (usual[m].structures[s] ?? Number.NaN) };
        }),
        touchedScores: means[m].touchedValues,
        touchedCases: means[m].touchedCases,
        rank: ranks[m],
      })),
    };
  });
}

/** A case that lacks a structure has it in neither map. */
function countsOf({ keys, cases }: EvaluationSummary): Confusion[][] {
  return cases.map(({ counts }) =>
    keys.map((key) => (Object.hasOwn(counts, key) ? counts[key] : { tp: 0, fp: 0, fn: 0 })),
  );
}
