/** Where the series of erf gives way to the continued fraction of erfc. */
const SERIES_UP_TO = 2;
const FRACTION_TERMS = 120;

/**
 * Complementary error function, relative error below 1e-13 where it does not underflow. NaN for NaN.
 * Source: Abramowitz and Stegun 7.1.6 (series) and 7.1.14 (continued fraction).
 */
export function erfc(x: number): number {
  if (Number.isNaN(x)) return Number.NaN;
  if (x < 0) return 2 - erfc(-x);
  if (x < SERIES_UP_TO) {
    let term = x;
    let sum = x;
    for (let n = 1; term > sum * 1e-17; n++) {
      term *= (2 * x * x) / (2 * n + 1);
      sum += term;
    }
    return 1 - (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
  }
  let fraction = x;
  for (let k = FRACTION_TERMS; k > 0; k--) fraction = x + k / 2 / fraction;
  return Math.exp(-x * x) / (Math.sqrt(Math.PI) * fraction);
}

/** Share of a standard normal distribution below z, in [0, 1]. */
export function normalCdf(z: number): number {
  return erfc(-z / Math.SQRT2) / 2;
}

/** The z below which a share of a standard normal distribution lies: the inverse of `normalCdf`, by bisection. */
export function normalQuantile(share: number): number {
  if (!(share >= 0 && share <= 1)) return Number.NaN;
  if (share > 0.5) return -normalQuantile(1 - share); // the lower tail keeps its digits
  if (share === 0) return -Infinity;
  if (share === 0.5) return 0;
  let [low, high] = [-40, 0];
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (normalCdf(middle) < share) low = middle;
    else high = middle;
  }
}
