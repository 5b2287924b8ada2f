import fc from 'fast-check';
import { expect, test } from 'vitest';
import { signDistances } from '../../../src/core/surface/distance-signed.ts';
import { transformDistances } from '../../../src/core/surface/distance-transform.ts';
import { voxelAt, type Vec3 } from '../../../src/core/volume/grid.ts';

/** Foreground rows and squared distances, published by distorch 80f190c and MONAI d388d1c in their tests. */
const PUBLISHED: [string, number[][], number[][]][] = [
  ['single pixel', [[0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0, 1, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]], [[8, 5, 4, 5, 8], [5, 2, 1, 2, 5], [4, 1, 0, 1, 4], [5, 2, 1, 2, 5], [8, 5, 4, 5, 8]]],
  ['squiggle', [[0, 0, 1, 0, 0, 0], [0, 0, 0, 1, 0, 0], [0, 0, 1, 1, 0, 0], [0, 1, 0, 1, 0, 0], [0, 0, 0, 0, 0, 0]], [[4, 1, 0, 1, 2, 5], [5, 2, 1, 0, 1, 4], [2, 1, 0, 0, 1, 4], [1, 0, 1, 0, 1, 4], [2, 1, 2, 1, 2, 5]]],
  ['batch slice 0', [[0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 1, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]], [[13, 8, 5, 4, 5], [10, 5, 2, 1, 2], [9, 4, 1, 0, 1], [10, 5, 2, 1, 2], [13, 8, 5, 4, 5]]],
  ['batch slice 1', [[0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 1, 0, 0, 0], [0, 0, 0, 0, 0]], [[10, 9, 10, 13, 18], [5, 4, 5, 8, 13], [2, 1, 2, 5, 10], [1, 0, 1, 4, 9], [2, 1, 2, 5, 10]]],
  ['MONAI 5x5', [[1, 0, 0, 0, 0], [1, 1, 0, 0, 0], [1, 0, 0, 0, 0], [1, 0, 0, 0, 1], [1, 0, 0, 1, 1]], [[0, 1, 2, 5, 9], [0, 0, 1, 4, 4], [0, 1, 2, 2, 1], [0, 1, 2, 1, 0], [0, 1, 1, 0, 0]]],
]; // prettier-ignore

test.each(PUBLISHED)('published squared distances: %s', (_, foreground, squared) => {
  const size: Vec3 = [foreground[0].length, foreground.length, 1];
  const { squaredMm } = transformDistances(Uint8Array.from(foreground.flat()), size, [1, 1, 1]);
  squaredMm.forEach((value, i) => expect(value).toBeCloseTo(squared.flat()[i], 3));
});

const spacing = fc.constantFrom<Vec3>([1, 1, 1], [3, 2, 1], [0.85, 1.2, 0.9], [0.5, 0.5, 5]);
const volume = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 7 }))
  .chain((size) => {
    const length = size[0] * size[1] * size[2];
    const voxels = (values: number[]) =>
      fc
        .array(fc.constantFrom(...values), { minLength: length, maxLength: length })
        .map((all) => Uint8Array.from(all));
    return fc.tuple(
      fc.constant<Vec3>(size),
      fc.oneof(voxels([0, 1]), voxels([0, 0, 0, 0, 0, 0, 0, 0, 0, 1]), voxels([0, 1, 1, 1, 1, 1, 1])),
    );
  });

const between = (size: Vec3, mm: Vec3, a: number, b: number) => {
  const [from, to] = [voxelAt(size, a), voxelAt(size, b)];
  return from.reduce((sum, n, axis) => sum + ((n - to[axis]) * mm[axis]) ** 2, 0);
};

test('every voxel has the distance to the nearest of all sites, and one that is as near', () => {
  fc.assert(
    fc.property(volume, spacing, ([size, sites], mm) => {
      const { squaredMm, nearest } = transformDistances(sites, size, mm);
      const all = [...sites.keys()].filter((i) => sites[i] !== 0);
      squaredMm.forEach((squared, i) => {
        const expected = Math.min(Infinity, ...all.map((site) => between(size, mm, i, site)));
        if (expected === Infinity) expect([squared, nearest[i]]).toEqual([Infinity, -1]);
        else {
          expect(squared).toBeCloseTo(expected, 10);
          expect(sites[nearest[i]]).toBe(1);
          expect(between(size, mm, i, nearest[i])).toBeCloseTo(expected, 10);
        }
      });
    }),
  );
});

test('the signed distance is that to the nearest centre across the boundary, negative inside', () => {
  fc.assert(
    fc.property(volume, spacing, ([size, inside], mm) => {
      const signed = signDistances(inside, size, mm);
      signed.forEach((distance, i) => {
        const across = [...inside.keys()].filter((j) => inside[j] !== inside[i]);
        const expected = Math.sqrt(Math.min(Infinity, ...across.map((j) => between(size, mm, i, j))));
        if (expected === Infinity) expect(distance).toBe(inside[i] ? -Infinity : Infinity);
        else expect(distance).toBeCloseTo(inside[i] ? -expected : expected, 10);
      });
    }),
  );
});

test('a spacing of 0 is refused in a sentence', () => {
  expect(() => transformDistances(new Uint8Array(1), [1, 1, 1], [1, 0, 1])).toThrow(/above 0 mm/);
});
