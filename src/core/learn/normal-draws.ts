import type { Random } from '../statistics/random.ts';

/**
 * A draw of the standard normal distribution: sqrt(-2 ln u) cos(2 pi v) of two uniform draws.
 * Source: G. Box and M. Muller, Annals of Mathematical Statistics 29 (1958) 610.
 */
export function drawNormal(random: Random): number {
  const size = Math.sqrt(-2 * Math.log(1 - random())); // 1 - u is never 0
  return size * Math.cos(2 * Math.PI * random());
}
