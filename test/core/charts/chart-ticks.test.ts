import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formatTick,
  numberTicks,
  roundNumbers,
  timeTicks,
  wholeTicks,
} from '../../../src/core/charts/chart-ticks.ts';

const ordinary = fc.double({ min: -1e6, max: 1e6, noNaN: true });

test('round numbers ascend, lie within the range and are evenly spaced', () => {
  fc.assert(
    fc.property(ordinary, fc.double({ min: 1e-4, max: 1e6, noNaN: true }), (min, width) => {
      const numbers = roundNumbers(min, min + width, 6);
      expect(numbers.length).toBeLessThanOrEqual(8);
      const slack = width * 1e-6 + 1e-9;
      for (const number of numbers) {
        expect(number).toBeGreaterThanOrEqual(min - slack);
        expect(number).toBeLessThanOrEqual(min + width + slack);
      }
      const steps = numbers.slice(1).map((number, i) => number - numbers[i]);
      for (const step of steps) expect(Math.abs(step - steps[0])).toBeLessThan(slack);
    }),
  );
});

test('a range that is empty, reversed or infinite has no ticks', () => {
  expect(roundNumbers(1, 1, 5)).toEqual([]);
  expect(roundNumbers(2, 1, 5)).toEqual([]);
  expect(roundNumbers(0, Infinity, 5)).toEqual([]);
  expect(numberTicks(Number.NaN, 1, 5)).toEqual([]);
  expect(timeTicks(5, 5, 6, 'en')).toEqual([]);
});

test('ticks have the decimals that their step needs, and a true minus', () => {
  expect(numberTicks(-0.91, -0.79, 6).map(({ text }) => text)).toEqual([
    '−0.90',
    '−0.88',
    '−0.86',
    '−0.84',
    '−0.82',
    '−0.80',
  ]);
  expect(numberTicks(0, 1000, 5).map(({ text }) => text)).toEqual(['0', '200', '400', '600', '800', '1000']);
  expect(wholeTicks(0, 2, 6).map(({ text }) => text)).toEqual(['0', '1', '2']);
});

test('0 never has a sign', () => {
  expect(formatTick(-0, 2)).toBe('0.00');
  expect(formatTick(-0.001, 2)).toBe('0.00');
});

test('a time axis names the day at its first tick and at midnight, else the hour', () => {
  const from = Date.UTC(2026, 2, 19, 20);
  const texts = timeTicks(from, from + 12 * 3_600_000, 6, 'en').map(({ text }) => text);
  expect(texts).toEqual(['Mar 19', '22:00', 'Mar 20', '02:00', '04:00', '06:00', '08:00']);
});
