import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dice } from '../../../src/core/counts/confusion.ts';
import {
  cohortPhantom,
  confusionOfRegion,
  patchesAsPair,
  simulateCohort,
} from '../../../src/core/learn/cohort-phantom.ts';
import { averageOf, EMA_LAG, emaFigures } from '../../../src/core/learn/figure-ema-lag.ts';
import { EPOCH_JUMPS } from '../../../src/core/learn/figure-epoch-jumps.ts';
import { countPair, solveFigure } from '../../../src/core/learn/figure-model.ts';
import { PATCHES_VOLUMES } from '../../../src/core/learn/figure-patches-volumes.ts';
import { PHANTOM_GAP } from '../../../src/core/learn/figure-phantom-gap.ts';
import { SUMS_MEANS } from '../../../src/core/learn/figure-sums-means.ts';
import { NNUNET_SAMPLING } from '../../../src/core/pseudo-dice/patch-settings.ts';
import { emaOf } from '../../../src/core/runs/ema.ts';

const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 50 });

test.each([1, 7, 16, 40, 41])(
  'patches of %i³ summed from tables are those counted voxel by voxel',
  (edge) => {
    const patch = [edge, edge, edge] as const;
    const { draws, sums } = simulateCohort({ ...NNUNET_SAMPLING, patch, iterations: 3, epochs: 1 });
    const counts = countPair(patchesAsPair(draws, draws.perEpoch, patch));
    for (const region of [0, 1]) {
      const { tp, fp, fn } = confusionOfRegion(counts, region);
      expect([sums[region].tp[0], sums[region].nPred[0], sums[region].nRef[0]]).toEqual([
        tp,
        tp + fp,
        tp + fn,
      ]);
    }
  },
);

test('patches as large as the volumes, none forced, are the volumes', () => {
  const patch = [40, 40, 40] as const;
  const { draws, sums } = simulateCohort({ ...NNUNET_SAMPLING, patch, epochs: 1, oversampling: 0 });
  const cases = cohortPhantom().map(({ pair }) => confusionOfRegion(countPair(pair), 0).tp);
  const expected = draws.cases.reduce((sum, at) => sum + cases[at], 0);
  expect(sums[0].tp[0]).toBe(expected);
});

test('the figure of patches holds what it checks: the patches that the engine counts', () => {
  const { numbers } = solveFigure(PATCHES_VOLUMES, { patch: 40, forced: 0 });
  expect(numbers.forcedOfFirst).toBe(0);
  expect(numbers.checked).toBe(12);
  const small = solveFigure(PATCHES_VOLUMES).numbers;
  expect(small.checked).toBe(100);
  expect(small.low).toBeLessThanOrEqual(small.pseudo);
  expect(small.pseudo).toBeGreaterThan(small.pooled);
  expect(small.pooled).toBeGreaterThan(small.meanOfCases);
});

test('a mean weighs cases alike, a sum by their voxels; an empty case is left out until one voxel is predicted', () => {
  const { numbers, result } = solveFigure(SUMS_MEANS);
  expect(numbers.empty).toBeNaN();
  expect(numbers.mean).toBeCloseTo((numbers.large + numbers.small) / 2, 12);
  const total = result.cases.reduce(
    (sum, { counts }) => ({ tp: sum.tp + counts.tp, fp: sum.fp + counts.fp, fn: sum.fn + counts.fn }),
    { tp: 0, fp: 0, fn: 0 },
  );
  expect(numbers.pooled).toBe(dice(total));
  const filled = solveFigure(SUMS_MEANS, { false: 0.5 }).numbers;
  expect(filled.falseVoxels).toBeGreaterThan(0);
  expect(filled.empty).toBe(0);
  expect(filled.mean).toBeCloseTo((2 / 3) * numbers.mean, 12);
});

test('more patches, less range; the EMA less still', () => {
  const { numbers } = solveFigure(EPOCH_JUMPS);
  expect(numbers.rangeAt10).toBeGreaterThan(numbers.rangeAt100);
  expect(numbers.rangeAt100).toBeGreaterThan(numbers.rangeAt400);
  expect(numbers.range).toBe(numbers.rangeAt100);
  expect(numbers.emaRange).toBeLessThan(numbers.range);
});

test('the average of weight 0.9 is that of nnU-Net, that of weight 0 the values themselves', () => {
  fc.assert(
    fc.property(values, (series) => {
      averageOf(series, 0.9).forEach((ema, i) => expect(ema).toBeCloseTo(emaOf(series)[i].ema, 12));
      expect(averageOf(series, 0)).toEqual(series);
    }),
  );
});

test('delay, half-life and noise are what the average does', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 95 }), (percent) => {
      const weight = percent / 100;
      const { delay, halfLife, noise } = emaFigures(weight);
      const ramp = averageOf(
        Array.from({ length: 2000 }, (_, i) => i),
        weight,
      );
      expect(1999 - ramp[1999]).toBeCloseTo(delay, 6);
      expect(weight ** halfLife).toBeCloseTo(0.5, 12);
      const impulse = Array.from({ length: 2000 }, (_, i) => (1 - weight) * weight ** i);
      expect(Math.sqrt(impulse.reduce((sum, share) => sum + share * share, 0))).toBeCloseTo(noise, 9);
    }),
    { numRuns: 30 },
  );
  expect(emaFigures(0.9)).toMatchObject({ delay: expect.closeTo(9, 9), halfLife: expect.closeTo(6.5788, 4) });
  expect(emaFigures(0)).toEqual({ delay: 0, halfLife: 0, noise: 1 });
});

test('half of a drop shows in the first epoch that has passed the half-life', () => {
  for (const weight of [0.6, 0.8, 0.9, 0.95]) {
    const { seenAfter, halfLife } = solveFigure(EMA_LAG, { weight, noise: 0 }).numbers;
    expect(seenAfter).toBe(Math.ceil(halfLife - 1e-9));
  }
  expect(solveFigure(EMA_LAG, { weight: 0.99, noise: 0 }).numbers.seenAfter).toBeNaN();
});

test('the steps of the gap add up, and 33 % and 66 % of a batch of 2 are the same half', () => {
  const { result, numbers } = solveFigure(PHANTOM_GAP);
  const changes = result.steps.reduce((sum, { change }) => sum + (change ?? 0), 0);
  expect(changes).toBeCloseTo(numbers.gap, 12);
  expect(result.steps.map(({ code }) => code)).toEqual([
    'validation',
    'aggregation',
    'reconstruction',
    'sampling',
    'remainder',
  ]);
  expect(solveFigure(PHANTOM_GAP, { forced: 66 }).numbers).toEqual(numbers);
  expect(solveFigure(PHANTOM_GAP, { forced: 0 }).numbers).not.toEqual(numbers);
});
