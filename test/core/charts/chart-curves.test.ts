import fc from 'fast-check';
import { expect, test } from 'vitest';
import { valueAt } from '../../../src/core/charts/chart-context.ts';
import { rangeOf } from '../../../src/core/charts/chart-range.ts';
import { epochPositions, nearestPosition } from '../../../src/core/runs/epoch-axis.ts';
import { rollingMedian } from '../../../src/core/statistics/rolling-median.ts';
import { thinCurve } from '../../../src/core/charts/thin-curve.ts';

const value = fc.oneof(
  { weight: 5, arbitrary: fc.double({ min: -10, max: 10, noNaN: true }) },
  { weight: 1, arbitrary: fc.constant(Number.NaN) },
);

test('a rolling median is the median of the window, sorted anew at every place', () => {
  fc.assert(
    fc.property(fc.array(value, { maxLength: 60 }), fc.integer({ min: 1, max: 25 }), (values, window) => {
      const half = Math.floor(window / 2);
      const slow = values.map((_, i) => {
        const near = values.slice(Math.max(0, i - half), i + half + 1).filter(Number.isFinite);
        near.sort((a, b) => a - b);
        const n = near.length;
        return n === 0 ? Number.NaN : (near[(n - 1) >> 1] + near[n >> 1]) / 2;
      });
      expect(rollingMedian(values, window)).toEqual(slow);
    }),
  );
});

test('a range holds all values and whatever must be within, and is never empty', () => {
  fc.assert(
    fc.property(fc.array(value), fc.array(value), (values, include) => {
      const [min, max] = rangeOf(values, { include });
      expect(max).toBeGreaterThan(min);
      for (const one of [...values, ...include].filter(Number.isFinite)) {
        expect(one).toBeGreaterThanOrEqual(min);
        expect(one).toBeLessThanOrEqual(max);
      }
    }),
  );
});

test('a share that may lie outside leaves single outliers out', () => {
  const values = [...Array.from({ length: 100 }, (_, i) => i / 100), 1000];
  expect(rangeOf(values, { above: 0.02, margin: 0 })[1]).toBeLessThan(1);
});

test('a curve of few points is kept, one of many is thinned to means that stay within it', () => {
  const few = [3, Number.NaN, 5];
  expect(thinCurve([0, 1, 2], few, 10)).toEqual([
    [0, 3],
    [2, 5],
  ]);
  const x = Array.from({ length: 1000 }, (_, i) => i);
  const thin = thinCurve(
    x,
    x.map((i) => i * 2),
    50,
  );
  expect(thin).toHaveLength(50);
  for (const [at, y] of thin) expect(y).toBeCloseTo(2 * at, 9);
});

test('a curve is looked up at its points exactly, between them on the line, outside as NaN', () => {
  expect(valueAt([0, 2, 4], [1, 3, 9], 2)).toBe(3);
  expect(valueAt([0, 2, 4], [1, 3, 9], 3)).toBe(6);
  expect(valueAt([0, 2, 4], [1, 3, 9], -1)).toBeNaN();
  expect(valueAt([0, 2, 4], [1, 3, 9], 5)).toBeNaN();
});

const epoch = (number: number, durationS: number | null, startMs: number | null = null) => ({
  epoch: number,
  durationS,
  startMs,
  learningRate: null,
  trainLoss: null,
  valLoss: null,
  pseudoDice: [],
  loggedEma: null,
  isNewBest: false,
});

test('epochs stand at their number, the hours trained, the share of the schedule, or the time they began', () => {
  const run = { epochs: [epoch(0, 3600, 5), epoch(1, null), epoch(2, 1800, 9)] };
  expect(epochPositions(run, 'epoch', 4)).toEqual([0, 1, 2]);
  expect(epochPositions(run, 'hours', 4)).toEqual([1, 2, 2.5]); // a missing time is that of the epoch before
  expect(epochPositions(run, 'schedule', 4)).toEqual([0.25, 0.5, 0.75]);
  expect(epochPositions(run, 'clock', 4)).toEqual([5, Number.NaN, 9]);
});

test('the nearest epoch is found past those without a position', () => {
  expect(nearestPosition([Number.NaN, 10, 20], 14)).toBe(1);
  expect(nearestPosition([Number.NaN, 10, 20], 16)).toBe(2);
  expect(nearestPosition([Number.NaN], 3)).toBe(-1);
  expect(nearestPosition([], 3)).toBe(-1);
});
