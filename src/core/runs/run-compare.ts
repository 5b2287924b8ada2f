import { deviation, mean } from '../statistics/bootstrap.ts';
import { NO_CONDITIONS, type ConditionKey, type RunConditions } from './run.ts';

/** One condition over several runs. */
export interface ConditionRow {
  readonly key: ConditionKey;
  readonly values: readonly RunConditions[ConditionKey][];
  /** Two known values are different. */
  readonly differs: boolean;
  /** The fold and its cases: different where folds are compared, and no change of method. */
  readonly isFold: boolean;
}

const OF_FOLD: readonly ConditionKey[] = ['fold', 'trainingCases', 'validationCases'];

/** The conditions of runs side by side: differing ones first, those of the fold after them; what nobody knows is left out. */
export function compareConditions(runs: readonly RunConditions[]): ConditionRow[] {
  const rows = (Object.keys(NO_CONDITIONS) as ConditionKey[]).map((key): ConditionRow => {
    const values = runs.map((conditions) => conditions[key]);
    const known = new Set(values.filter((value) => value !== null).map((value) => JSON.stringify(value)));
    return { key, values, differs: known.size > 1, isFold: OF_FOLD.includes(key) };
  });
  const rank = ({ differs, isFold }: ConditionRow) => (differs ? (isFold ? 1 : 0) : 2);
  return rows
    .filter(({ values }) => values.some((value) => value !== null))
    .sort((a, b) => rank(a) - rank(b));
}

/** A run's figure with its fold; `score` is whatever is compared, higher is better. */
export interface ScoredRun {
  readonly fold: string | null;
  readonly score: number;
}

/** What runs of one kind scatter by. */
export interface Spread {
  readonly runs: number;
  readonly mean: number;
  readonly deviation: number;
  readonly low: number;
  readonly high: number;
  /** Different folds differ in their cases too; only repeats of one fold show the noise of training. */
  readonly of: 'folds' | 'repeats' | 'mixed';
}

/** Mean, standard deviation (n - 1) and range of the runs; NaN for none. */
export function spreadOf(runs: readonly ScoredRun[]): Spread {
  const scores = runs.map(({ score }) => score);
  const folds = new Set(runs.map(({ fold }) => fold));
  return {
    runs: runs.length,
    mean: mean(scores),
    deviation: deviation(scores),
    low: scores.length === 0 ? Number.NaN : Math.min(...scores),
    high: scores.length === 0 ? Number.NaN : Math.max(...scores),
    of: folds.size === runs.length ? 'folds' : folds.size === 1 ? 'repeats' : 'mixed',
  };
}

/** Two trainings compared fold by fold. */
export interface PairedComparison {
  readonly pairs: readonly {
    readonly fold: string;
    readonly a: number;
    readonly b: number;
    readonly difference: number;
  }[];
  /** Of b - a. */
  readonly meanDifference: number;
  /** 95 % interval by Student's t on the differences; NaN with fewer than two pairs. */
  readonly low: number;
  readonly high: number;
  /** The interval does not hold 0. */
  readonly isLargerThanSpread: boolean;
}

/**
 * Pairs runs of the same fold, so that the difficulty of its cases cancels, and asks whether the differences are
 * larger than they scatter. Of several runs of a fold the mean is taken; folds that one side lacks are left out.
 */
export function compareByFold(a: readonly ScoredRun[], b: readonly ScoredRun[]): PairedComparison {
  const of = (runs: readonly ScoredRun[], fold: string) =>
    mean(runs.filter((run) => run.fold === fold).map(({ score }) => score));
  const folds = [...new Set(a.map(({ fold }) => fold))].filter(
    (fold): fold is string => fold !== null && b.some((run) => run.fold === fold),
  );
  const pairs = folds
    .sort((x, y) => x.localeCompare(y, 'en', { numeric: true }))
    .map((fold) => ({ fold, a: of(a, fold), b: of(b, fold) }))
    .map((pair) => ({ ...pair, difference: pair.b - pair.a }));
  const differences = pairs.map(({ difference }) => difference);
  const centre = mean(differences);
  const half = (tQuantile(pairs.length - 1) * deviation(differences)) / Math.sqrt(pairs.length);
  const [low, high] = [centre - half, centre + half];
  return { pairs, meanDifference: centre, low, high, isLargerThanSpread: low > 0 || high < 0 };
}

/** 97.5 % quantile of Student's t by degrees of freedom from 1 on; beyond the table by Cornish and Fisher's expansion. */
const T_975 = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
];

function tQuantile(freedom: number): number {
  if (freedom < 1) return Number.NaN;
  return T_975[freedom - 1] ?? 1.95996 + 2.3722 / freedom + 2.822 / freedom ** 2;
}

/** Curves of several runs as a band. */
export interface Band {
  readonly x: readonly number[];
  readonly low: readonly number[];
  readonly mean: readonly number[];
  readonly high: readonly number[];
}

/** Range and mean of curves at each x that all of them have. NaN counts as absent. */
export function bandOf(
  curves: readonly { readonly x: readonly number[]; readonly y: readonly number[] }[],
): Band {
  const values = new Map<number, number[]>();
  for (const { x, y } of curves) {
    x.forEach((at, i) => {
      if (!Number.isNaN(y[i])) values.set(at, [...(values.get(at) ?? []), y[i]]);
    });
  }
  const x = [...values.keys()].filter((at) => values.get(at)!.length === curves.length).sort((a, b) => a - b);
  return {
    x,
    low: x.map((at) => Math.min(...values.get(at)!)),
    mean: x.map((at) => mean(values.get(at)!)),
    high: x.map((at) => Math.max(...values.get(at)!)),
  };
}
