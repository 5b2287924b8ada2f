/** How far two quantities rise together. */
export interface RankCorrelation {
  /** In [-1, 1]; NaN with fewer than two pairs or where one side is constant. */
  readonly rho: number;
  /** Pairs of which neither value is NaN. */
  readonly pairs: number;
}

/** Ranks from 1 in ascending order; equal values share the mean of their ranks. Values must not be NaN. */
export function averageRanks(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((a, b) => values[a] - values[b]);
  const ranks = values.map(() => 0);
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    while (to < order.length && values[order[to]] === values[order[from]]) to++;
    for (let i = from; i < to; i++) ranks[order[i]] = (from + 1 + to) / 2;
    from = to;
  }
  return ranks;
}

/**
 * Spearman's rank correlation: Pearson's of the ranks, ties sharing their mean rank. Pairs with a NaN are left out.
 * Source: C. Spearman, American Journal of Psychology 15 (1904) 72; scipy.stats.spearmanr has the same figures.
 */
export function spearman(x: readonly number[], y: readonly number[]): RankCorrelation {
  const known = x.map((_, i) => i).filter((i) => !Number.isNaN(x[i]) && !Number.isNaN(y[i]));
  const n = known.length;
  const ranksX = averageRanks(known.map((i) => x[i]));
  const ranksY = averageRanks(known.map((i) => y[i]));
  const centre = (n + 1) / 2;
  let [xx, yy, xy] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    const [a, b] = [ranksX[i] - centre, ranksY[i] - centre];
    xx += a * a;
    yy += b * b;
    xy += a * b;
  }
  return { rho: n < 2 || xx === 0 || yy === 0 ? Number.NaN : xy / Math.sqrt(xx * yy), pairs: n };
}
