import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findPieces, labelPieces, type Connectivity } from '../../../src/core/volume/components.ts';
import { indexOf, voxelAt, type Vec3 } from '../../../src/core/volume/grid.ts';

/** Flood fill over the neighbours, voxel by voxel. */
function floodSizes(chosen: Uint8Array, size: Vec3, connectivity: Connectivity = 26): number[] {
  const apart = { 6: 1, 18: 2, 26: 3 }[connectivity]; // axes along which a neighbour may differ
  const seen = new Set<number>();
  const sizes: number[] = [];
  chosen.forEach((value, start) => {
    if (value === 0 || seen.has(start)) return;
    const queue = [start];
    seen.add(start);
    for (let i = 0; i < queue.length; i++) {
      const [x, y, z] = voxelAt(size, queue[i]);
      for (let step = 0; step < 27; step++) {
        const next: Vec3 = [
          x + (step % 3) - 1,
          y + (Math.floor(step / 3) % 3) - 1,
          z + Math.floor(step / 9) - 1,
        ];
        const differs = [step % 3, Math.floor(step / 3) % 3, Math.floor(step / 9)].filter((n) => n !== 1);
        if (differs.length > apart) continue;
        if (next.some((value, axis) => value < 0 || value >= size[axis])) continue;
        const index = indexOf(size, next);
        if (chosen[index] === 0 || seen.has(index)) continue;
        seen.add(index);
        queue.push(index);
      }
    }
    sizes.push(queue.length);
  });
  return sizes.sort((a, b) => b - a);
}

const volume = fc
  .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 }))
  .chain((size) =>
    fc.tuple(
      fc.constant<Vec3>(size),
      fc.array(fc.constantFrom(0, 0, 1), {
        minLength: size[0] * size[1] * size[2],
        maxLength: size[0] * size[1] * size[2],
      }),
    ),
  );

test('pieces are those of a flood fill over the 26 neighbours, each anchored in one of its voxels', () => {
  fc.assert(
    fc.property(volume, ([size, voxels]) => {
      const chosen = Uint8Array.from(voxels);
      const pieces = findPieces(chosen, size);
      expect(pieces.map((piece) => piece.voxels)).toEqual(floodSizes(chosen, size));
      for (const { anchor } of pieces) expect(chosen[indexOf(size, anchor)]).toBe(1);
    }),
    { numRuns: 300 },
  );
});

test.each<Connectivity>([6, 18, 26])(
  'labelled pieces by %i neighbours are those of a flood fill',
  (connectivity) => {
    fc.assert(
      fc.property(volume, ([size, voxels]) => {
        const chosen = Uint8Array.from(voxels);
        const { pieces, pieceOf } = labelPieces(chosen, size, connectivity);
        expect(pieces.map((piece) => piece.voxels)).toEqual(floodSizes(chosen, size, connectivity));
        expect(findPieces(chosen, size, connectivity)).toEqual(pieces);
        pieces.forEach((piece, i) => {
          expect(pieceOf.filter((of) => of === i + 1).length).toBe(piece.voxels);
          expect(pieceOf[indexOf(size, piece.anchor)]).toBe(i + 1);
        });
        expect(pieceOf.every((of, i) => of > 0 === chosen[i] > 0)).toBe(true);
      }),
      { numRuns: 200 },
    );
  },
);

test('voxels that touch by a corner are one piece', () => {
  const chosen = new Uint8Array(27);
  chosen[indexOf([3, 3, 3], [0, 0, 0])] = 1;
  chosen[indexOf([3, 3, 3], [1, 1, 1])] = 1;
  chosen[indexOf([3, 3, 3], [2, 2, 2])] = 1;
  expect(findPieces(chosen, [3, 3, 3]).map(({ voxels }) => voxels)).toEqual([3]);
});
