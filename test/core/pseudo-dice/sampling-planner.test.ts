import { describe, expect, test } from 'vitest';
import { drawPatches } from '../../../src/core/pseudo-dice/patch-sampler.ts';
import type { SamplerSettings } from '../../../src/core/pseudo-dice/patch-settings.ts';
import { seededRandom } from '../../../src/core/statistics/random.ts';
import { planCache, planSampling } from '../../../src/core/pseudo-dice/sampling-planner.ts';
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

test('a cache serves the share of the data that it holds', () => {
  expect(planCache([[10, 10, 10]], 2, 4500)).toEqual({ dataBytes: 9000, cached: 0.5 });
  expect(planCache([[10, 10, 10]], 2, 1e9).cached).toBe(1);
  expect(planCache([], 2, 0).cached).toBe(1);
});
