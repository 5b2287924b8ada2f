import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { VolumeMove } from '../../src/core/reconstruction/audit-cause.ts';
import { indexOf, voxelAt, type Vec3 } from '../../src/core/volume/grid.ts';
import { isMoved, VOLUME_MOVES } from '../../src/engine/cpu/moved-labels.ts';

const anySize = fc.tuple(
  fc.integer({ min: 1, max: 4 }),
  fc.integer({ min: 1, max: 4 }),
  fc.constantFrom(2, 3),
);

/** Where the voxel of the expected volume stands in the found one. */
function partner(size: Vec3, move: VolumeMove, voxel: Vec3): Vec3 | null {
  const at = [...voxel];
  if (move.kind === 'transposed') {
    if (!move.axes.every((axis, i) => size[axis] === size[i])) return null;
    move.axes.forEach((axis, i) => (at[axis] = voxel[i]));
  } else if (move.kind === 'flipped') move.axes.forEach((axis) => (at[axis] = size[axis] - 1 - voxel[axis]));
  else at[move.axis] += move.by;
  return at.every((n, i) => n >= 0 && n < size[i]) ? (at as unknown as Vec3) : null;
}

test('a volume is moved exactly where every voxel agrees with its partner, one by one', () => {
  fc.assert(
    fc.property(
      anySize.chain((size) =>
        fc.record({
          size: fc.constant<Vec3>(size),
          move: fc.constantFrom(...VOLUME_MOVES),
          expected: fc.array(fc.nat(2), {
            minLength: size[0] * size[1] * size[2],
            maxLength: size[0] * size[1] * size[2],
          }),
          noise: fc.option(fc.nat(95)),
        }),
      ),
      ({ size, move, expected, noise }) => {
        const found = Uint8Array.from(expected, () => 0);
        const pairs = expected.map((_, i) => [i, partner(size, move, voxelAt(size, i))] as const);
        const partners = pairs.flatMap(([i, voxel]) => (voxel ? [[i, indexOf(size, voxel)] as const] : []));
        for (const [i, at] of partners) found[at] = expected[i];
        if (noise !== null) found[noise % found.length] ^= 1;
        const agree = partners.every(([i, at]) => expected[i] === found[at]);
        const hasForeground = partners.some(([i]) => expected[i] !== 0);
        const swaps = move.kind !== 'transposed' || move.axes.every((axis, i) => size[axis] === size[i]);
        const pair = {
          size,
          expected: Uint8Array.from(expected),
          found,
          foundCodes: 4,
          agrees: Uint8Array.from({ length: 12 }, (_, i) => (i >> 2 === i % 4 ? 1 : 0)),
          background: Uint8Array.of(1, 0, 0),
        };
        expect(isMoved(pair, move)).toBe(swaps && agree && hasForeground);
      },
    ),
    { numRuns: 300 },
  );
});
