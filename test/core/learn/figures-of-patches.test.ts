import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ballVoxels } from '../../../src/core/learn/batch-phantom.ts';
import { BATCH_DRAW, drawBatches } from '../../../src/core/learn/figure-batch-draw.ts';
import { coverEpoch } from '../../../src/core/learn/figure-epoch-coverage.ts';
import { compareMemory } from '../../../src/core/learn/figure-patch-memory.ts';
import { drawRare, RARE_CASES } from '../../../src/core/learn/figure-rare-structure.ts';
import { SAME_CONDITIONS } from '../../../src/core/learn/figure-same-conditions.ts';
import { tileAlong } from '../../../src/core/learn/figure-tile-walk.ts';
import { solveFigure } from '../../../src/core/learn/figure-model.ts';
import { countInBox, sumMask } from '../../../src/core/learn/patch-sums.ts';
import type { Vec3 } from '../../../src/core/volume/grid.ts';

test('a ball holds the voxels whose centre is at most its radius away', () => {
  const size: Vec3 = [9, 7, 6];
  const place = fc.tuple(
    fc.integer({ min: -2, max: 10 }),
    fc.integer({ min: -2, max: 8 }),
    fc.integer({ min: 0, max: 6 }),
  );
  fc.assert(
    fc.property(place, fc.double({ min: 0, max: 5, noNaN: true }), (centre, radius) => {
      const expected: number[] = [];
      for (let i = 0; i < 9 * 7 * 6; i++) {
        const at = [i % 9, Math.floor(i / 9) % 7, Math.floor(i / 63)];
        const apart = at.reduce((sum, value, axis) => sum + (value - centre[axis]) ** 2, 0);
        if (apart <= radius * radius) expected.push(i);
      }
      expect([...ballVoxels(size, { centre, radius })]).toEqual(expected);
    }),
  );
});

test('a box counted from the summed table equals the box counted voxel by voxel, also beyond the image', () => {
  const size: Vec3 = [5, 4, 3];
  const start = fc.tuple(
    fc.integer({ min: -4, max: 6 }),
    fc.integer({ min: -4, max: 6 }),
    fc.integer({ min: -4, max: 6 }),
  );
  const patch = fc.tuple(
    fc.integer({ min: 1, max: 7 }),
    fc.integer({ min: 1, max: 7 }),
    fc.integer({ min: 1, max: 7 }),
  );
  fc.assert(
    fc.property(
      fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }),
      start,
      patch,
      (mask, from, extent) => {
        let expected = 0;
        mask.forEach((isSet, i) => {
          const at = [i % 5, Math.floor(i / 5) % 4, Math.floor(i / 20)];
          if (isSet && at.every((value, axis) => value >= from[axis] && value < from[axis] + extent[axis]))
            expected++;
        });
        expect(
          countInBox(
            sumMask(size, (i) => mask[i]),
            from,
            extent,
          ),
        ).toBe(expected);
      },
    ),
  );
});

test.each([
  [1, 0],
  [2, 1],
  [3, 1],
  [4, 1],
  [5, 2],
  [9, 3],
  [10, 3],
  [12, 4],
])(
  'of a batch of %i at 0.33 nnU-Net forces %i, the last ones, and so does the drawn batch',
  (batch, forced) => {
    const drawn = drawBatches({ batch, oversampling: 0.33, shown: 50 });
    expect(drawn.forced).toBe(forced);
    expect(drawn.table[batch - 1]).toBe(forced);
    expect(drawn.patches.map((patch) => patch.forced >= 0)).toEqual(
      Array.from({ length: batch }, (_, i) => i >= batch - forced),
    );
    expect(drawn.perCase.reduce((sum, n) => sum + n, 0)).toBe(50 * batch);
    expect(drawn.perStructure.reduce((sum, n) => sum + n, 0)).toBe(50 * forced);
  },
);

test('a case with one class gives it every forced patch', () => {
  const draws = Array.from(
    { length: 50 },
    (_, i) => drawBatches({ batch: 4, oversampling: 1, shown: i + 1 }).patches,
  );
  const third = draws.flat().filter(({ of }) => of === 2);
  expect(third.length).toBeGreaterThan(0);
  expect(third.every(({ forced }) => forced === 0)).toBe(true);
});

test('a rare structure is forced in proportion to the cases that have it, over the classes of those', () => {
  for (const holders of [1, 4, RARE_CASES]) {
    const [caseFirst, classFirst] = drawRare({ holders, radius: 4, batch: 2 }).orders;
    expect(caseFirst.forced).toBeCloseTo((0.5 * holders) / RARE_CASES / 2, 12);
    expect(caseFirst.seen / 500).toBeGreaterThan(caseFirst.forced / 2);
    expect(classFirst.forced).toBeGreaterThan(caseFirst.forced);
  }
});

test('a batch of one forces nothing onto a rare structure', () => {
  expect(
    drawRare({ holders: 4, radius: 4, batch: 1 }).orders.map(({ forced, missed }) => [forced, missed]),
  ).toEqual([
    [0, 1],
    [0, 1],
  ]);
});

test('an epoch draws a case 500 / n times at a batch of 2 and misses it with (1 - 1/n)^500', () => {
  for (const cases of [5, 40, 1000]) {
    const { draws, unseenCases, byCase } = coverEpoch({ cases, batch: 2, patch: 80 });
    expect(draws.perEpoch).toBeCloseTo(500 / cases, 10);
    expect(draws.missedInEpoch / (1 - 1 / cases) ** 500).toBeCloseTo(1, 9);
    expect(unseenCases).toBeCloseTo(cases * (1 - 1 / cases) ** 500, 9);
    expect([byCase[0], byCase.length]).toEqual([0, 251]);
    expect(byCase[250]).toBeCloseTo(1 - draws.missedInEpoch, 9);
  }
});

test('a patch as large as the image sees its corner as often as its middle', () => {
  const { middle, corner } = coverEpoch({ cases: 40, batch: 2, patch: 192 });
  expect(corner).toBe(middle);
});

test('memory grows with the third power of the edge', () => {
  expect(compareMemory({ image: 256, patch: 128, batch: 2 })).toEqual({
    patchVoxels: 2 * 128 ** 3,
    wholeVoxels: 2 * 256 ** 3,
    ratio: 8,
    patchBytes: 2 * 128 ** 3 * 64,
    wholeBytes: 2 * 256 ** 3 * 64,
  });
});

test('110 voxels and a patch of 64: tiles at 0, 23, 46; a forced patch reaches 31 voxels beyond', () => {
  const { starts, tiles, passes, beyond, covered } = tileAlong({ image: 110, patch: 64, step: 0.5 });
  expect(starts).toEqual([0, 23, 46]);
  expect([tiles, passes, beyond]).toEqual([27, 216, 31]);
  expect([covered[0], covered[50], covered[109]]).toEqual([1, 3, 1]);
});

test.each([63, 64, 65])(
  'an image of %i voxels and a patch of 64: every place is covered and weighed',
  (image) => {
    const { starts, covered, weights } = tileAlong({ image, patch: 64, step: 0.5 });
    expect(starts).toHaveLength(image > 64 ? 2 : 1);
    expect(covered.every((tiles) => tiles > 0)).toBe(true);
    expect(weights.every((weight) => weight > 0)).toBe(true);
  },
);

test('one prediction has one Dice and a pseudo Dice for every way to sample', () => {
  const same = solveFigure(SAME_CONDITIONS, { batch: 2, patch: 64, epochs: 1000 }).numbers;
  expect(same).toMatchObject({ differing: 0, difference: 0 });
  const other = solveFigure(SAME_CONDITIONS, { batch: 4, patch: 32, epochs: 1000 }).numbers;
  expect(other).toMatchObject({ differing: 2, dice: same.dice });
  expect(other.difference).not.toBe(0);
  const whole = solveFigure(SAME_CONDITIONS, { batch: 1, patch: 96, epochs: 1000 }).numbers;
  expect(whole.pseudoB).toBeLessThan(same.pseudoA);
});

test('another batch of the same epoch is shown, and the epoch stays as it is', () => {
  const [first, last] = [1, 50].map((shown) => solveFigure(BATCH_DRAW, { shown }).numbers);
  expect([first.case1, first.case2, first.case3]).toEqual([last.case1, last.case2, last.case3]);
  expect([first.shownX, first.shownY]).not.toEqual([last.shownX, last.shownY]);
});
