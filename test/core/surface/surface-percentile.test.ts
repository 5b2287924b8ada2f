import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linearPercentile, weightedPercentile } from '../../../src/core/surface/surface-percentile.ts';

const values = fc.array(
  fc.integer({ min: 0, max: 12 }).map((n) => n / 2),
  { minLength: 1, maxLength: 60 },
);
const share = fc.constantFrom(0, 0.05, 0.5, 0.95, 1);

test('the percentile interpolates between order statistics as numpy does', () => {
  fc.assert(
    fc.property(values, share, (all, q) => {
      const sorted = all.toSorted((a, b) => a - b);
      const place = q * (sorted.length - 1);
      const low = sorted[Math.floor(place)];
      const expected = low + ((sorted[Math.floor(place) + 1] ?? low) - low) * (place % 1);
      expect(linearPercentile(Float64Array.from(all), q)).toBeCloseTo(expected, 12);
    }),
  );
});

test('the weighted percentile is the first value at which the sorted weights reach the share', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(9), fc.integer({ min: 1, max: 8 })), { minLength: 1, maxLength: 60 }),
      share,
      (pairs, q) => {
        const sorted = pairs.toSorted((a, b) => a[0] - b[0]);
        const total = pairs.reduce((sum, [, weight]) => sum + weight, 0);
        let sum = 0;
        const expected = sorted.find(([, weight]) => (sum += weight) >= q * total)?.[0];
        const [all, weights] = [0, 1].map((i) => Float64Array.from(pairs, (pair) => pair[i]));
        expect(weightedPercentile(all, weights, q)).toBe(expected);
      },
    ),
  );
});

test('there is no percentile of nothing', () => {
  expect([
    linearPercentile(new Float64Array(), 0.95),
    weightedPercentile(new Float64Array(), null, 0.95),
  ]).toEqual([Number.NaN, Number.NaN]);
});
