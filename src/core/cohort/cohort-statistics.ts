import type { EvaluationSummary } from '../runs/run-summary.ts';
import type { StructureStatistics } from '../statistics/statistics.ts';
import type { CohortComparison } from './cohort-compare.ts';
import type { CohortStructure, Way } from './cohort-result.ts';
import type { RankingStability } from './ranking.ts';

/** One way of evaluating all models of a cohort: what its statistics are made of. */
export interface WayOfModels {
  readonly way: Way;
  readonly structures: readonly CohortStructure[];
  /** The same keys in all of them. */
  readonly models: readonly { readonly name: string; readonly evaluation: EvaluationSummary }[];
}

/** One model, evaluated one way. */
export interface ModelStatistics {
  readonly name: string;
  readonly cases: number;
  readonly structures: readonly StructureStatistics[];
  /** The mean of the structures' means; NaN where a structure has no Dice in any case. */
  readonly foreground: number;
}

/** Every model of a cohort, evaluated one way, and the first two side by side. */
export interface WayStatistics {
  readonly way: Way;
  readonly structures: readonly CohortStructure[];
  readonly models: readonly ModelStatistics[];
  /** Of the second model against the first; null with fewer than two. */
  readonly comparison: CohortComparison | null;
  /** How the order of all models (by the mean of each case's Dice) stands up to other cases; null as for `rankingStability`. */
  readonly stability: RankingStability | null;
}

/** The statistics of a cohort: regions and labels, each for every model. */
export interface CohortStatistics {
  readonly draws: number;
  readonly seed: number;
  readonly ways: readonly WayStatistics[];
}
