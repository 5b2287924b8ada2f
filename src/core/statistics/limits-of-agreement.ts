import { deviation, mean } from './bootstrap.ts';

/** How two measurements of the same quantity agree. */
export interface Agreement {
  readonly pairs: number;
  /** Mean of second - first. */
  readonly bias: number;
  /** The limits within which 95 % of the differences lie where they are normal; NaN with fewer than two pairs. */
  readonly low: number;
  readonly high: number;
  /** Pairs whose difference is outside the limits. */
  readonly outside: number;
}

/** The share of a normal distribution within 1.96 deviations is 95 %. */
const LIMIT = 1.959964;

/**
 * Bias and 95 % limits of agreement, bias ± 1.96 deviations of the differences (n - 1).
 * Source: J. Bland and D. Altman, Lancet 327 (1986) 307.
 */
export function limitsOfAgreement(first: readonly number[], second: readonly number[]): Agreement {
  const differences = first.map((value, i) => second[i] - value).filter((value) => !Number.isNaN(value));
  const [bias, spread] = [mean(differences), deviation(differences)];
  const [low, high] = [bias - LIMIT * spread, bias + LIMIT * spread];
  return {
    pairs: differences.length,
    bias,
    low,
    high,
    outside: differences.filter((value) => value < low || value > high).length,
  };
}
