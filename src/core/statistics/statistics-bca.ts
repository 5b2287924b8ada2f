import { quantile, type Interval } from './bootstrap.ts';
import { randomBelow, seededRandom } from './random.ts';
import { normalCdf, normalQuantile } from './statistics-normal.ts';

export interface BcaOptions {
  readonly seed?: number;
  readonly draws?: number;
  /** Share of the distribution within the interval. */
  readonly level?: number;
}

/**
 * A statistic of n cases with its bootstrap interval, bias-corrected and accelerated; the same for the same seed.
 * `statistic` is given the indices of the cases drawn, in an array that is used again. Draws and jackknife samples on
 * which it is NaN do not count. No width where no draw differs; NaN bounds with fewer than two cases.
 * Source: B. Efron, Journal of the American Statistical Association 82 (1987) 171; ties count half, as
 * scipy.stats.bootstrap has it.
 */
export function bcaInterval(
  n: number,
  statistic: (sample: Int32Array) => number,
  { seed = 1, draws = 10_000, level = 0.95 }: BcaOptions = {},
): Interval {
  const all = Int32Array.from({ length: n }, (_, i) => i);
  const value = n === 0 ? Number.NaN : statistic(all);
  if (n < 2 || Number.isNaN(value)) return { value, low: Number.NaN, high: Number.NaN };

  const random = seededRandom(seed);
  const sample = new Int32Array(n);
  const drawn = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw++) {
    for (let i = 0; i < n; i++) sample[i] = randomBelow(random, n);
    drawn[draw] = statistic(sample);
  }
  const estimates = drawn.filter((estimate) => !Number.isNaN(estimate)).sort();
  if (estimates.length === 0 || estimates[0] === estimates[estimates.length - 1]) {
    const only = estimates.length === 0 ? Number.NaN : value;
    return { value, low: only, high: only };
  }
  let [below, equal] = [0, 0];
  for (const estimate of estimates) {
    if (estimate < value) below++;
    else if (estimate === value) equal++;
  }
  // A value outside all draws would be infinitely biased: half a draw stands in.
  const share = Math.min(Math.max(below + equal / 2, 0.5), estimates.length - 0.5) / estimates.length;
  const bias = normalQuantile(share);
  const acceleration = accelerate(all, statistic);
  const bound = (tail: number) => {
    const z = bias + normalQuantile(tail);
    return quantile(estimates, normalCdf(bias + z / (1 - acceleration * z)));
  };
  return { value, low: bound((1 - level) / 2), high: bound((1 + level) / 2) };
}

/** A sixth of the skewness of the statistic's influence, from leaving out one case at a time. */
function accelerate(all: Int32Array, statistic: (sample: Int32Array) => number): number {
  const rest = all.slice(1);
  const left: number[] = [];
  for (let i = 0; i < all.length; i++) {
    if (i > 0) rest[i - 1] = i - 1;
    const estimate = statistic(rest);
    if (!Number.isNaN(estimate)) left.push(estimate);
  }
  const centre = left.reduce((sum, estimate) => sum + estimate, 0) / left.length;
  const influence = left.map((estimate) => centre - estimate);
  const scale = influence.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (scale === 0) return 0;
  let [squares, cubes] = [0, 0];
  for (const value of influence) {
    squares += (value / scale) ** 2; // tiny differences would underflow
    cubes += (value / scale) ** 3;
  }
  return cubes / (6 * squares ** 1.5);
}
