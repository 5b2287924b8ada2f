import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formatBytes,
  formatBytesOf,
  formatDifference,
  formatMl,
  formatMlDifference,
  formatMm,
  formatScore,
  formatShare,
  formatVoxels,
  formatVoxelsShort,
} from '../../../src/core/text/format.ts';

test.each([
  [0.5414, 3, '0.541'],
  [0.5414, 4, '0.5414'],
  [0, 3, '0'],
  [-0, 3, '0'],
  [1, 3, '1.000'],
  [0.9994, 3, '0.999'],
  [0.9996, 3, '0.9996'],
  [0.99994, 3, '0.9999'],
  [0.99996, 3, '>0.9999'],
  [1 - 2 ** -53, 3, '>0.9999'],
  [0.0006, 3, '0.001'],
  [0.0004, 3, '0.0004'],
  [0.00004, 3, '<0.0001'],
  [Number.MIN_VALUE, 4, '<0.00001'],
  [Number.NaN, 3, 'NaN'],
])('score %d with %i decimals is %s', (score, decimals, text) => {
  expect(formatScore(score, decimals)).toBe(text);
});

test('a score reads as 1.000 only where it is 1, and as 0 only where it is 0', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (score) => {
      const text = formatScore(score);
      expect(Number(text) === 1).toBe(score === 1);
      expect(Number(text) === 0).toBe(score === 0);
      if (/^0\.\d+$/.test(text)) expect(Math.abs(Number(text) - score)).toBeLessThanOrEqual(0.0005001);
    }),
  );
});

test.each([
  [-0.339, '−0.339'],
  [0.0121, '+0.012'],
  [0, '0'],
  [-0.0004, '−0.0004'],
  [-0.00004, '>−0.0001'],
  [0.00004, '<+0.0001'],
  [-1, '−1.000'],
  [-0.99999, '<−0.9999'],
  [Number.NaN, 'NaN'],
])('difference %d is %s', (difference, text) => {
  expect(formatDifference(difference)).toBe(text);
});

test.each([
  [0, '0', '0'],
  [999, '999', '999'],
  [1000, '1,000', '1.0k'],
  [3509, '3,509', '3.5k'],
  [9949, '9,949', '9.9k'],
  [9951, '9,951', '10k'],
  [58_939, '58,939', '59k'],
  [999_499, '999,499', '999k'],
  [999_500, '999,500', '1.0M'],
  [999_999, '999,999', '1.0M'],
  [1_000_000, '1.00 M', '1.0M'],
  [8_858_812, '8.86 M', '8.9M'],
  [9_996_000, '10.0 M', '10M'],
  [99_960_000, '100 M', '100M'],
  [999_499_999, '999 M', '999M'],
  [999_500_000, '1.00 G', '1.0G'],
  [4_294_967_296, '4.29 G', '4.3G'],
])('%d voxels are %s, in a small cell %s', (voxels, text, short) => {
  expect(formatVoxels(voxels)).toBe(text);
  expect(formatVoxelsShort(voxels)).toBe(short);
});

test('a small cell never needs more than four characters', () => {
  const voxels = fc.integer({ min: 0, max: 999_000_000_000_000 });
  fc.assert(fc.property(voxels, (count) => formatVoxelsShort(count).length <= 4));
});

test.each([
  [0, '0'],
  [0.0009, '<0.001'],
  [0.001, '0.001'],
  [0.003, '0.003'],
  [0.0996, '0.0996'],
  [0.1, '0.100'],
  [0.01234, '0.0123'],
  [4.514, '4.51'],
  [61.085, '61.1'],
  [99.94, '99.9'],
  [99.96, '100'],
  [123.4, '123'],
  [1234.4, '1,234'],
])('%d mL is %s', (volumeMl, text) => {
  expect(formatMl(volumeMl)).toBe(text);
});

test.each([
  [2.98, '+2.98'],
  [-26.2, '−26.2'],
  [0, '0'],
  [0.0001, '<+0.001'],
  [-0.0001, '>−0.001'],
])('a difference of %d mL is %s', (differenceMl, text) => {
  expect(formatMlDifference(differenceMl)).toBe(text);
});

test.each([
  [0, '0'],
  [0.004, '<0.01'],
  [0.006, '0.01'],
  [7.284, '7.28'],
  [112.5, '112.50'],
])('%d mm is %s', (distanceMm, text) => {
  expect(formatMm(distanceMm)).toBe(text);
});

test.each([
  [0, '0 %'],
  [0.0004, '<0.1 %'],
  [0.0005, '0.1 %'],
  [0.0964, '9.6 %'],
  [0.0996, '10 %'],
  [0.684, '68 %'],
  [0.994, '99 %'],
  [0.996, '>99 %'],
  [1, '100 %'],
])('a share of %d is %s', (share, text) => {
  expect(formatShare(share)).toBe(text);
});

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1 kB'],
  [8_400_000, '8.4 MB'],
  [999_500, '1.0 MB'],
  [999_950_000, '1.00 GB'],
])('%d bytes are %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

test('how much of a file is read names the unit once, and twice where the units differ', () => {
  expect(formatBytesOf(5_100_000, 8_400_000)).toEqual(['5.1', '8.4 MB']);
  expect(formatBytesOf(0, 8_400_000)).toEqual(['0 B', '8.4 MB']);
});
