import fc from 'fast-check';
import { expect, test } from 'vitest';
import { halfToNumber } from '../../src/core/volume/half-float.ts';
import { setPassing } from '../../src/engine/cpu/set-passing.ts';
import { passes } from '../../src/engine/threshold-bits.ts';
import { roundedTo } from './plain-values.ts';
import { THRESHOLDS } from './probabilities.ts';

const NEXT_TO_NOTHING = [0, 1, 0x0123, 0x0400, 0x8000, 0x8123];

test('one value among many that are next to 0 is seen wherever it stands, whatever its bits', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...NEXT_TO_NOTHING), { maxLength: 40 }),
      fc.array(fc.tuple(fc.nat({ max: 39 }), fc.integer({ min: 0, max: 0xffff })), { maxLength: 3 }),
      fc.nat({ max: 3 }),
      fc.constantFrom(...THRESHOLDS),
      fc.constantFrom('>' as const, '>=' as const),
      (small, others, offset, threshold, comparison) => {
        const values = new Uint16Array(offset + small.length).subarray(offset);
        values.set(small);
        for (const [at, bits] of others) if (at < values.length) values[at] = bits;
        const codes = new Uint8Array(values.length).fill(1);
        setPassing(codes, 2, values, threshold, comparison);

        const rounded = roundedTo('float16', threshold);
        const plain = Array.from(values, (bits) => passes(halfToNumber(bits), rounded, comparison));
        expect([...codes]).toEqual(plain.map((does) => (does ? 3 : 1)));
      },
    ),
    { numRuns: 3000 },
  );
});

test('of float32 too', () => {
  const nextToNothing = [0, 1, 0x0012_3456, 0x3300_0000, 0x8000_0000, 0xb300_0000];
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...nextToNothing), { maxLength: 40 }),
      fc.array(fc.tuple(fc.nat({ max: 39 }), fc.integer({ min: 0, max: 0xffff_ffff })), { maxLength: 3 }),
      fc.nat({ max: 3 }),
      fc.constantFrom(...THRESHOLDS),
      fc.constantFrom('>' as const, '>=' as const),
      (small, others, offset, threshold, comparison) => {
        const bits = new Uint32Array(offset + small.length).subarray(offset);
        bits.set(small);
        for (const [at, any] of others) if (at < bits.length) bits[at] = any;
        const values = new Float32Array(bits.buffer, bits.byteOffset, bits.length);
        const codes = new Uint8Array(values.length).fill(1);
        setPassing(codes, 2, values, threshold, comparison);

        const plain = Array.from(values, (value) => passes(value, Math.fround(threshold), comparison));
        expect([...codes]).toEqual(plain.map((does) => (does ? 3 : 1)));
      },
    ),
    { numRuns: 3000 },
  );
});
