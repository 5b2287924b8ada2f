import { nanMean } from '../statistics/pairwise-sum.ts';
import { randomBelow, seededRandom } from '../statistics/random.ts';

export interface RankOptions {
  /** True for distances and errors. */
  readonly smallerIsBetter?: boolean;
  /** The rank that equal values share: the best of theirs, the worst, or the mean. */
  readonly ties?: 'min' | 'max' | 'average';
}

/** Ranks from 1, the best; NaN ranks behind everything else, all NaN alike. */
export function rankValues(
  values: readonly number[],
  { smallerIsBetter = false, ties = 'min' }: RankOptions = {},
): number[] {
  const worst = smallerIsBetter ? Infinity : -Infinity;
  const known = values.map((value) => (Number.isNaN(value) ? worst : value));
  return known.map((value) => {
    const better = known.filter((other) => (smallerIsBetter ? other < value : other > value)).length;
    const equal = known.filter((other) => other === value).length;
    return better + (ties === 'min' ? 1 : ties === 'max' ? equal : (equal + 1) / 2);
  });
}

/**
 * Ranks of models by the mean of their ranks on every case. `scores[m][c]` is the score of model m in case c.
 * Source: M. Wiesenfarth et al., Scientific Reports 11 (2021) 2369, "rank then aggregate".
 */
export function rankThenMean(scores: readonly (readonly number[])[], options: RankOptions = {}): number[] {
  const cases = scores[0]?.length ?? 0;
  const byCase = Array.from({ length: cases }, (_, c) =>
    rankValues(
      scores.map((row) => row[c]),
      options,
    ),
  );
  return rankValues(
    scores.map((_, m) => nanMean(byCase.map((ranks) => ranks[m]))),
    { ...options, smallerIsBetter: true },
  );
}

/** Ranks of models by the mean of their scores, NaN left out: "aggregate then rank". */
export function meanThenRank(scores: readonly (readonly number[])[], options: RankOptions = {}): number[] {
  return rankValues(scores.map(nanMean), options);
}

/** How often each model came at each rank when the cases were drawn anew. */
export interface RankingStability {
  /** Ranks on the cases as they are. */
  readonly ranks: readonly number[];
  /** `shares[m][r]`: share of the draws in which model m had rank r + 1. */
  readonly shares: readonly (readonly number[])[];
}

/**
 * Whether the order of models (by the mean of their scores) would be the same on other cases like these: bootstrap
 * over cases, seeded. Null with fewer than two cases, where drawing them anew says nothing.
 */
export function rankingStability(
  scores: readonly (readonly number[])[],
  { seed = 1, draws = 1000, ...options }: RankOptions & { seed?: number; draws?: number } = {},
): RankingStability | null {
  const cases = scores[0]?.length ?? 0;
  if (cases < 2) return null;
  const random = seededRandom(seed);
  const counts = scores.map(() => scores.map(() => 0));
  for (let draw = 0; draw < draws; draw++) {
    const sample = Array.from({ length: cases }, () => randomBelow(random, cases));
    const ranks = meanThenRank(
      scores.map((row) => sample.map((c) => row[c])),
      { ...options, ties: 'min' },
    );
    ranks.forEach((rank, m) => counts[m][rank - 1]++);
  }
  return {
    ranks: meanThenRank(scores, options),
    shares: counts.map((row) => row.map((times) => times / draws)),
  };
}
