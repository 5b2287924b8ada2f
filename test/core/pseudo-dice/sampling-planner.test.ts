import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawPatches } from '../../../src/core/pseudo-dice/patch-sampler.ts';
import type { SamplerSettings } from '../../../src/core/pseudo-dice/patch-settings.ts';
import { seededRandom } from '../../../src/core/statistics/random.ts';
import { planCache } from '../../../src/core/pseudo-dice/sampling-cache.ts';
import { planSampling } from '../../../src/core/pseudo-dice/sampling-planner.ts';
import {
  planSteps,
  scaleOfSteps,
  stepsPerPass,
  stepsToSee,
} from '../../../src/core/pseudo-dice/sampling-steps.ts';
import { samplingWeights } from '../../../src/core/pseudo-dice/sampling-weights.ts';
import { listDraws, sampledCase, settingsOf } from './sampled-cases.ts';

const CASES = [
  sampledCase([9, 9, 9], [[[4, 4, 4]], [[1, 1, 1], [2, 2, 2]], []]), // prettier-ignore
  sampledCase([12, 5, 3], [[[4, 4, 2], [5, 4, 2], [6, 4, 2]], [], []]), // prettier-ignore
  sampledCase([7, 7, 7], [[], [], []]),
];
const EPOCHS = 500;

const PLANS: [string, Partial<SamplerSettings>][] = [
  ['nnU-Net', {}],
  ['none forced', { oversampling: 0 }],
  ['all forced', { oversampling: 1 }],
  ['a batch of 1', { batch: 1 }],
  ['by chance', { isProbabilistic: true }],
  ['the textbook order', { order: 'class-first' }],
  ['the textbook order, all forced', { order: 'class-first', oversampling: 1, batch: 3 }],
];

describe.each(PLANS)('%s', (_, some) => {
  const settings = settingsOf({ ...some, epochs: EPOCHS, iterations: 8 });
  const plan = planSampling(CASES, settings);
  const draws = drawPatches(CASES, settings, seededRandom(11));
  const list = listDraws(draws);

  /** Mean over the epochs of a count, with its standard error, and the share of epochs without any. */
  function countEpochs(counts: (draw: (typeof list)[number]) => boolean) {
    const perEpoch = Array.from(
      { length: EPOCHS },
      (__, epoch) => list.slice(epoch * draws.perEpoch, (epoch + 1) * draws.perEpoch).filter(counts).length,
    );
    const mean = perEpoch.reduce((sum, n) => sum + n, 0) / EPOCHS;
    const variance = perEpoch.reduce((sum, n) => sum + (n - mean) ** 2, 0) / (EPOCHS - 1);
    return {
      mean,
      error: Math.sqrt(variance / EPOCHS),
      missed: perEpoch.filter((n) => n === 0).length / EPOCHS,
    };
  }

  const expectWithin = (expected: (typeof plan.perCase)[number], found: ReturnType<typeof countEpochs>) => {
    expect(Math.abs(found.mean - expected.perEpoch)).toBeLessThanOrEqual(4 * found.error + 1e-9);
    const { missedInEpoch: chance } = expected;
    const error = Math.sqrt((chance * (1 - chance)) / EPOCHS);
    expect(Math.abs(found.missed - chance)).toBeLessThanOrEqual(4 * error + 0.002);
    expect(expected.perTraining).toBeCloseTo(expected.perEpoch * EPOCHS, 6);
  };

  test('draws of every case are as expected, within four standard errors', () => {
    CASES.forEach((__, i) =>
      expectWithin(
        plan.perCase[i],
        countEpochs(({ at }) => at === i),
      ),
    );
    expect(plan.perCase.reduce((sum, { perEpoch }) => sum + perEpoch, 0)).toBeCloseTo(draws.perEpoch, 9);
  });

  test('patches forced on every structure are as expected, within four standard errors', () => {
    plan.forcedPerStructure.forEach((expected, s) =>
      expectWithin(
        expected,
        countEpochs(({ forced }) => forced === s),
      ),
    );
    expect(plan.forcedPerStructure[2]).toMatchObject({ perEpoch: 0, missedInEpoch: 1, missedInTraining: 1 });
  });

  test('the weights of all cases are 1 together', () => {
    const weights = samplingWeights(CASES, settings);
    const total = weights.reduce(
      (sum, { random, forced }) => sum + random + forced.reduce((a, b) => a + b, 0),
      0,
    );
    expect(total).toBeCloseTo(1, 12);
  });
});

test('a batch of patches against as many whole images', () => {
  expect(planSampling(CASES, settingsOf({ batch: 3, patch: [4, 4, 4] }))).toMatchObject({
    batchVoxels: 192,
    wholeBatchVoxels: 729 + 180 + 343,
  });
  expect(planSampling([], settingsOf({}))).toMatchObject({ perCase: [], wholeBatchVoxels: 0 });
});

test('a cache holds whole cases, the smallest first, and serves the draws of those', () => {
  expect(planCache([[10, 10, 10]], 2, 4500)).toEqual({
    dataBytes: 9000,
    cached: 0.5,
    cachedCases: 0,
    servedDraws: 0,
  });
  const sizes = [[20, 10, 10], [10, 10, 10]] as const; // prettier-ignore
  expect(planCache(sizes, 1, 5000)).toMatchObject({ dataBytes: 15_000, cachedCases: 1, servedDraws: 0.5 });
  expect(planCache(sizes, 1, 14_999)).toMatchObject({ cachedCases: 1 });
  expect(planCache(sizes, 1, 15_000)).toMatchObject({ cached: 1, cachedCases: 2, servedDraws: 1 });
  expect(planCache(sizes, 1, 0)).toMatchObject({ cached: 0, cachedCases: 0, servedDraws: 0 });
  expect(planCache([], 2, 0)).toMatchObject({ cached: 1, servedDraws: 1 });
});

test('a cache of more cases is that of the same cases listed as often', () => {
  const size = fc.integer({ min: 1, max: 6 }).map((n) => [n, 2, 1] as const);
  fc.assert(
    fc.property(
      fc.array(size, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 1, max: 5 }),
      fc.nat(600),
      (sizes, times, bytes) => {
        const all = Array.from({ length: times }, () => sizes).flat();
        expect(planCache(sizes, 1, bytes, all.length)).toEqual(planCache(all, 1, bytes));
      },
    ),
  );
});

test('each of N cases is drawn as if the cases at hand were listed as often', () => {
  for (const order of ['case-first', 'class-first'] as const) {
    const settings = settingsOf({ order, iterations: 8 });
    const many = planSampling(Array.from({ length: 4 }, () => CASES).flat(), settings);
    const plan = planSampling(CASES, settings, 4 * CASES.length);
    plan.perCase.forEach((expected, i) => {
      expect(expected.perEpoch).toBeCloseTo(many.perCase[i].perEpoch, 9);
      expect(expected.missedInEpoch).toBeCloseTo(many.perCase[i].missedInEpoch, 9);
    });
    plan.forcedPerStructure.forEach((expected, s) =>
      expect(expected.perEpoch).toBeCloseTo(many.forcedPerStructure[s].perEpoch, 9),
    );
  }
});

test('steps: what an epoch sees grows with them, and the steps asked for are the fewest that do', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 2000 }),
      fc.integer({ min: 1, max: 60 }),
      fc.double({ min: 0.05, max: 0.999, noNaN: true }),
      (count, batch, chance) => {
        const steps = stepsToSee(count, batch, chance);
        const seen = (iterations: number) => 1 - (1 - 1 / count) ** (batch * iterations);
        expect(seen(steps)).toBeGreaterThanOrEqual(chance - 1e-6);
        if (steps > 1) expect(seen(steps - 1)).toBeLessThan(chance + 1e-6);
        expect(stepsPerPass(count, batch) * batch).toBeGreaterThanOrEqual(count);
      },
    ),
  );
  expect(stepsToSee(1, 2, 0.99)).toBe(1);
  const points = planSteps(CASES, settingsOf({ batch: 2 }), 30, [1, 15, 250]);
  expect(points.map(({ viewsPerCase }) => viewsPerCase)).toEqual([2 / 30, 1, 500 / 30]);
  points.forEach(({ iterations, casesSeen, missed }) => {
    expect(casesSeen).toBeCloseTo(1 - (29 / 30) ** (2 * iterations), 9);
    expect(missed[2]).toBe(1);
  });
  expect(planSteps([], settingsOf({}), 30, [1])).toEqual([]);
  expect(scaleOfSteps(1000, 4)).toEqual([1, 10, 100, 1000]);
  expect(scaleOfSteps(1, 50)).toEqual([1]);
});
