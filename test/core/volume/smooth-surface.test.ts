import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countVoxels, indexOf, voxelAt, type Grid, type Vec3 } from '../../../src/core/volume/grid.ts';
import { markEmptySpace } from '../../../src/core/volume/smooth-empty-space.ts';
import { smoothAlong } from '../../../src/core/volume/smooth-box.ts';
import { SURFACE_LEVEL, smoothSurface, voxelOfCell } from '../../../src/core/volume/smooth-surface.ts';

const IDENTITY = Uint8Array.from([0, 1, 2, 3, 4]);
const gridOf = (size: Vec3, spacingMm: Vec3 = [1, 1, 1]): Grid => ({
  size,
  spacingMm,
  affine: [spacingMm[0], 0, 0, 0, 0, spacingMm[1], 0, 0, 0, 0, spacingMm[2], 0],
});
const size = fc.tuple(
  fc.integer({ min: 1, max: 6 }),
  fc.integer({ min: 1, max: 6 }),
  fc.integer({ min: 1, max: 6 }),
);
const classed = size.chain((of) =>
  fc.record({
    size: fc.constant(of),
    codes: fc.uint8Array({ minLength: countVoxels(of), maxLength: countVoxels(of), max: 4 }),
  }),
);

test('cells of one voxel: each holds the class of its voxel and lies on its side of the surface', () => {
  fc.assert(
    fc.property(classed, ({ size: of, codes }) => {
      const surface = smoothSurface(
        { reference: codes, predicted: null, columns: 1, classes: IDENTITY },
        gridOf(of),
      );
      if (!surface) {
        expect(codes.every((code) => code === 0)).toBe(true);
        return;
      }
      let [found, wrong] = [0, 0];
      surface.words.forEach((word, i) => {
        const voxel = voxelOfCell(surface, voxelAt(surface.size, i));
        const isInside = voxel.every((at, axis) => at >= 0 && at < of[axis]);
        const code = isInside ? codes[indexOf(of, voxel)] : 0;
        if (((word >>> 16) & 255) !== code || (word & 255) >= SURFACE_LEVEL !== (code !== 0)) wrong++;
        if (code !== 0) found++;
      });
      expect(wrong).toBe(0);
      expect(found).toBe(codes.filter((code) => code !== 0).length);
    }),
  );
});

test('slices far apart are filled up, and every voxel has a cell of its class at its centre', () => {
  fc.assert(
    fc.property(classed, fc.constantFrom(2, 3, 4.5, 5), ({ size: of, codes }, apart) => {
      const grid = gridOf(of, [1, 1, apart]);
      const surface = smoothSurface(
        { reference: codes, predicted: null, columns: 1, classes: IDENTITY },
        grid,
      );
      if (!surface) return;
      expect(surface.isCoarse).toBe(false);
      const held = new Set<string>();
      surface.words.forEach((word, i) => {
        if ((word & 255) < SURFACE_LEVEL) return;
        held.add(`${voxelOfCell(surface, voxelAt(surface.size, i)).join()} ${(word >>> 16) & 255}`);
      });
      codes.forEach((code, i) => {
        if (code !== 0) expect([...held]).toContain(`${voxelAt(of, i).join()} ${code}`);
      });
    }),
  );
});

test('where voxels are put together an error is kept: it wins over what agrees', () => {
  const of: Vec3 = [60, 1, 1];
  for (const at of [0, 1, 29, 30, 58, 59]) {
    const codes = new Uint8Array(60).fill(1);
    codes[at] = 2;
    const surface = smoothSurface(
      { reference: codes, predicted: null, columns: 1, classes: IDENTITY },
      gridOf(of),
      30,
    )!;
    expect(surface.isCoarse).toBe(true);
    expect(Math.max(...surface.size)).toBeLessThanOrEqual(30);
    expect(surface.words.some((word) => ((word >>> 16) & 255) === 2 && (word & 255) >= SURFACE_LEVEL)).toBe(
      true,
    );
  }
});

test('cells that are told to be empty are: no field at the level within that many cells', () => {
  fc.assert(
    fc.property(
      fc.tuple(
        fc.integer({ min: 1, max: 21 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
      ),
      fc.array(fc.nat(), { maxLength: 3 }),
      (of, marks) => {
        const field = new Uint8Array(countVoxels(of));
        for (const mark of marks) field[mark % field.length] = 200;
        const empty = markEmptySpace(field, of, 128);
        const set = [...field.keys()].filter((i) => field[i] > 0).map((i) => voxelAt(of, i));
        empty.forEach((cells, i) => {
          const here = voxelAt(of, i);
          for (const there of set) {
            const away = Math.max(...there.map((at, axis) => Math.abs(at - here[axis])));
            expect(cells).toBeLessThan(away === 0 ? 1 : away + 1);
          }
        });
      },
    ),
  );
});

test('the running mean along an axis is the mean of each window', () => {
  fc.assert(
    fc.property(
      classed,
      fc.constantFrom(0 as const, 1 as const, 2 as const),
      fc.integer({ min: 1, max: 4 }),
      ({ size: of, codes }, axis, radius) => {
        const into = new Uint8Array(codes.length);
        smoothAlong(codes, into, of, axis, radius);
        into.forEach((mean, i) => {
          let sum = 0;
          for (let by = -radius; by <= radius; by++) {
            const at = [...voxelAt(of, i)] as [number, number, number];
            at[axis] += by;
            if (at[axis] >= 0 && at[axis] < of[axis]) sum += codes[indexOf(of, at)];
          }
          expect(mean).toBe(Math.floor((sum + radius) / (2 * radius + 1)));
        });
      },
    ),
  );
});
