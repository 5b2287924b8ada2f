import type { Comparison } from '../core/rule.ts';
import { bitsAbove, type BitRange } from './threshold-bits.ts';

/**
 * The bits of the non-negative float16 or float32 values that pass `threshold`, rounded once to that type:
 * those above it, and for `>=` those equal to it too. NaN, negative values and -0 never pass, a threshold that
 * is NaN lets none pass.
 */
export function passingBits(
  threshold: number,
  type: 'float16' | 'float32',
  comparison: Comparison,
): BitRange {
  const above = bitsAbove(threshold, type);
  if (comparison === '>' || Number.isNaN(threshold) || above.lowest === 0) return above;
  return { lowest: above.lowest - 1, width: above.width + 1 };
}

/** Whether a float64 passes `threshold`, by the same rules. */
export function passes(value: number, threshold: number, comparison: Comparison): boolean {
  if (value < 0 || Object.is(value, -0)) return false;
  return comparison === '>' ? value > threshold : value >= threshold;
}
