import type { Comparison } from '../core/reconstruction/rule.ts';

/** The bits of the values that pass a threshold: those with `(bits - lowest) >>> 0 < width`. */
export interface BitRange {
  readonly lowest: number;
  readonly width: number;
}

/** The bits of +infinity: bits above are NaN or negative. */
export const INFINITY_BITS = { float16: 0x7c00, float32: 0x7f80_0000 } as const;

/**
 * The bits of the non-negative float16 or float32 values that pass `threshold`, rounded once to that type (to
 * nearest, ties to even): those above it, and for `>=` those equal to it too. Non-negative floats order as
 * their bits; NaN and values with the sign bit, -0 among them, never pass. Below a negative threshold lies no
 * value that counts, so every one from +0 up passes; a threshold that is NaN lets none pass.
 */
export function passingBits(
  threshold: number,
  type: 'float16' | 'float32',
  comparison: Comparison,
): BitRange {
  if (Number.isNaN(threshold)) return { lowest: 0, width: 0 };
  const size = type === 'float16' ? float16Bits(Math.abs(threshold)) : float32Bits(Math.abs(threshold));
  const lowest = threshold < 0 && size > 0 ? 0 : comparison === '>' ? size + 1 : size;
  return { lowest, width: INFINITY_BITS[type] + 1 - lowest };
}

/** Whether a float64 passes `threshold`, by the same rules. */
export function passes(value: number, threshold: number, comparison: Comparison): boolean {
  if (value < 0 || Object.is(value, -0)) return false;
  return comparison === '>' ? value > threshold : value >= threshold;
}

/**
 * The bits of the float16 nearest to a value, ties to even, in one rounding (through float32 there would be
 * two). Subnormals are exact; from 65,520 on it is infinity; NaN is 0x7e00.
 */
export function float16Bits(value: number): number {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const size = Math.abs(value);
  if (Number.isNaN(size)) return 0x7e00;
  if (size >= 65_520) return sign | 0x7c00;
  if (size < 2 ** -14) return sign | roundToEven(size * 2 ** 24); // 1,024 of them is 2 ** -14, with the right bits
  let exponent = Math.floor(Math.log2(size));
  if (2 ** exponent > size) exponent--; // the logarithm may have been rounded up to a whole number
  return sign | (((exponent + 14) << 10) + roundToEven(size * 2 ** (10 - exponent))); // a carry is right too
}

function float32Bits(value: number): number {
  return new Uint32Array(Float32Array.of(value).buffer)[0];
}

/** The nearest integer of a number from 0 to 2^52, ties to even. */
function roundToEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  return rest > 0.5 || (rest === 0.5 && below % 2 === 1) ? below + 1 : below;
}
