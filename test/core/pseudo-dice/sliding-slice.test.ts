import fc from 'fast-check';
import { expect, test } from 'vitest';
import { treatPlaces } from '../../../src/core/pseudo-dice/sliding-edges.ts';
import {
  countTilesOnSlice,
  singleTile,
  tileCorners,
  weighTilesOnSlice,
} from '../../../src/core/pseudo-dice/sliding-slice.ts';
import { planTiles } from '../../../src/core/pseudo-dice/sliding-window.ts';
import { tileWeights } from '../../../src/core/pseudo-dice/tile-weights.ts';
import type { Grid, Vec3 } from '../../../src/core/volume/grid.ts';
import { PLANES, sliceGeometry, voxelOfPixel } from '../../../src/core/volume/slice-geometry.ts';

const length = fc.integer({ min: 1, max: 10 });
const size = fc.tuple(length, length, length);
const step = fc.constantFrom(0.25, 0.5, 1);
const LPS = [-1, 0, 0, 0, 0, -1, 0, 0, 0, 0, 1, 0];

/** Tiles that hold a voxel, the plain way, and the weight that each gives it. */
function weightsAt(corners: Int32Array, patch: Vec3, weights: Float32Array, voxel: Vec3): number[] {
  const found: number[] = [];
  for (let i = 0; i < corners.length; i += 3) {
    const at = voxel.map((n, axis) => n - corners[i + axis]);
    if (at.every((n, axis) => n >= 0 && n < patch[axis])) {
      found.push(weights[at[0] + patch[0] * (at[1] + patch[1] * at[2])]);
    }
  }
  return found;
}

test('on every slice a pixel has the tiles that hold its voxel, and the sum of their weights', () => {
  fc.assert(
    fc.property(size, size, step, fc.constantFrom(...PLANES), (size, patch, step, plane) => {
      const plan = planTiles(size, patch, step);
      const weights = tileWeights(patch);
      const grid: Grid = { size, spacingMm: [1, 1, 1], affine: LPS };
      const geometry = sliceGeometry(grid, plane);
      const corners = tileCorners(plan);
      const slice = geometry.slices >> 1;
      const tiles = countTilesOnSlice(plan, size, geometry, slice);
      const sums = weighTilesOnSlice(plan, weights, geometry, slice);
      for (let row = 0, at = 0; row < geometry.height; row++) {
        for (let column = 0; column < geometry.width; column++, at++) {
          const found = weightsAt(corners, patch, weights, voxelOfPixel(geometry, { column, row, slice }));
          expect(tiles[at]).toBe(found.length);
          expect(sums[at]).toBeCloseTo(
            found.reduce((sum, weight) => sum + weight, 0),
            4,
          );
          expect(found.length).toBeGreaterThan(0); // no voxel is left out
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('single tiles add up to all of them', () => {
  const size: Vec3 = [13, 9, 5];
  const patch: Vec3 = [6, 4, 8];
  const plan = planTiles(size, patch);
  const weights = tileWeights(patch);
  const geometry = sliceGeometry({ size, spacingMm: [1, 1, 1], affine: LPS }, 'axial');
  const sums = new Float64Array(geometry.width * geometry.height);
  for (const x of plan.starts[0].keys()) {
    for (const y of plan.starts[1].keys()) {
      for (const z of plan.starts[2].keys()) {
        const one = weighTilesOnSlice(singleTile(plan, [x, y, z]), weights, geometry, 2);
        one.forEach((weight, i) => (sums[i] += weight));
      }
    }
  }
  weighTilesOnSlice(plan, weights, geometry, 2).forEach((sum, i) => expect(sum).toBeCloseTo(sums[i], 4));
});

test('a corner has one tile at its rim and one start of all random patches; the centre is at the peak of a tile', () => {
  const size: Vec3 = [110, 110, 110];
  const patch: Vec3 = [64, 64, 64];
  const [corner, face, centre] = treatPlaces(planTiles(size, patch), tileWeights(patch), size);
  expect(corner).toMatchObject({ place: 'corner', tiles: 1 });
  expect(corner.chance).toBeCloseTo(47 ** -3, 12);
  expect(corner.bestWeight).toBeLessThan(1e-7);
  expect(face.tiles).toBe(9); // starts 0, 23, 46 all hold voxel 55
  expect(centre).toMatchObject({ tiles: 27, voxel: [55, 55, 55], chance: 1 });
  expect(centre.bestWeight).toBe(1); // 55 = 23 + 32
});
