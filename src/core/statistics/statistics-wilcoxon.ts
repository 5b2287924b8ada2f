import { erfc } from './statistics-normal.ts';

/** The outcome of a signed-rank test. */
export interface SignedRank {
  /** Pairs whose difference is neither NaN nor 0: those that were ranked. */
  readonly ranked: number;
  /** Pairs without a difference, which are dropped. */
  readonly zeros: number;
  /** Pairs of which one value is NaN, which are left out. */
  readonly leftOut: number;
  /** Sums of the ranks of the positive and of the negative differences. */
  readonly wPlus: number;
  readonly wMinus: number;
  /** Two-sided; 1 where all differences are 0, NaN where there is no pair. */
  readonly p: number;
  readonly method: 'exact' | 'normal' | 'none';
  /** Matched-pairs rank-biserial correlation (W+ - W-) / (W+ + W-), in [-1, 1]; NaN where nothing was ranked. */
  readonly effect: number;
}

/** The most pairs for which every assignment of signs is counted. */
const MAX_EXACT = 50;

/**
 * Wilcoxon's signed-rank test on paired differences, two-sided. NaN is left out, zeros are dropped, equal sizes share
 * their mean rank. Exact up to 50 pairs where there are neither ties nor zeros, else the normal approximation with
 * the variance corrected for ties and without continuity correction.
 * Source: F. Wilcoxon, Biometrics Bulletin 1 (1945) 80; zero_method "wilcox" of scipy.stats.wilcoxon; effect size:
 * D. Kerby, Comprehensive Psychology 3 (2014) 11.IT.3.1.
 */
export function signedRank(differences: readonly number[]): SignedRank {
  const known = differences.filter((value) => !Number.isNaN(value));
  const sorted = known.filter((value) => value !== 0).sort((a, b) => Math.abs(a) - Math.abs(b));
  const n = sorted.length;
  const zeros = known.length - n;
  let [wPlus, wMinus, ties] = [0, 0, 0];
  for (let from = 0; from < n;) {
    let to = from + 1;
    while (to < n && Math.abs(sorted[to]) === Math.abs(sorted[from])) to++;
    const rank = (from + 1 + to) / 2;
    for (let i = from; i < to; i++) {
      if (sorted[i] > 0) wPlus += rank;
      else wMinus += rank;
    }
    ties += (to - from) ** 3 - (to - from);
    from = to;
  }
  const counts = { ranked: n, zeros, leftOut: differences.length - known.length, wPlus, wMinus };
  if (n === 0) {
    return { ...counts, p: known.length === 0 ? Number.NaN : 1, method: 'none', effect: Number.NaN };
  }
  const effect = (wPlus - wMinus) / (wPlus + wMinus);
  if (n <= MAX_EXACT && zeros === 0 && ties === 0) {
    return { ...counts, p: exactP(n, Math.min(wPlus, wMinus)), method: 'exact', effect };
  }
  const variance = (n * (n + 1) * (2 * n + 1)) / 24 - ties / 48;
  const z = (wPlus - (n * (n + 1)) / 4) / Math.sqrt(variance);
  return { ...counts, p: erfc(Math.abs(z) / Math.SQRT2), method: 'normal', effect };
}

/** Twice the share of the 2^n assignments of signs whose smaller sum of ranks is at most w; exact integers. */
function exactP(n: number, w: number): number {
  const ways = new Float64Array((n * (n + 1)) / 2 + 1);
  ways[0] = 1;
  for (let rank = 1; rank <= n; rank++) {
    for (let sum = (rank * (rank + 1)) / 2; sum >= rank; sum--) ways[sum] += ways[sum - rank];
  }
  let below = 0;
  for (let sum = 0; sum <= w; sum++) below += ways[sum];
  return Math.min(1, (2 * below) / 2 ** n);
}
