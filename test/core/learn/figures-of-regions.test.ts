import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distancesIn, edgeOf, middleSlice, nestedBalls } from '../../../src/core/learn/ball-phantom.ts';
import { solveFigure } from '../../../src/core/learn/figure-model.ts';
import { INNER_BORDERS } from '../../../src/core/learn/figure-inner-borders.ts';
import { ORDER_THRESHOLD } from '../../../src/core/learn/figure-order-threshold.ts';
import { REGIONS_PAY } from '../../../src/core/learn/figure-regions-pay.ts';
import { ballDice, radiusOfVolume, SAME_ERROR } from '../../../src/core/learn/figure-same-error.ts';
import { TRAINED_WRITTEN } from '../../../src/core/learn/figure-trained-written.ts';

test('a voxel of nested balls holds the number of balls that its centre lies in', () => {
  const edge = edgeOf(6);
  const distances = distancesIn(edge);
  fc.assert(
    fc.property(fc.array(fc.double({ min: -1, max: 6, noNaN: true }), { maxLength: 3 }), (radii) => {
      const codes = nestedBalls(edge, radii);
      for (let i = 0; i < codes.length; i += 7) {
        expect(codes[i]).toBe(radii.filter((radius) => radius > 0 && distances[i] <= radius).length);
      }
    }),
    { numRuns: 20 },
  );
});

test.each([5, 10, 20])('a ball of %i mm has the voxels of its volume within 1 %', (radius) => {
  const voxels = nestedBalls(edgeOf(radius), [radius]).reduce((sum, code) => sum + code, 0);
  expect(Math.abs(voxels / ((4 / 3) * Math.PI * radius ** 3) - 1)).toBeLessThan(0.01);
  expect(radiusOfVolume(voxels)).toBeCloseTo(radius, 1);
});

test('the middle slice is the plane of voxels in the middle', () => {
  const codes = Uint8Array.from({ length: 27 }, (_, i) => i);
  expect([...middleSlice(codes, 3)]).toEqual([9, 10, 11, 12, 13, 14, 15, 16, 17]);
});

test('Dice of a ball too large or too small: 2 min / (a + b) of the cubes; 1 without error, NaN without ball', () => {
  expect(ballDice(5, 1)).toBeCloseTo((2 * 125) / (125 + 216), 12);
  expect(ballDice(6, -1)).toBeCloseTo(ballDice(5, 1), 12);
  expect(ballDice(5, 0)).toBe(1);
  expect(ballDice(5, -5)).toBe(0);
  expect(ballDice(0, 1)).toBeNaN();
});

test('the same error: counted Dice is near the formula and rises with the radius', () => {
  const at = (radius: number) => solveFigure(SAME_ERROR, { radius, error: 1 }).numbers;
  const balls = [2, 5, 10, 15, 20, 25].map(at);
  for (const { dice, formula } of balls) expect(Math.abs(dice - formula)).toBeLessThan(0.04);
  for (const [i, { dice }] of balls.slice(1).entries()) expect(dice).toBeGreaterThan(balls[i].dice);
  expect(at(5)).toMatchObject({ tp: 524, fp: 379, fn: 0 });
  expect(solveFigure(SAME_ERROR, { radius: 5, error: 0 }).numbers.dice).toBe(1);
});

test('masks that lie in each other are written as they were trained; one that leaves the others is not', () => {
  const inside = solveFigure(TRAINED_WRITTEN, { shift: 0 }).numbers;
  expect(inside.changed).toBe(0);
  for (const name of ['whole', 'core', 'enhancing']) expect(inside[name]).toBe(inside[`${name}Raw`]);
  const outside = solveFigure(TRAINED_WRITTEN, { shift: 10 }).numbers;
  expect(outside.changed).toBeGreaterThan(0);
  expect(outside.core).toBeLessThan(outside.coreRaw);
  expect(outside.enhancing).toBe(outside.enhancingRaw);
});

test('labels 2 and 3 exchanged leave whole tumour and core as they are', () => {
  const [right, wrong] = [0, 1].map((order) => solveFigure(ORDER_THRESHOLD, { order }).numbers);
  expect([right.broken, wrong.broken]).toEqual([0, 2]);
  expect([wrong.whole, wrong.core]).toEqual([right.whole, right.core]);
  expect(wrong.enhancing).toBeLessThan(right.enhancing);
});

test('the best threshold is where the probabilities cross the boundary', () => {
  const { bestThreshold, bestWhole, whole } = solveFigure(ORDER_THRESHOLD).numbers;
  expect(bestThreshold).toBeCloseTo(1 / (1 + Math.exp(-1 / 1.5)), 1);
  expect(bestWhole).toBeGreaterThan(whole);
});

test('the parts of the drop add up, for every core and error', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 4, max: 18 }),
      fc.integer({ min: -4, max: 6 }),
      fc.integer({ min: -6, max: 6 }),
      (core, outer, inner) => {
        const found = solveFigure(INNER_BORDERS, { core, outer: outer / 2, inner: inner / 2 }).numbers;
        expect(found.drop).toBeCloseTo(found.region - found.label, 12);
        expect(found.volume + found.inner + found.spared).toBeCloseTo(found.drop, 12);
        expect(found.regionErrors + found.added - found.skipped).toBe(found.labelErrors);
      },
    ),
    { numRuns: 15 },
  );
});

test('a perfect inner border adds no error', () => {
  expect(solveFigure(INNER_BORDERS, { inner: 0 }).numbers).toMatchObject({ added: 0, inner: 0 });
});

test('without doubt both trainings write the reference; with it regions win nested, labels win side by side', () => {
  for (const shape of [0, 1]) {
    const sure = solveFigure(REGIONS_PAY, { shape, doubt: 0 }).numbers;
    expect(Object.values(sure)).toEqual([1, 1, 1, 1]);
  }
  const nested = solveFigure(REGIONS_PAY, { shape: 0, doubt: 2 }).numbers;
  expect(nested.wholeRegions).toBeGreaterThan(nested.wholeLabels);
  expect(nested.labelsRegions).toBeGreaterThan(nested.labelsLabels);
  const beside = solveFigure(REGIONS_PAY, { shape: 1, doubt: 2 }).numbers;
  expect(beside.wholeRegions).toBeLessThan(beside.wholeLabels);
  expect(beside.labelsRegions).toBeLessThan(beside.labelsLabels);
});
