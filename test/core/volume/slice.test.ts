import { expect, test } from 'vitest';
import fc from 'fast-check';
import { indexOf, toWorld, type Grid, type Vec3 } from '../../../src/core/volume/grid.ts';
import {
  clampVoxel,
  pixelOfWorld,
  readSlice,
  readSlicePlane,
  worldOfPixel,
} from '../../../src/core/volume/slice.ts';
import {
  pixelOfVoxel,
  PLANES,
  sliceGeometry,
  voxelOfPixel,
} from '../../../src/core/volume/slice-geometry.ts';

const SIZE: Vec3 = [3, 4, 5];
const ORDERS = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
] as const;
const SIGNS = [0, 1, 2, 3, 4, 5, 6, 7].map((bits) => [0, 1, 2].map((bit) => (bits & (1 << bit) ? -1 : 1)));

/** Voxel axis i runs along world axis `order[i]`, in steps of i + 1 mm. */
function gridOf(order: readonly number[], signs: readonly number[], size: Vec3 = SIZE): Grid {
  const affine = [0, 0, 0, 10, 0, 0, 0, -20, 0, 0, 0, 30];
  order.forEach((world, axis) => (affine[world * 4 + axis] = signs[axis] * (axis + 1)));
  return { size, spacingMm: [1, 2, 3], affine };
}

const ALL_GRIDS = ORDERS.flatMap((order) =>
  SIGNS.map(
    (signs) =>
      [order.join('') + signs.map((s) => (s > 0 ? '+' : '-')).join(''), gridOf(order, signs)] as const,
  ),
);

/** On screen, to the right and down: the world axis and the sense in which its coordinate changes. */
const RADIOLOGICAL = {
  axial: { right: [0, -1], down: [1, -1], across: 2 },
  coronal: { right: [0, -1], down: [2, -1], across: 1 },
  sagittal: { right: [1, -1], down: [2, -1], across: 0 },
} as const;

test.each(ALL_GRIDS)(
  'slices of %s are those of a plain triple loop, the patient as a radiologist sees him',
  (_, grid) => {
    const voxels = Int16Array.from({ length: 60 }, (_, i) => i * 7 - 100);
    for (const plane of PLANES) {
      const geometry = sliceGeometry(grid, plane);
      const { right, down, across } = RADIOLOGICAL[plane];
      for (let slice = 0; slice < geometry.slices; slice++) {
        const pixels = readSlice(voxels, SIZE, geometry, slice);
        expect(pixels).toBeInstanceOf(Int16Array);
        expect(pixels.length).toBe(geometry.width * geometry.height);
        let met = 0;
        for (let z = 0; z < SIZE[2]; z++) {
          for (let y = 0; y < SIZE[1]; y++) {
            for (let x = 0; x < SIZE[0]; x++) {
              if ([x, y, z][geometry.normal] !== slice) continue;
              const { column, row } = pixelOfVoxel(geometry, [x, y, z]);
              expect(pixels[column + geometry.width * row]).toBe(voxels[indexOf(SIZE, [x, y, z])]);
              met++;
            }
          }
        }
        expect(met).toBe(pixels.length);
      }
      const world = (column: number, row: number, slice = 0) =>
        worldOfPixel(grid, geometry, { column, row, slice });
      const start = world(0, 0);
      const step = (to: Vec3) => to.map((value, axis) => value - start[axis]);
      const unit = (axis: number, length: number) => [0, 1, 2].map((a) => (a === axis ? length : 0));
      expect(step(world(1, 0))).toEqual(unit(right[0], right[1] * geometry.spacingMm[0]));
      expect(step(world(0, 1))).toEqual(unit(down[0], down[1] * geometry.spacingMm[1]));
      const deeper = geometry.normalSign * grid.spacingMm[geometry.normal];
      expect(step(world(0, 0, 1))).toEqual(unit(across, deeper));
    }
  },
);

test('pixel, voxel and world millimetres go there and back on any oblique grid', () => {
  const turn = fc.double({ min: -Math.PI, max: Math.PI, noNaN: true });
  const point = fc.record({ column: fc.nat(200), row: fc.nat(200), slice: fc.nat(200) });
  fc.assert(
    fc.property(turn, turn, fc.constantFrom(...PLANES), point, (a, b, plane, at) => {
      const [c, s, d, t] = [Math.cos(a), Math.sin(a), Math.cos(b), Math.sin(b)];
      const affine = [c, -2 * s * d, 3 * s * t, 5, s, 2 * c * d, -3 * c * t, -7, 0, 2 * t, 3 * d, 11];
      const grid: Grid = { size: [201, 201, 201], spacingMm: [1, 2, 3], affine };
      const geometry = sliceGeometry(grid, plane);
      expect(pixelOfVoxel(geometry, voxelOfPixel(geometry, at))).toEqual(at);
      expect(toWorld(affine, voxelOfPixel(geometry, at))).toEqual(worldOfPixel(grid, geometry, at));
      const back = pixelOfWorld(grid, geometry, worldOfPixel(grid, geometry, at));
      expect(back?.column).toBeCloseTo(at.column, 6);
      expect(back?.row).toBeCloseTo(at.row, 6);
      expect(back?.slice).toBeCloseTo(at.slice, 6);
    }),
  );
});

test('a world position has no pixel where the affine has no inverse', () => {
  const grid: Grid = { size: SIZE, spacingMm: [1, 1, 1], affine: new Array<number>(12).fill(0) };
  expect(pixelOfWorld(grid, sliceGeometry(grid, 'axial'), [0, 0, 0])).toBeNull();
});

test.each([[[1, 1, 1]], [[1, 4, 1]], [[7, 1, 2]]] as const)(
  'a volume of %j has slices in every plane',
  (size) => {
    const grid = gridOf([0, 1, 2], [1, 1, 1], size);
    const voxels = new Uint8Array(size[0] * size[1] * size[2]).fill(9);
    for (const plane of PLANES) {
      const geometry = sliceGeometry(grid, plane);
      const last = readSlice(voxels, size, geometry, geometry.slices - 1);
      expect([...new Set(last)]).toEqual([9]);
      expect(last.length * geometry.slices).toBe(voxels.length);
    }
  },
);

test('a slice before the first or behind the last is a bug', () => {
  const geometry = sliceGeometry(gridOf([0, 1, 2], [1, 1, 1]), 'axial');
  for (const slice of [-1, 5, Number.NaN]) {
    expect(() => readSlice(new Uint8Array(60), SIZE, geometry, slice)).toThrow(RangeError);
  }
});

test('the slice of a case holds every volume that is there, and null for the others', () => {
  const grid = gridOf([0, 1, 2], [1, 1, 1]);
  const reference = Uint16Array.from({ length: 60 }, (_, i) => i);
  const image = { stored: Float32Array.from(reference), slope: 2, intercept: -1 };
  const volumes = { image, reference, predicted: null, pattern: null };
  const slice = readSlicePlane(volumes, SIZE, sliceGeometry(grid, 'axial'), 1);
  expect(slice).toMatchObject({ plane: 'axial', slice: 1, width: 3, height: 4, spacingMm: [1, 2] });
  expect(slice.predicted).toBeNull();
  expect(slice.image).toMatchObject({ slope: 2, intercept: -1 });
  expect(Array.from(slice.image!.stored)).toEqual(Array.from(slice.reference!));
  expect(slice.reference![0]).toBe(indexOf(SIZE, [2, 3, 1]));
});

test('a voxel is clamped to the volume', () => {
  expect(clampVoxel([-4, 1.6, 99], SIZE)).toEqual([0, 2, 4]);
});
