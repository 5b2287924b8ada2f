import type { Interval } from '../statistics/bootstrap.ts';
import { nanMean } from '../statistics/pairwise-sum.ts';
import type { EvaluationSummary } from '../runs/run-summary.ts';
import { meanInterval, pooledDice, quartilesOf } from '../statistics/statistics.ts';
import type { BcaOptions } from '../statistics/statistics-bca.ts';
import { holm } from '../statistics/statistics-holm.ts';
import { signedRank, type SignedRank } from '../statistics/statistics-wilcoxon.ts';

/** Two models on one structure. Means and the rest are over the cases that both have. */
export interface StructureComparison {
  readonly key: string;
  /** Pairs in which both have a Dice. */
  readonly pairs: number;
  readonly meanA: number;
  readonly meanB: number;
  readonly pooledA: number;
  readonly pooledB: number;
  /** Mean of B - A with its BCa interval; above 0 where B is better. */
  readonly difference: Interval;
  readonly medianDifference: number;
  readonly test: SignedRank;
  /** p adjusted by Holm over the structures of this comparison. */
  readonly pHolm: number;
}

/** Two evaluations of the same cases, case by case. */
export interface CohortComparison {
  /** Names of the cases in both. */
  readonly cases: readonly string[];
  readonly onlyA: readonly string[];
  readonly onlyB: readonly string[];
  /** Cases whose reference has another size in the two: they were not evaluated against the same reference. */
  readonly otherReference: readonly string[];
  readonly structures: readonly StructureComparison[];
}

/**
 * Compares two models on the cases that both have, structure by structure of A that B has too. A pair of which one
 * Dice is NaN is left out and counted in `test.leftOut`, so the means here are over the same cases for both.
 */
export function compareCohorts(
  a: EvaluationSummary,
  b: EvaluationSummary,
  options: BcaOptions = {},
): CohortComparison {
  const inB = new Map(b.cases.map((one) => [one.name, one]));
  const inA = new Set(a.cases.map(({ name }) => name));
  const common = a.cases.flatMap((one) => {
    const other = inB.get(one.name);
    return other ? [{ name: one.name, a: one.counts, b: other.counts }] : [];
  });
  const keys = a.keys.filter((key) => b.keys.includes(key));
  const otherReference = common.filter(({ a, b }) =>
    keys.some((key) => a[key] && b[key] && a[key].tp + a[key].fn !== b[key].tp + b[key].fn),
  );
  const structures = keys.map((key) => {
    const both = common.filter(({ a, b }) => a[key] && b[key]).map(({ a, b }) => ({ a: a[key], b: b[key] }));
    const all = both.map(({ a, b }) => b.dice - a.dice);
    const paired = both.filter(({ a, b }) => !Number.isNaN(b.dice - a.dice));
    const differences = all.filter((difference) => !Number.isNaN(difference));
    return {
      key,
      pairs: paired.length,
      meanA: nanMean(paired.map(({ a }) => a.dice)),
      meanB: nanMean(paired.map(({ b }) => b.dice)),
      pooledA: pooledDice(both.map(({ a }) => a)),
      pooledB: pooledDice(both.map(({ b }) => b)),
      difference: meanInterval(differences, options),
      medianDifference: quartilesOf(differences).median,
      test: signedRank(all),
    };
  });
  const adjusted = holm(structures.map(({ test }) => test.p));
  return {
    cases: common.map(({ name }) => name),
    onlyA: a.cases.map(({ name }) => name).filter((name) => !inB.has(name)),
    onlyB: b.cases.map(({ name }) => name).filter((name) => !inA.has(name)),
    otherReference: otherReference.map(({ name }) => name),
    structures: structures.map((structure, i) => ({ ...structure, pHolm: adjusted[i] })),
  };
}
