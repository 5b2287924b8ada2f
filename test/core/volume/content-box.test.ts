import { expect, test } from 'vitest';
import fc from 'fast-check';
import { contentOnPlane, findContent } from '../../../src/core/volume/content-box.ts';
import { indexOf, type Vec3 } from '../../../src/core/volume/grid.ts';
import { pixelOfVoxel, PLANES, sliceGeometry } from '../../../src/core/volume/slice-geometry.ts';

const SIZE: Vec3 = [12, 11, 10];
const span = (size: number) =>
  fc.tuple(fc.nat(size - 3), fc.integer({ min: 2, max: size })).map(([from, length]) => {
    return [from, Math.min(from + length, size - 1)] as const;
  });
const boxes = fc.tuple(span(SIZE[0]), span(SIZE[1]), span(SIZE[2]));

test('the content is the box that was filled, whatever the values, on every plane', () => {
  fc.assert(
    fc.property(boxes, fc.integer({ min: -1000, max: 1000 }), ([xs, ys, zs], ground) => {
      const voxels = new Int16Array(SIZE[0] * SIZE[1] * SIZE[2]).fill(ground);
      for (let z = zs[0]; z <= zs[1]; z++) {
        for (let y = ys[0]; y <= ys[1]; y++) {
          for (let x = xs[0]; x <= xs[1]; x++) voxels[indexOf(SIZE, [x, y, z])] = ground + 300;
        }
      }
      const content = findContent(voxels, SIZE);
      if (voxels.every((value) => value === voxels[0])) {
        expect(content).toBeNull(); // all of it was filled: nothing stands out
        return;
      }
      expect(content).toEqual({ first: [xs[0], ys[0], zs[0]], last: [xs[1], ys[1], zs[1]] });
      const grid = {
        size: SIZE,
        spacingMm: [1, 1, 1],
        affine: [-1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0],
      } as const;
      for (const plane of PLANES) {
        const geometry = sliceGeometry(grid, plane);
        const { column, row, width, height } = contentOnPlane(geometry, content!);
        const corners = [content!.first, content!.last].map((voxel) => pixelOfVoxel(geometry, voxel));
        expect(Math.min(...corners.map((corner) => corner.column))).toBe(column);
        expect(Math.max(...corners.map((corner) => corner.column))).toBe(column + width - 1);
        expect(Math.min(...corners.map((corner) => corner.row))).toBe(row);
        expect(Math.max(...corners.map((corner) => corner.row))).toBe(row + height - 1);
      }
    }),
    {
      examples: [
        [
          [
            [0, 11],
            [0, 10],
            [0, 9],
          ],
          0,
        ],
      ],
    },
  );
});

test('nothing stands out of a constant volume, of an empty one, or of NaN', () => {
  expect(findContent(new Float32Array(1320), SIZE)).toBeNull();
  expect(findContent(new Float32Array(1320).fill(Number.NaN), SIZE)).toBeNull();
  expect(findContent(new Float32Array(0), [0, 0, 0])).toBeNull();
});
