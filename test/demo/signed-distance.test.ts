import fc from 'fast-check';
import { expect, test } from 'vitest';
import { voxelAt, type Vec3 } from '../../src/core/volume/grid.ts';
import { signedDistance } from '../../src/demo/signed-distance.ts';

function slowly(size: Vec3, inside: Uint8Array): number[] {
  return Array.from(inside, (own, i) => {
    const squares = Array.from(inside, (other, j) => {
      const [a, b] = [voxelAt(size, i), voxelAt(size, j)];
      return other === own ? Infinity : (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;
    });
    return Math.sqrt(Math.min(...squares)) * (own ? 1 : -1);
  });
}

test('the signed distance is that to the nearest voxel of the other kind', () => {
  const axis = fc.integer({ min: 1, max: 6 });
  const volume = fc.tuple(axis, axis, axis).chain((size) => {
    const length = size[0] * size[1] * size[2];
    const voxel = fc.constantFrom(0, 1);
    return fc.tuple(
      fc.constant(size),
      fc.uint8Array({ minLength: length, maxLength: length, max: 1 }),
      voxel,
    );
  });
  fc.assert(
    fc.property(volume, ([size, inside, one]) => {
      inside[0] = one;
      fc.pre(inside.includes(0) && inside.includes(1));
      expect(signedDistance(size, inside)).toEqual(Float32Array.from(slowly(size, inside)));
    }),
  );
});

test('without a border every distance is large', () => {
  expect(signedDistance([3, 1, 1], new Uint8Array(3)).every((distance) => distance < -1000)).toBe(true);
  expect(signedDistance([1, 3, 1], new Uint8Array(3).fill(1)).every((distance) => distance > 1000)).toBe(
    true,
  );
});
