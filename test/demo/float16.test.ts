import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toFloat16 } from '../../src/demo/float16.ts';

/** The value of the bits of a float16 that is neither negative, infinite nor NaN. */
function valueOf(bits: number): number {
  const [exponent, fraction] = [bits >> 10, bits & 1023];
  return exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15);
}

test('every float16 in [0, 1] comes back as itself', () => {
  for (let bits = 0; bits <= 0x3c00; bits++) expect(toFloat16(valueOf(bits))).toBe(bits);
});

test('a number goes to the nearest float16, halfway to the even one', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 0x3bff }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (bits, t) => {
        const [below, above] = [valueOf(bits), valueOf(bits + 1)];
        const expected = t < 0.5 ? bits : t > 0.5 ? bits + 1 : bits + (bits % 2);
        fc.pre(Math.abs(t - 0.5) > 1e-6 || t === 0.5);
        expect(toFloat16(below + t * (above - below))).toBe(expected);
      },
    ),
  );
});

test.each([-1e-9, 1.001, Number.NaN, Infinity])('%f is refused', (value) => {
  expect(() => toFloat16(value)).toThrow(RangeError);
});
