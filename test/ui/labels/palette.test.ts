import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  ERROR_OPACITY,
  FALSE_NEGATIVE_COLOUR,
  FALSE_POSITIVE_COLOUR,
  GAINED_TONES,
  LABELS,
  LOST_TONES,
  OVERLAY,
  pixelOf,
  rgbOf,
  TRUE_POSITIVE_OPACITY,
  type Hex,
} from '../../../src/ui/labels/palette.ts';
import { ciede2000, labOf, SIGHT } from '../ciede2000.ts';

const SEEING = Object.entries(SIGHT);

/** Figures of Sharma, Wu and Dalal's table of test data. */
test.each([
  [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
  [[50, -1.3802, -84.2814], [50, 0, -82.7485], 1],
  [[50, 2.49, -0.001], [50, -2.49, 0.0011], 7.2195],
  [[50, 2.5, 0], [73, 25, -18], 27.1492],
  [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
  [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
] as const)('the distance of %j and %j is %f', (first, second, distance) => {
  expect(ciede2000(first, second)).toBeCloseTo(distance, 4);
});

test.each(SEEING)('the 12 label colours are more than 12 apart: %s', (_, sight) => {
  const labs = LABELS.map((hex) => labOf(rgbOf(hex), sight));
  const distances = labs.flatMap((a, i) => labs.slice(i + 1).map((b) => ciede2000(a, b)));
  expect(Math.min(...distances)).toBeGreaterThan(12);
});

test.each(SEEING)('nothing, TP, FP and FN are more than 12 apart over any grey: %s', (_, sight) => {
  const over = (hex: Hex, opacity: number, grey: number) =>
    labOf(
      rgbOf(hex).map((value) => value * opacity + grey * (1 - opacity)) as [number, number, number],
      sight,
    );
  for (let grey = 0; grey <= 255; grey += 5) {
    const seen = [
      labOf([grey, grey, grey], sight),
      over(OVERLAY.truePositive, TRUE_POSITIVE_OPACITY, grey),
      over(FALSE_POSITIVE_COLOUR, ERROR_OPACITY, grey),
      over(FALSE_NEGATIVE_COLOUR, ERROR_OPACITY, grey),
    ];
    const distances = seen.flatMap((a, i) => seen.slice(i + 1).map((b) => ciede2000(a, b)));
    expect(Math.min(...distances), `grey ${grey}`).toBeGreaterThan(12);
  }
});

test.each([
  ['gained', GAINED_TONES],
  ['lost', LOST_TONES],
])('the tones of causes that were %s are more than 12 apart in normal sight', (_, tones) => {
  const labs = tones.map((hex) => labOf(rgbOf(hex), SIGHT.normal));
  expect(Math.min(...labs.flatMap((a, i) => labs.slice(i + 1).map((b) => ciede2000(a, b))))).toBeGreaterThan(
    12,
  );
});

test('the canvas draws in the colours of the style sheet', () => {
  const css = readFileSync(new URL('../../../src/ui/tokens.css', import.meta.url), 'utf8');
  const token = (name: string) => new RegExp(`--${name}:\\s*(#[0-9a-f]{6})`).exec(css)?.[1];
  expect(LABELS.map((_, i) => token(`l${i + 1}`))).toEqual([...LABELS]);
  expect(token('ov-tp')).toBe(OVERLAY.truePositive);
  expect(token('ov-ref')).toBe(OVERLAY.reference);
  expect(token('ov-pred')).toBe(OVERLAY.prediction);
  expect(token('ov-gained')).toBe(GAINED_TONES[0]);
  expect(token('ov-lost')).toBe(LOST_TONES[0]);
});

test('a pixel is alpha, blue, green and red', () => {
  expect(pixelOf('#123456', 1)).toBe(0xff563412);
  expect(pixelOf('#ffffff', 0)).toBe(0x00ffffff);
});
