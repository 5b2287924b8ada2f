import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  countVoxels,
  indexOf,
  voxelAt,
  type Affine,
  type Grid,
  type Vec3,
} from '../../../src/core/volume/grid.ts';
import type { Region } from '../../../src/core/labels/label-scheme.ts';
import { isRas, sizeInRas } from '../../../src/core/volume/reorient.ts';
import type { LabelMap, ProbabilityVolume } from '../../../src/core/volume/volume.ts';
import { undoReorientation } from '../../../src/tasks/case/undo-reorientation.ts';

const regions: Region[] = [{ key: '(1,)', name: 'one', labels: [1], writes: 1 }];

/** A grid whose axis i runs along world axis `worlds[i]`, backwards where flipped. */
function gridOf(size: Vec3, worlds: Vec3, flips: readonly boolean[]): Grid {
  const affine: number[] = new Array<number>(12).fill(0);
  worlds.forEach((world, axis) => (affine[4 * world + axis] = flips[axis] ? -1 : 1));
  return { size, spacingMm: [1, 1, 1], affine: affine as Affine };
}

/** A reference of random labels, and its mask as probabilities in R, A, S axes, the slow way. */
function caseOf(grid: Grid, worlds: Vec3, flips: readonly boolean[], labels: readonly number[]) {
  const codes = Uint8Array.from({ length: countVoxels(grid.size) }, (_, i) => labels[i % labels.length]);
  const size = sizeInRas(grid);
  const ras = new Float32Array(codes.length);
  codes.forEach((label, i) => {
    const voxel = voxelAt(grid.size, i);
    const at: number[] = [0, 0, 0];
    worlds.forEach(
      (world, axis) => (at[world] = flips[axis] ? grid.size[axis] - 1 - voxel[axis] : voxel[axis]),
    );
    ras[indexOf(size, at as unknown as Vec3)] = label;
  });
  const reference: LabelMap = { grid, codes, labels: [0, 1], present: [0, 1], warnings: [] };
  const probabilities: ProbabilityVolume = { size, channels: 1, type: 'float32', data: ras };
  return { reference, probabilities };
}

const AXES: Vec3[] = [
  [0, 1, 2],
  [1, 0, 2],
  [0, 2, 1],
  [2, 1, 0],
  [1, 2, 0],
  [2, 0, 1],
];

test('whatever the axes of the reference, probabilities in R, A, S come back to its voxels', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...AXES),
      fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
      fc.array(fc.constantFrom(0, 1), { minLength: 120, maxLength: 120 }),
      (worlds, flips, labels) => {
        const grid = gridOf([4, 5, 6], worlds, flips);
        const { reference, probabilities } = caseOf(grid, worlds, flips, labels);
        const sameSize = grid.size.every((n, axis) => n === probabilities.size[axis]);
        const undone = undoReorientation(probabilities, reference, regions);
        if (isRas(grid)) expect(undone.wasTurned).toBe(false);
        if (!sameSize) expect(undone.wasTurned).toBe(true);
        if (undone.wasTurned) {
          expect(Uint8Array.from(undone.probabilities.data)).toEqual(reference.codes);
        }
      },
    ),
  );
});

test('where both ways fit, the one that agrees clearly better with the reference is taken', () => {
  const [worlds, flips]: [Vec3, boolean[]] = [
    [0, 1, 2],
    [true, true, false],
  ]; // L, P, S
  const grid = gridOf([4, 5, 6], worlds, flips);
  const corner = Array.from({ length: 120 }, (_, i) => Number(i % 4 < 2 && Math.floor(i / 4) % 5 < 2));
  const { reference, probabilities } = caseOf(grid, worlds, flips, corner);
  expect(undoReorientation(probabilities, reference, regions).wasTurned).toBe(true);
  const asIs = { ...probabilities, data: Float32Array.from(reference.codes) };
  expect(undoReorientation(asIs, reference, regions)).toEqual({ probabilities: asIs, wasTurned: false });
});

test('probabilities whose size fits neither way are left for the sentence about sizes', () => {
  const grid = gridOf([4, 5, 6], [1, 0, 2], [false, false, false]);
  const { reference, probabilities } = caseOf(grid, [1, 0, 2], [false, false, false], [0, 1]);
  const other = { ...probabilities, size: [4, 6, 5] as Vec3 };
  expect(undoReorientation(other, reference, regions).wasTurned).toBe(false);
});
