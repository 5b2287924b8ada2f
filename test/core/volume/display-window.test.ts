import { expect, test } from 'vitest';
import { suggestWindow } from '../../../src/core/volume/display-window.ts';
import type { ImageVolume } from '../../../src/core/volume/volume.ts';

const image = (values: number[], slope = 1, intercept = 0): ImageVolume => ({
  grid: {
    size: [values.length, 1, 1],
    spacingMm: [1, 1, 1],
    affine: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0],
  },
  stored: Float32Array.from(values),
  slope,
  intercept,
});
const ramp = Array.from({ length: 1000 }, (_, i) => i);

test('the window runs from the 1st percentile to a tenth above the 99.5th, in units of the image', () => {
  const { width, level } = suggestWindow(image(ramp));
  expect(level - width / 2).toBeCloseTo(10, 9);
  expect(level + width / 2).toBeCloseTo(10 + 1.1 * (995 - 10), -1);
  expect(suggestWindow(image(ramp, 2, -5)).width).toBeCloseTo(2 * width, 9);
});

test('the ground around the body does not darken it', () => {
  const { width, level } = suggestWindow(image([...new Array<number>(5000).fill(-1), ...ramp]));
  expect(level - width / 2).toBeCloseTo(10, -1);
});

test('an image of one value, of NaN or empty still has a window', () => {
  for (const values of [[7, 7, 7], [Number.NaN, Number.NaN], []]) {
    expect(suggestWindow(image(values)).width).toBeGreaterThan(0);
  }
});
