import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  centreOfPatch,
  outlinesOnSlice,
  outsideShare,
  patchesOfEpoch,
  reachOfPatches,
} from '../../../src/core/pseudo-dice/patch-outlines.ts';
import { NNUNET_SAMPLING } from '../../../src/core/pseudo-dice/patch-settings.ts';
import { drawPatches } from '../../../src/core/pseudo-dice/patch-sampler.ts';
import { countSeenAt, countSeenOnSlice } from '../../../src/core/pseudo-dice/patch-slice-seen.ts';
import { cellsOfStructures } from '../../../src/core/pseudo-dice/patch-structure-cells.ts';
import { seededRandom } from '../../../src/core/statistics/random.ts';
import { indexOf, type Grid, type Vec3 } from '../../../src/core/volume/grid.ts';
import { PLANES, sliceGeometry, voxelOfPixel } from '../../../src/core/volume/slice-geometry.ts';
import { sampledCase } from './sampled-cases.ts';

const length = fc.integer({ min: 1, max: 9 });
const size = fc.tuple(length, length, length);
const starts = fc.array(fc.integer({ min: -6, max: 12 }), { maxLength: 24 }).map((all) => {
  return Int32Array.from(all.slice(0, Math.floor(all.length / 3) * 3));
});
/** Axes turned and permuted in every way: the pictures show all of them alike. */
const affine = fc
  .tuple(
    fc.constantFrom([0, 1, 2], [1, 2, 0], [2, 0, 1], [1, 0, 2]),
    fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
  )
  .map(([axes, flips]) => {
    const rows = [0, 1, 2].map((row) => [
      ...axes.map((axis, i) => (axis === row ? (flips[i] ? -1 : 1) : 0)),
      0,
    ]);
    return rows.flat();
  });
const plane = fc.constantFrom(...PLANES);

function gridOf(size: Vec3, affine: readonly number[]): Grid {
  return { size, spacingMm: [1, 1, 1], affine };
}

/** Whether patch `i` holds a voxel, the plain way. */
function holds(starts: Int32Array, i: number, patch: Vec3, voxel: Vec3): boolean {
  return [0, 1, 2].every((axis) => {
    const at = voxel[axis] - starts[3 * i + axis];
    return at >= 0 && at < patch[axis];
  });
}

test('a pixel is seen by as many patches as hold its voxel', () => {
  fc.assert(
    fc.property(size, size, starts, affine, plane, (size, patch, starts, affine, plane) => {
      const geometry = sliceGeometry(gridOf(size, affine), plane);
      for (let slice = 0; slice < geometry.slices; slice++) {
        const seen = countSeenOnSlice(geometry, slice, patch, starts);
        for (let row = 0; row < geometry.height; row++) {
          for (let column = 0; column < geometry.width; column++) {
            const voxel = voxelOfPixel(geometry, { column, row, slice });
            const patches = [...Array(starts.length / 3).keys()].filter((i) =>
              holds(starts, i, patch, voxel),
            );
            expect(seen[column + geometry.width * row]).toBe(patches.length);
            expect(countSeenAt(voxel, patch, starts)).toBe(patches.length);
          }
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('the outline of a patch on a slice holds exactly the pixels of its voxels there', () => {
  fc.assert(
    fc.property(size, size, starts, affine, plane, (size, patch, starts, affine, plane) => {
      const geometry = sliceGeometry(gridOf(size, affine), plane);
      const patches = Array.from({ length: starts.length / 3 }, (_, index) => ({
        index,
        start: [...starts.subarray(3 * index, 3 * index + 3)] as unknown as Vec3,
        forced: -1,
        voxel: null,
      }));
      for (let slice = 0; slice < geometry.slices; slice++) {
        const outlines = outlinesOnSlice(patches, patch, geometry, slice);
        for (const { index } of patches) {
          const box = outlines.find((outline) => outline.patch.index === index)?.box;
          for (let row = 0; row < geometry.height; row++) {
            for (let column = 0; column < geometry.width; column++) {
              const voxel = voxelOfPixel(geometry, { column, row, slice });
              const isIn =
                box !== undefined &&
                column >= box.column && column < box.column + box.width &&
                row >= box.row && row < box.row + box.height; // prettier-ignore
              expect(isIn).toBe(holds(starts, index, patch, voxel));
            }
          }
        }
      }
    }),
    { numRuns: 40 },
  );
});

test('the share outside the image is that of the voxels of all patches', () => {
  fc.assert(
    fc.property(size, size, starts, (size, patch, starts) => {
      let [inside, all] = [0, 0];
      for (let i = 0; 3 * i < starts.length; i++) {
        for (let z = 0; z < patch[2]; z++) {
          for (let y = 0; y < patch[1]; y++) {
            for (let x = 0; x < patch[0]; x++) {
              const voxel = [starts[3 * i] + x, starts[3 * i + 1] + y, starts[3 * i + 2] + z];
              all++;
              if (voxel.every((at, axis) => at >= 0 && at < size[axis])) inside++;
            }
          }
        }
      }
      expect(outsideShare(size, patch, starts)).toBeCloseTo(all === 0 ? 0 : 1 - inside / all, 12);
      const { first, last } = reachOfPatches(size, patch, starts);
      for (let at = 0; at < starts.length; at++) {
        expect(first[at % 3]).toBeLessThanOrEqual(Math.min(0, starts[at]));
        expect(last[at % 3]).toBeGreaterThanOrEqual(starts[at] + patch[at % 3] - 1);
      }
    }),
    { numRuns: 60 },
  );
});

test('the patches of an epoch are those of the draws, each with the voxel it was laid about', () => {
  const cases = [
    sampledCase([20, 16, 12], [[[0, 0, 0], [19, 15, 11], [7, 3, 5]]]), // prettier-ignore
    sampledCase([9, 30, 12], [[[4, 29, 1]]]),
  ];
  const settings = { ...NNUNET_SAMPLING, patch: [8, 10, 14] as const, epochs: 3, iterations: 6, batch: 3 };
  const draws = drawPatches(cases, settings, seededRandom(5));
  let found = 0;
  for (let epoch = 0; epoch < 3; epoch++) {
    for (const [caseIndex, { size, locations }] of cases.entries()) {
      for (const { index, start, forced, voxel } of patchesOfEpoch(draws, epoch, caseIndex, size)) {
        found++;
        expect([Math.floor(index / draws.perEpoch), draws.cases[index]]).toEqual([epoch, caseIndex]);
        if (forced < 0) expect(voxel).toBeNull();
        else {
          expect(locations[forced]).toContain(indexOf(size, voxel!));
          for (const axis of [0, 1, 2] as const) {
            expect(voxel![axis] - start[axis]).toBeGreaterThanOrEqual(0);
            expect(voxel![axis] - start[axis]).toBeLessThan(settings.patch[axis]);
          }
        }
        const centre = centreOfPatch(start, settings.patch, size);
        expect(centre.every((at, axis) => at >= 0 && at < size[axis])).toBe(true);
      }
    }
  }
  expect(found).toBe(draws.cases.length);
});

test('cells in space lose no structure, however small, and show only what is there', () => {
  fc.assert(
    fc.property(
      size,
      fc.array(fc.nat(3), { minLength: 729, maxLength: 729 }),
      fc.integer({ min: 1, max: 9 }),
      (size, values, most) => {
        const codes = Uint8Array.from(values.slice(0, size[0] * size[1] * size[2]));
        const isShown = Uint8Array.from([0, 1, 1, 0]);
        const {
          cell,
          places,
          codes: shown,
        } = cellsOfStructures(codes, gridOf(size, [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0]), isShown, most);
        const cells = size.map((n, axis) => Math.ceil(n / cell[axis]));
        expect(Math.max(...cells)).toBeLessThanOrEqual(most);
        const drawn = new Map<string, number>();
        shown.forEach((code, i) => {
          const at = [0, 1, 2].map((axis) => Math.floor((places[3 * i + axis] + 0.5) / cell[axis]));
          drawn.set(at.join(), code);
        });
        const tallies = new Map<string, number[]>();
        codes.forEach((code, i) => {
          const at = [i % size[0], Math.floor(i / size[0]) % size[1], Math.floor(i / (size[0] * size[1]))];
          const key = at.map((n, axis) => Math.floor(n / cell[axis])).join();
          const tally = tallies.get(key) ?? [0, 0, 0, 0];
          tally[code]++;
          tallies.set(key, tally);
        });
        for (const [key, [, one, two]] of tallies) {
          const place = key.split(',').map(Number);
          const onBorder = place.some((n, axis) => n === 0 || n === cells[axis] - 1);
          if (one + two === 0) expect(drawn.has(key)).toBe(false);
          else if (onBorder || drawn.has(key)) expect(drawn.get(key)).toBe(two > one ? 2 : 1);
        }
      },
    ),
    { numRuns: 60 },
  );
});
