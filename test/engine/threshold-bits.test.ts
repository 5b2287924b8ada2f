import fc from 'fast-check';
import { expect, test } from 'vitest';
import { float16Bits, passingBits } from '../../src/engine/threshold-bits.ts';
import { float16Value, roundedToFloat16 } from './plain-loop.ts';

test('every float16 has its own bits', () => {
  for (let bits = 0; bits < 0x10000; bits++) {
    const value = float16Value(bits);
    if (!Number.isNaN(value)) expect(float16Bits(value)).toBe(bits);
  }
  expect(float16Bits(Number.NaN)).toBe(0x7e00);
});

test('halfway between two float16 lies the even one, and a hair beyond the nearer one', () => {
  for (let bits = 0; bits < 0x7bff; bits++) {
    const [low, high] = [float16Value(bits), float16Value(bits + 1)];
    const middle = (low + high) / 2; // exact: a double has 42 bits to spare
    const hair = (high - low) * 2 ** -30; // lost in float32, so that rounding twice would be wrong
    expect(float16Bits(middle)).toBe(bits % 2 === 0 ? bits : bits + 1);
    expect(float16Bits(middle - hair)).toBe(bits);
    expect(float16Bits(middle + hair)).toBe(bits + 1);
  }
});

test('above the largest float16 half a step still rounds down, the next number to infinity', () => {
  expect(float16Bits(65_519.999)).toBe(0x7bff);
  expect(float16Bits(65_520)).toBe(0x7c00);
  expect(float16Bits(-1e300)).toBe(0xfc00);
});

test('any number is rounded to the nearest float16', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.double(), fc.double({ min: -2, max: 2 }), fc.double({ min: 0, max: 1e-4 })),
      (value) => {
        expect(float16Value(float16Bits(value))).toBe(roundedToFloat16(value));
      },
    ),
  );
});

test.each([
  ['float16', 0.5, 0x3800],
  ['float16', 0.50001, 0x3800], // rounds to 0.5
  ['float16', 2 ** -24, 1], // the smallest subnormal
  ['float16', 2 ** -25, 0], // halfway to it: to even, 0
  ['float16', -0, 0],
  ['float16', -1e-9, 0], // rounds to -0, which 0 does not exceed
  ['float32', 0.5, 0x3f00_0000],
  ['float32', 0.5000000001, 0x3f00_0000],
  ['float32', 1.401298464324817e-45, 1],
  ['float32', 0, 0],
] as const)(
  '%s above %f begins after its bits, and >= with them; both end with infinity',
  (type, threshold, bits) => {
    const infinity = type === 'float16' ? 0x7c00 : 0x7f80_0000;
    expect(passingBits(threshold, type, '>')).toEqual({ lowest: bits + 1, width: infinity - bits });
    expect(passingBits(threshold, type, '>=')).toEqual({ lowest: bits, width: infinity + 1 - bits });
  },
);

test('nothing is above infinity, infinity alone is not below it, and nothing passes NaN', () => {
  expect(passingBits(Number.POSITIVE_INFINITY, 'float16', '>').width).toBe(0);
  expect(passingBits(1e6, 'float16', '>').width).toBe(0);
  expect(passingBits(1e6, 'float16', '>=')).toEqual({ lowest: 0x7c00, width: 1 });
  for (const comparison of ['>', '>='] as const) {
    expect(passingBits(Number.NaN, 'float32', comparison).width).toBe(0);
  }
});

test('everything that is not negative passes -1', () => {
  for (const comparison of ['>', '>='] as const) {
    expect(passingBits(-1, 'float16', comparison)).toEqual({ lowest: 0, width: 0x7c01 });
    const lowest = passingBits(Number.NEGATIVE_INFINITY, 'float32', comparison);
    expect(lowest).toEqual({ lowest: 0, width: 0x7f80_0001 });
  }
});
