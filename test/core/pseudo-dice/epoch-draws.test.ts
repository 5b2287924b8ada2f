import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countDraws, countPadded } from '../../../src/core/pseudo-dice/epoch-draws.ts';

test('the draws of an epoch are those of its patches, one by one', () => {
  const patch = fc.record({ at: fc.nat(3), forced: fc.integer({ min: -1, max: 2 }) });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 6 }),
      fc.array(patch, { maxLength: 40 }),
      fc.nat(8),
      (perEpoch, all, epoch) => {
        const patches = all.slice(0, Math.floor(all.length / perEpoch) * perEpoch);
        const draws = {
          perEpoch,
          cases: Uint32Array.from(patches, ({ at }) => at),
          starts: new Int32Array(3 * patches.length),
          forced: Int32Array.from(patches, ({ forced }) => forced),
          voxels: new Int32Array(patches.length),
        };
        const own = patches.filter((_, i) => Math.floor(i / perEpoch) === epoch);
        expect(countDraws(draws, 4, epoch)).toEqual(
          [0, 1, 2, 3].map((index) => ({
            all: own.filter(({ at }) => at === index).length,
            forced: own.filter(({ at, forced }) => at === index && forced >= 0).length,
          })),
        );
      },
    ),
  );
});

test('a patch as long as the image is not padded, one voxel more is', () => {
  const cases = [{ size: [10, 20, 30] }, { size: [11, 20, 30] }];
  expect(countPadded(cases, [10, 20, 30])).toBe(0);
  expect(countPadded(cases, [11, 20, 30])).toBe(1);
  expect(countPadded(cases, [1, 1, 31])).toBe(2);
});
