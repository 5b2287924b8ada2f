import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blockLength, fitLine, quantile, slopeInterval } from '../../../src/core/statistics/bootstrap.ts';
import { randomBelow, seededRandom } from '../../../src/core/statistics/random.ts';

const numbers = (n: number) => Array.from({ length: n }, (_, i) => i);

test('a line without noise is found, and its interval has no width', () => {
  fc.assert(
    fc.property(fc.integer({ min: 3, max: 60 }), fc.integer({ min: -9, max: 9 }), (n, slope) => {
      const x = numbers(n);
      const { value, low, high } = slopeInterval(
        x,
        x.map((i) => 2 + slope * i),
        { draws: 50 },
      );
      for (const found of [value, low, high]) expect(found).toBeCloseTo(slope, 9);
    }),
  );
});

test('the interval covers the slope that is there about as often as it says, with noise of neighbours', () => {
  const random = seededRandom(5);
  const x = numbers(200);
  let covered = 0;
  for (let trial = 0; trial < 200; trial++) {
    let noise = 0;
    const y = x.map((i) => {
      noise = 0.4 * noise + (random() + random() + random() - 1.5) * 0.01;
      return 0.9 + 2e-5 * i + noise;
    });
    const { low, high } = slopeInterval(x, y, { draws: 300, seed: trial });
    if (low <= 2e-5 && 2e-5 <= high) covered++;
  }
  expect(covered / 200).toBeGreaterThan(0.85);
  expect(covered / 200).toBeLessThan(0.99);
});

test('the same seed gives the same interval', () => {
  const x = numbers(50);
  const y = x.map((i) => Math.sin(i * 12.9) / 10);
  expect(slopeInterval(x, y, { seed: 7 })).toEqual(slopeInterval(x, y, { seed: 7 }));
  expect(slopeInterval(x, y, { seed: 7 })).not.toEqual(slopeInterval(x, y, { seed: 8 }));
});

test('too few points have no interval, and a single one no slope', () => {
  expect(slopeInterval([0, 1], [1, 2])).toEqual({ value: 1, low: Number.NaN, high: Number.NaN });
  expect(fitLine([3], [1]).slope).toBeNaN();
  expect([1, 2, 8, 27].map(blockLength)).toEqual([1, 2, 4, 6]);
});

test('quantiles interpolate as NumPy does', () => {
  expect([0, 0.25, 0.5, 0.9, 1].map((share) => quantile([1, 2, 3, 10], share))).toEqual(
    [1, 1.75, 2.5, 7.9, 10].map((v) => expect.closeTo(v, 12)),
  );
  expect(quantile([], 0.5)).toBeNaN();
});

test('random numbers are even, and below their bound', () => {
  for (const seed of [0, 1, 2, -1, 0.5, 2 ** 40]) {
    const random = seededRandom(seed);
    const counts = Array.from({ length: 10 }, () => 0);
    for (let i = 0; i < 20_000; i++) counts[randomBelow(random, 10)]++;
    const chi = counts.reduce((sum, count) => sum + (count - 2000) ** 2 / 2000, 0);
    expect(chi).toBeLessThan(28); // 0.1 % of nine degrees of freedom
  }
  expect(seededRandom(1)()).not.toBe(seededRandom(2)());
});
