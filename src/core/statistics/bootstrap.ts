import { randomBelow, seededRandom } from './random.ts';

/** A straight line through points by least squares. */
export interface Line {
  readonly slope: number;
  readonly intercept: number;
}

/** An estimate with its interval; NaN where there is nothing to estimate from. */
export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Least squares of y against x; NaN with fewer than two different x. */
export function fitLine(x: readonly number[], y: readonly number[]): Line {
  const n = x.length;
  const [meanX, meanY] = [mean(x), mean(y)];
  let xx = 0;
  let xy = 0;
  for (let i = 0; i < n; i++) {
    xx += (x[i] - meanX) ** 2;
    xy += (x[i] - meanX) * (y[i] - meanY);
  }
  const slope = n < 2 || xx === 0 ? Number.NaN : xy / xx;
  return { slope, intercept: meanY - slope * meanX };
}

/** The length of a block for n points: 2 n^(1/3), at least 1, at most n. */
export function blockLength(n: number): number {
  return Math.max(1, Math.min(n, Math.ceil(2 * Math.cbrt(n))));
}

export interface BootstrapOptions {
  readonly seed?: number;
  readonly draws?: number;
  readonly block?: number;
  /** Share of the draws within the interval. */
  readonly level?: number;
}

/**
 * Slope of y against x with a moving-block bootstrap interval: neighbouring points are not independent, so
 * residuals of the fitted line are drawn in blocks of neighbours, put onto the line, and fitted again. Percentile
 * interval, seeded. Without noise the interval is the slope; NaN with fewer than three points.
 * Source: H. Künsch, Annals of Statistics 17 (1989) 1217, blocks of residuals.
 */
export function slopeInterval(
  x: readonly number[],
  y: readonly number[],
  options: BootstrapOptions = {},
): Interval {
  const n = x.length;
  const { seed = 1, draws = 1000, block = blockLength(n), level = 0.95 } = options;
  const { slope, intercept } = fitLine(x, y);
  if (n < 3 || Number.isNaN(slope)) return { value: slope, low: Number.NaN, high: Number.NaN };
  const residuals = y.map((value, i) => value - intercept - slope * x[i]);
  const meanX = mean(x);
  const weights = x.map((value) => value - meanX);
  const xx = weights.reduce((sum, w) => sum + w * w, 0);
  const random = seededRandom(seed);
  const slopes = new Float64Array(draws);
  for (let d = 0; d < draws; d++) {
    let noise = 0;
    for (let i = 0; i < n;) {
      const from = randomBelow(random, n - block + 1);
      for (let k = 0; k < block && i < n; k++, i++) noise += weights[i] * residuals[from + k];
    }
    slopes[d] = slope + noise / xx;
  }
  slopes.sort();
  return { value: slope, low: quantile(slopes, (1 - level) / 2), high: quantile(slopes, (1 + level) / 2) };
}

/** Quantile of ascending values with linear interpolation (NumPy's default); NaN for none. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  if (sorted.length === 0) return Number.NaN;
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
}

/** Median of the values that are not NaN; NaN for none. */
export function median(values: readonly number[]): number {
  return quantile(
    values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b),
    0.5,
  );
}

/** Arithmetic mean; NaN for none. */
export function mean(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Standard deviation with n - 1; NaN with fewer than two values. */
export function deviation(values: readonly number[]): number {
  const centre = mean(values);
  if (values.length < 2) return Number.NaN;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1));
}
