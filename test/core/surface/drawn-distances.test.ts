import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeDistances, cutDistances, FAR_CODE } from '../../../src/core/surface/drawn-distances.ts';
import { indexOf, type Vec3 } from '../../../src/core/volume/grid.ts';
import { PLANES, sliceGeometry, voxelOfPixel } from '../../../src/core/volume/slice-geometry.ts';
import { sizeOfBox } from '../../../src/core/labels/structure-pair.ts';

const one = (mm: number) =>
  codeDistances({ first: [0, 0, 0], last: [0, 0, 0] }, Float64Array.of(mm)).codes[0];

test('a drawn distance is within a band exactly where the distance is, for every tenth of a mm', () => {
  const tenths = Array.from({ length: 101 }, (_, i) => i / 10);
  const distance = fc.oneof(fc.double({ min: 0, max: 12, noNaN: true }), fc.constantFrom(...tenths));
  fc.assert(
    fc.property(distance, fc.boolean(), (mm, isInside) => {
      const code = one(isInside ? -mm : mm);
      expect(tenths.filter((width, tenth) => code <= tenth !== mm <= width)).toEqual([]);
      if (mm > 10) expect(code).toBe(FAR_CODE);
    }),
    { numRuns: 2000 },
  );
  expect(one(Infinity)).toBe(FAR_CODE);
  expect(one(-Infinity)).toBe(FAR_CODE);
});

test('a slice of drawn distances is that of its voxels, and far beyond the box, in every plane and orientation', () => {
  const size: Vec3 = [5, 4, 3];
  const sign = fc.constantFrom(1, -1);
  fc.assert(
    fc.property(
      fc.tuple(sign, sign, sign),
      fc.constantFrom<readonly [number, number, number]>([0, 1, 2], [1, 2, 0], [2, 0, 1]),
      fc.tuple(fc.nat(4), fc.nat(4), fc.nat(3), fc.nat(3), fc.nat(2), fc.nat(2)),
      fc.constantFrom(...PLANES),
      fc.nat(4),
      ([sx, sy, sz], order, [x0, x1, y0, y1, z0, z1], plane, wanted) => {
        const signs = [sx, sy, sz];
        const affine = new Array<number>(12).fill(0);
        order.forEach((world, axis) => (affine[4 * world + axis] = signs[axis]));
        const geometry = sliceGeometry({ size, spacingMm: [1, 1, 1], affine }, plane);
        const slice = wanted % geometry.slices;
        const box = {
          first: [Math.min(x0, x1), Math.min(y0, y1), Math.min(z0, z1)] as Vec3,
          last: [Math.max(x0, x1), Math.max(y0, y1), Math.max(z0, z1)] as Vec3,
        };
        const inBox = sizeOfBox(box);
        const mm = Float64Array.from({ length: inBox[0] * inBox[1] * inBox[2] }, (_, i) => (i % 95) / 10);
        const drawn = codeDistances(box, mm);
        const pixels = cutDistances(drawn, geometry, slice);
        for (let row = 0; row < geometry.height; row++) {
          for (let column = 0; column < geometry.width; column++) {
            const voxel = [...voxelOfPixel(geometry, { column, row, slice })];
            const at = voxel.map((v, axis) => v - box.first[axis]) as unknown as Vec3;
            const isInside = at.every((v, axis) => v >= 0 && v < inBox[axis]);
            const code = isInside ? drawn.codes[indexOf(inBox, at)] : FAR_CODE;
            expect(pixels[column + geometry.width * row]).toBe(code);
          }
        }
      },
    ),
  );
});
