import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Vec3 } from '../../../src/core/volume/grid.ts';
import { forcedStart, startRanges } from '../../../src/core/pseudo-dice/patch-bounds.ts';
import { countForced, forcedShare } from '../../../src/core/pseudo-dice/patch-forced.ts';
import { groupByCase } from '../../../src/core/pseudo-dice/patch-groups.ts';
import { drawPatches, rarityWeights } from '../../../src/core/pseudo-dice/patch-sampler.ts';
import { patchOfPlans } from '../../../src/core/pseudo-dice/patch-settings.ts';
import { seededRandom } from '../../../src/core/statistics/random.ts';
import { chiSquareExcess, listDraws, sampledCase, settingsOf } from './sampled-cases.ts';

const draw = (cases: Parameters<typeof drawPatches>[0], some: Parameters<typeof settingsOf>[0], seed = 1) =>
  listDraws(drawPatches(cases, settingsOf(some), seededRandom(seed)));

describe('bounds', () => {
  test('an image of 5 and a patch of 8 leave the starts -2 and -1', () => {
    expect(startRanges([5, 5, 5], [8, 8, 8])[0]).toEqual({ low: -2, high: -1 });
  });

  test.each([
    [8, 8, 0, 0],
    [9, 8, 0, 1],
    [7, 8, -1, 0],
    [6, 8, -1, -1],
    [1, 8, -4, -3],
    [100, 1, 0, 99],
  ])('an image of %i and a patch of %i: %i to %i', (size, patch, low, high) => {
    expect(startRanges([size, 1, 1], [patch, 1, 1])[0]).toEqual({ low, high });
  });

  test('an image no smaller than the patch is never padded by a random start', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 50 }), (patch, more) => {
        const [{ low, high }] = startRanges([patch + more, 1, 1], [patch, 1, 1]);
        expect([low, high]).toEqual([0, more]);
      }),
    );
  });

  test('a forced start is limited below and not above', () => {
    const [range] = startRanges([10, 10, 10], [4, 4, 4]);
    expect([0, 1, 2, 3, 8, 9].map((at) => forcedStart(at, 4, range))).toEqual([0, 0, 0, 1, 6, 7]); // 7 + 4 > 10
    const [odd] = startRanges([10, 10, 10], [5, 5, 5]);
    expect(forcedStart(9, 5, odd)).toBe(7);
    const [padded] = startRanges([5, 5, 5], [8, 8, 8]);
    expect([0, 2, 4].map((at) => forcedStart(at, 8, padded))).toEqual([-2, -2, 0]);
  });
});

describe('forced samples', () => {
  test.each([
    [1, 0],
    [2, 1],
    [3, 1],
    [4, 1],
    [5, 2],
    [9, 3],
    [10, 3],
    [12, 4],
    [49, 16],
  ])('of a batch of %i, %i are forced at 0.33', (batch, forced) => {
    expect(countForced(batch, 0.33)).toBe(forced);
    const draws = draw([sampledCase([9, 9, 9], [[[4, 4, 4]]])], { batch, iterations: 3, epochs: 2 });
    const flags = draws.map((one) => one.forced >= 0);
    flags.forEach((isForced, i) => expect(isForced).toBe(i % batch >= batch - forced));
  });

  test('a share of 0 forces none, of 1 all, a half goes to the even', () => {
    expect([0, 1].map((share) => countForced(7, share))).toEqual([0, 7]);
    expect([1, 3, 5].map((batch) => batch - countForced(batch, 0.5))).toEqual([0, 2, 2]);
    expect(forcedShare(settingsOf({ batch: 2, oversampling: 0.33 }))).toBe(0.5);
    expect(forcedShare(settingsOf({ batch: 2, oversampling: 0.33, isProbabilistic: true }))).toBe(0.33);
  });

  test('the probabilistic variant forces each sample by chance', () => {
    const cases = [sampledCase([9, 9, 9], [[[4, 4, 4]]])];
    const share = (oversampling: number) => {
      const draws = draw(cases, { batch: 1, isProbabilistic: true, oversampling, epochs: 100 });
      return draws.filter(({ forced }) => forced >= 0).length / draws.length;
    };
    expect([share(0), share(1)]).toEqual([0, 1]);
    expect(Math.abs(share(0.33) - 0.33)).toBeLessThan(4 * Math.sqrt((0.33 * 0.67) / 5000));
  });
});

describe('draws', () => {
  const sizes: Vec3[] = [
    [6, 7, 8],
    [12, 4, 3],
    [5, 5, 5],
  ];
  const cases = sizes.map((size) => sampledCase(size, [[[1, 1, 1]], [[2, 2, 2], [4, 3, 2]], []])); // prettier-ignore

  test('the same seed gives the same patches, another seed others, fewer epochs the beginning', () => {
    const long = draw(cases, { epochs: 20 }, 7);
    expect(draw(cases, { epochs: 20 }, 7)).toEqual(long);
    expect(draw(cases, { epochs: 20 }, 8)).not.toEqual(long);
    expect(draw(cases, { epochs: 5 }, 7)).toEqual(long.slice(0, 500));
  });

  test('cases are uniform and every start in range is, each within its own size', () => {
    const draws = draw(cases, { batch: 1, epochs: 400 }); // batch 1: none forced
    expect(chiSquareExcess(cases.map((_, i) => draws.filter(({ at }) => at === i).length))).toBeLessThan(4);
    for (const [i, { size }] of cases.entries()) {
      const counts = new Map<string, number>();
      for (const { at, start } of draws) {
        if (at === i) counts.set(`${start}`, (counts.get(`${start}`) ?? 0) + 1);
      }
      const ranges = startRanges(size, [4, 4, 4]);
      expect(counts.size).toBe(ranges.reduce((product, { low, high }) => product * (high - low + 1), 1));
      if (counts.size > 1) expect(chiSquareExcess([...counts.values()])).toBeLessThan(4);
    }
  });

  test('a forced sample takes a structure of its case evenly, then one of its voxels evenly', () => {
    const draws = draw(cases, { oversampling: 1, epochs: 200 });
    const structures = [0, 1, 2].map((s) => draws.filter(({ forced }) => forced === s).length);
    expect(structures[2]).toBe(0); // absent everywhere
    expect(chiSquareExcess(structures.slice(0, 2))).toBeLessThan(4);
    const starts = draws.filter(({ at, forced }) => at === 0 && forced === 1).map(({ start }) => `${start}`);
    expect(new Set(starts)).toEqual(new Set(['0,0,0', '2,1,0']));
    expect(
      chiSquareExcess(['0,0,0', '2,1,0'].map((start) => starts.filter((one) => one === start).length)),
    ).toBeLessThan(4);
  });

  test('a case without any structure gives a random patch where one should be forced', () => {
    const draws = draw([sampledCase([20, 20, 20], [[], []])], { oversampling: 1 });
    expect(draws.every(({ forced }) => forced === -1)).toBe(true);
    expect(new Set(draws.map(({ start }) => `${start}`)).size).toBeGreaterThan(100);
  });

  test('with an ignore label random samples lie about annotated voxels, forced ones about their structure', () => {
    const one = sampledCase([20, 20, 20], [[[10, 10, 10]]], [[0, 0, 0], [19, 5, 7]]); // prettier-ignore
    const draws = draw([one], { batch: 2 });
    const places = (isForced: boolean) =>
      new Set(draws.filter(({ forced }) => forced >= 0 === isForced).map(({ start }) => `${start}`));
    expect(places(true)).toEqual(new Set(['8,8,8']));
    expect(places(false)).toEqual(new Set(['0,0,0', '17,3,5']));
    const empty = draw([sampledCase([20, 20, 20], [[]], [[10, 10, 10]])], { oversampling: 1 });
    expect(new Set(empty.map(({ start, forced }) => `${start} ${forced}`))).toEqual(new Set(['8,8,8 -1']));
    const bare = draw([sampledCase([20, 20, 20], [[]], [])], { oversampling: 0 });
    expect(new Set(bare.map(({ start }) => `${start}`)).size).toBeGreaterThan(100);
  });

  test('no cases give no patches', () => expect(draw([], {})).toEqual([]));

  test('the textbook order prefers rare classes and draws only cases that have them', () => {
    const rare = sampledCase([9, 9, 9], [[[4, 4, 4]], [[1, 1, 1]], []]);
    const rich = sampledCase([9, 9, 9], [[[1, 1, 1], [2, 2, 2], [3, 3, 3]], [], []]); // prettier-ignore
    expect(rarityWeights([rare, rich])).toEqual([0.2, 0.8, 0]);
    const draws = draw([rare, rich], { oversampling: 1, order: 'class-first', epochs: 40 });
    expect(draws.filter(({ forced }) => forced === 1).every(({ at }) => at === 0)).toBe(true);
    const share = draws.filter(({ forced }) => forced === 1).length / draws.length;
    expect(Math.abs(share - 0.8)).toBeLessThan(4 * Math.sqrt(0.16 / draws.length));
    const none = draw([sampledCase([9, 9, 9], [[]])], { oversampling: 1, order: 'class-first' });
    expect(none.every(({ forced }) => forced === -1)).toBe(true);
  });

  test('grouping by case keeps every patch and its order', () => {
    const draws = drawPatches(cases, settingsOf({}), seededRandom(1));
    const groups = groupByCase(draws, cases.length);
    expect(groups.flatMap(({ patches }) => [...patches]).toSorted((a, b) => a - b)).toEqual([
      ...draws.cases.keys(),
    ]);
    groups.forEach(({ patches, starts }, at) =>
      patches.forEach((patch, i) => {
        expect(draws.cases[patch]).toBe(at);
        expect(starts.subarray(3 * i, 3 * i + 3)).toEqual(draws.starts.subarray(3 * patch, 3 * patch + 3));
      }),
    );
  });
});

test('a patch of plans.json is turned to x, y, z, transposed axes too; two entries are one slice', () => {
  expect(patchOfPlans([96, 128, 64])).toEqual([64, 128, 96]);
  expect(patchOfPlans([96, 128, 64], [2, 0, 1])).toEqual([96, 64, 128]);
  expect(patchOfPlans([192, 160])).toEqual([160, 192, 1]);
  expect(patchOfPlans([192, 160], [1, 0, 2])).toEqual([160, 1, 192]);
  for (const wrong of [[], [1], [1, 2, 3, 4], [0, 1, 1], [1.5, 2, 3]]) expect(patchOfPlans(wrong)).toBeNull();
  expect(patchOfPlans([1, 2, 3], [0, 0, 1])).toBeNull();
});
