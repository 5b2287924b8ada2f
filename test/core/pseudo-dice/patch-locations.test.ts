import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseLocations } from '../../../src/core/volume/case-locations.ts';
import { chooseRanks, countLocations, locateVoxels } from '../../../src/core/pseudo-dice/patch-locations.ts';
import { seededRandom } from '../../../src/core/statistics/random.ts';
import { chiSquareExcess } from './sampled-cases.ts';

test.each([
  [0, 0],
  [1, 1],
  [9_999, 9_999],
  [10_000, 10_000],
  [10_001, 10_000],
  [1_000_000, 10_000],
  [1_000_001, 10_001],
  [5_000_000, 50_000],
])('of %i voxels %i are kept', (voxels, kept) => expect(countLocations(voxels)).toBe(kept));

test('ranks are different, ascending, below the total, and as many as asked for', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 0, max: 70 }),
      fc.integer(),
      (n, k, seed) => {
        const ranks = [...chooseRanks(n, k, seededRandom(seed))];
        expect(ranks).toHaveLength(Math.min(n, k));
        expect(ranks).toEqual([...new Set(ranks)].toSorted((a, b) => a - b));
        expect(ranks.every((rank) => rank >= 0 && rank < n)).toBe(true);
      },
    ),
  );
});

test('every rank is chosen as often as any other', () => {
  const random = seededRandom(3);
  const counts = Array.from({ length: 20 }, () => 0);
  for (let i = 0; i < 4000; i++) for (const rank of chooseRanks(20, 7, random)) counts[rank]++;
  expect(chiSquareExcess(counts)).toBeLessThan(4);
});

test('located voxels are those of the set with these ranks, in the slow way', () => {
  const code = fc.integer({ min: 0, max: 3 });
  fc.assert(
    fc.property(fc.array(code, { maxLength: 60 }), fc.integer(), (codes, seed) => {
      const setsOf = [[], [0], [0, 1], [1, 2]];
      const members = [0, 1, 2].map((set) => [...codes.keys()].filter((i) => setsOf[codes[i]].includes(set)));
      const random = seededRandom(seed);
      const ranks = members.map(({ length }) => chooseRanks(length, Math.ceil(length / 2), random));
      const located = locateVoxels(Uint8Array.from(codes), setsOf, ranks);
      members.forEach((voxels, set) =>
        expect([...located[set]]).toEqual(Array.from(ranks[set], (rank) => voxels[rank])),
      );
    }),
  );
});

test('a set without voxels has no locations, and all of a small set are kept', () => {
  const codes = Uint8Array.of(0, 1, 0, 2, 1);
  const sets = [1, 2, 3].map((label) => ({
    voxels: codes.filter((code) => code === label).length,
    holds: (code: number) => code === label,
  }));
  expect(chooseLocations(codes, 4, sets, seededRandom(1)).map((found) => [...found])).toEqual([
    [1, 4],
    [3],
    [],
  ]);
});
