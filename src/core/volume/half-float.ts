import { roundHalfEven } from '../text/round-half-even.ts';

/** The number that 16 bits stand for (IEEE 754 binary16): sign, 5 bits of exponent, 10 of fraction. */
export function halfToNumber(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction ? Number.NaN : sign * Infinity;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** The 16 bits of the float16 nearest to a number, a half to the even; beyond 65,504 infinity, NaN a quiet NaN. */
export function nearestHalf(value: number): number {
  if (Number.isNaN(value)) return 0x7e00;
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const size = Math.abs(value);
  if (size >= 65_520) return sign | 0x7c00;
  if (size < 2 ** -14) return sign | roundHalfEven(size * 2 ** 24); // subnormal: steps of 2^-24
  let exponent = Math.floor(Math.log2(size));
  if (size < 2 ** exponent) exponent--; // log2 may round up
  return sign | ((exponent + 15) * 1024 + roundHalfEven((size / 2 ** exponent - 1) * 1024)); // a carry runs into the exponent
}
