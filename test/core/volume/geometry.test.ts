import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareGeometry, matchingTranspose, turnAffine } from '../../../src/core/volume/geometry.ts';
import { countVoxels, indexOf, voxelAt, type Grid, type Vec3 } from '../../../src/core/volume/grid.ts';
import { resampleNearest } from '../../../src/core/volume/resample.ts';

const grid: Grid = { size: [5, 4, 3], spacingMm: [1, 2, 3], affine: [1, 0, 0, -10, 0, 2, 0, 20, 0, 0, 3, 5] };
const moved = (mm: number): Grid => ({ ...grid, affine: grid.affine.map((v, i) => (i === 3 ? v + mm : v)) });

test('affines that differ by a millionth are the same grid', () => {
  expect(compareGeometry(grid, moved(1e-6))).toBeNull();
});

test('an origin 5 mm away is named with its distance', () => {
  expect(compareGeometry(grid, moved(5))).toMatchObject({ originMm: 5, spacingDiffers: false, match: null });
});

test('sizes that agree after a transpose name its axes', () => {
  expect(matchingTranspose([240, 240, 155], [155, 240, 240])).toEqual([2, 1, 0]);
  expect(matchingTranspose([240, 240, 155], [240, 240, 154])).toBeNull();
});

const AXES: Vec3[] = [
  [0, 1, 2],
  [1, 0, 2],
  [0, 2, 1],
  [2, 1, 0],
  [1, 2, 0],
  [2, 0, 1],
];

test('a volume turned and flipped is found, named and put back voxel by voxel', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...AXES),
      fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
      (axes, flips) => {
        const cube: Grid = { ...grid, size: [4, 4, 4] };
        const codes = Uint8Array.from({ length: 64 }, (_, i) => i);
        const other: Grid = {
          size: cube.size,
          spacingMm: axes.map((axis) => cube.spacingMm[axis]) as unknown as Vec3,
          affine: turnAffine(cube, axes, flips),
        };
        const turned = codes.map((_, i) => {
          const at = voxelAt(other.size, i);
          const source = [0, 0, 0];
          axes.forEach((axis, k) => (source[axis] = flips[k] ? cube.size[axis] - 1 - at[k] : at[k]));
          return codes[indexOf(cube.size, source as unknown as Vec3)];
        });
        expect(resampleNearest(turned, other, cube, 255)).toEqual(codes);
        const difference = compareGeometry(cube, other);
        if (difference) expect(difference.match).not.toBeNull();
      },
    ),
  );
});

test('voxels that the other volume does not reach get the value for outside', () => {
  const codes = new Uint8Array(countVoxels(grid.size)).fill(1);
  const shifted = resampleNearest(codes, moved(2), grid, 9);
  expect(shifted?.slice(0, 5)).toEqual(Uint8Array.of(9, 9, 1, 1, 1));
});
