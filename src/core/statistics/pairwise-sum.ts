/** Values that are added in one go; longer stretches are halved. */
const BLOCK = 128;
const LANES = 8;

/**
 * The sum of numbers in the order in which NumPy adds them, so that the last digit agrees too: eight running sums
 * over at most 128 values, longer stretches halved at a multiple of eight. 0 for none; NaN if there is one.
 * Source: NumPy, _core/src/umath/loops_utils.h.src, `pairwise_sum`.
 */
export function pairwiseSum(values: ArrayLike<number>, start = 0, end = values.length): number {
  const n = end - start;
  if (n < LANES) {
    let sum = 0;
    for (let i = start; i < end; i++) sum += values[i];
    return sum;
  }
  if (n > BLOCK) {
    const half = Math.floor(n / 2);
    const middle = start + half - (half % LANES);
    return pairwiseSum(values, start, middle) + pairwiseSum(values, middle, end);
  }
  const lanes = Array.from({ length: LANES }, (_, lane) => values[start + lane]);
  const whole = end - (n % LANES);
  for (let i = start + LANES; i < whole; i += LANES) {
    for (let lane = 0; lane < LANES; lane++) lanes[lane] += values[i + lane];
  }
  const [a, b, c, d, e, f, g, h] = lanes;
  let sum = a + b + (c + d) + (e + f + (g + h));
  for (let i = whole; i < end; i++) sum += values[i];
  return sum;
}

/** Arithmetic mean as `np.mean`; NaN for none, or where one is NaN. */
export function numpyMean(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : pairwiseSum(values) / values.length;
}

/**
 * Mean of the values that are not NaN, as `np.nanmean`: a NaN counts 0 in its place in the sum, which decides on the
 * last digit, and is left out of the count. NaN where there is nothing else.
 * Source: NumPy, lib/_nanfunctions_impl.py, `nanmean`.
 */
export function nanMean(values: readonly number[]): number {
  const known = values.filter((value) => !Number.isNaN(value)).length;
  if (known === 0) return Number.NaN;
  return pairwiseSum(values.map((value) => (Number.isNaN(value) ? 0 : value))) / known;
}
