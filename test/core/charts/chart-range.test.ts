import fc from 'fast-check';
import { expect, test } from 'vitest';
import { panRange, zoomRange, type Range } from '../../../src/core/charts/chart-range.ts';

const whole: Range = [0, 1000];
const shown = fc
  .tuple(fc.double({ min: 0, max: 990, noNaN: true }), fc.double({ min: 2, max: 10, noNaN: true }))
  .map(([min, width]): Range => [min, min + width]);

test('a moved view keeps its width and stays within everything', () => {
  fc.assert(
    fc.property(shown, fc.double({ min: -500, max: 500, noNaN: true }), (range, share) => {
      const [min, max] = panRange(range, share, whole);
      expect(max - min).toBeCloseTo(range[1] - range[0], 9);
      expect(min).toBeGreaterThanOrEqual(0);
      expect(max).toBeLessThanOrEqual(1000 + 1e-9);
    }),
  );
});

test('zooming keeps the place under the pointer where it is, unless an end is reached', () => {
  const [min, max] = zoomRange([200, 600], 300, 0.5, whole)!;
  expect([min, max]).toEqual([250, 450]);
  expect((300 - min) / (max - min)).toBe(0.25);
  expect(zoomRange([0, 100], 90, 2, whole)).toEqual([0, 200]);
});

test('zooming out far enough shows everything, and nearer ends at 1/500 of it', () => {
  expect(zoomRange([100, 900], 500, 1.25, whole)).toBeNull();
  const [min, max] = zoomRange([500, 504], 502, 0.01, whole)!;
  expect(max - min).toBeCloseTo(2, 9);
  expect(min).toBe(501);
});
