import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Vec3 } from '../../../src/core/volume/grid.ts';
import { halfToNumber, nearestHalf } from '../../../src/core/volume/half-float.ts';
import { roundHalfEven } from '../../../src/core/text/round-half-even.ts';
import {
  costOfTiles,
  planTiles,
  tileCoverage,
  tileStarts,
} from '../../../src/core/pseudo-dice/sliding-window.ts';
import { tileWeights } from '../../../src/core/pseudo-dice/tile-weights.ts';

test('an image of 110 and a patch of 64 have tiles at 0, 23 and 46', () => {
  expect(tileStarts(110, 64)).toEqual([0, 23, 46]);
});

test.each([
  [64, 64, 0.5, [0]],
  [65, 64, 0.5, [0, 1]],
  [96, 64, 0.5, [0, 32]],
  [97, 64, 0.5, [0, 16, 33]], // 16.5 goes to 16
  [128, 64, 1, [0, 64]],
])('an image of %i, a patch of %i, a step of %f: %j', (size, patch, step, starts) => {
  expect(tileStarts(size, patch, step)).toEqual(starts);
});

test('halves go to the even number', () => {
  expect([0.5, 1.5, 2.5, -0.5, -1.5, 2.4].map(roundHalfEven)).toEqual([0, 2, 2, 0, -2, 2]);
});

test('tiles begin and end with the image and leave no voxel out; steps are at most the share asked for', () => {
  const length = fc.integer({ min: 2, max: 200 });
  fc.assert(
    fc.property(length, length, fc.double({ min: 0.1, max: 1, noNaN: true }), (size, patch, step) => {
      const plan = planTiles([size, 1, 1], [patch, 1, 1], step);
      const [along] = plan.starts;
      expect([along[0], along[along.length - 1]]).toEqual([0, Math.max(size, patch) - patch]);
      along.slice(1).forEach((start, i) => expect(start - along[i]).toBeLessThanOrEqual(patch * step + 1));
      expect(Math.min(...tileCoverage(plan, [size, 1, 1], 0))).toBeGreaterThanOrEqual(1);
    }),
  );
});

test('a small image is padded, half in front; its cost counts the padded voxels', () => {
  const plan = planTiles([5, 110, 30], [8, 64, 30]);
  expect(plan).toMatchObject({ padded: [8, 110, 30], padBefore: [1, 0, 0], tiles: 3 });
  expect(tileCoverage(plan, [5, 110, 30], 0)).toEqual([1, 1, 1, 1, 1]);
  expect(tileCoverage(plan, [5, 110, 30], 1).slice(22, 24)).toEqual([1, 2]);
  expect(costOfTiles(plan, 3, 3)).toEqual({ passes: 24, accumulatorBytes: 4 * 8 * 110 * 30 * 2 });
});

test('a patch of one slice takes every slice once', () => {
  const plan = planTiles([64, 64, 7], [64, 64, 1]);
  expect(plan.starts[2]).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(costOfTiles(plan, 2, 2).passes).toBe(28);
});

test('weights peak at 10 in the centre, fall by the Gaussian of an eighth, and are never 0', () => {
  const patch: Vec3 = [16, 16, 16];
  const weights = tileWeights(patch);
  const at = (x: number, y: number, z: number) => weights[x + 16 * (y + 16 * z)];
  expect(at(8, 8, 8)).toBe(10);
  expect(at(10, 8, 8)).toBeCloseTo(10 * Math.exp(-0.5), 2); // one sigma away
  expect(at(6, 8, 8)).toBe(at(10, 8, 8));
  expect(at(0, 0, 0)).toBe(2 ** -24); // below half the smallest float16
  expect(Math.min(...weights)).toBe(2 ** -24);
  expect(Math.min(...tileWeights([16, 16, 1]))).toBe(19 * 2 ** -24); // 2d: 10 exp(-16), no zeros to replace
});

test('the nearest float16 is found again by its bits, and every float16 is its own nearest', () => {
  for (let bits = 0; bits < 0x10000; bits++) {
    const value = halfToNumber(bits);
    if (Number.isNaN(value)) expect(Number.isNaN(halfToNumber(nearestHalf(value)))).toBe(true);
    else if (nearestHalf(value) !== bits) throw new Error(`${bits}`);
  }
  expect(
    [2049, 2051, 65_519, 65_520, 2 ** -25, 1.5 * 2 ** -24].map((x) => halfToNumber(nearestHalf(x))),
  ).toEqual([2048, 2052, 65_504, Infinity, 0, 2 ** -23]);
});
