import { describe, expect, test } from 'vitest';
import { checkpointLuck } from '../../../src/core/pseudo-dice/checkpoint-luck.ts';
import { sayLuck } from '../../../src/core/pseudo-dice/luck-sentence.ts';
import { pseudoEpochs, spreadOf } from '../../../src/core/pseudo-dice/pseudo-dice.ts';
import { seededRandom } from '../../../src/core/statistics/random.ts';

const sums = (tp: number[], nRef: number[], nPred: number[]) => ({
  tp: Float64Array.from(tp),
  nRef: Float64Array.from(nRef),
  nPred: Float64Array.from(nPred),
});

test('Dice is of the sums of an epoch, its mean leaves NaN out, and the EMA follows', () => {
  const epochs = pseudoEpochs([sums([3, 0], [4, 0], [4, 0]), sums([1, 1], [1, 2], [3, 2])], 2);
  expect(epochs[0]).toEqual({ dice: [0.75, 0.5], mean: 0.625, ema: 0.625, isBest: true });
  expect(epochs[1].dice).toEqual([Number.NaN, 0.5]);
  expect(epochs[1].mean).toBe(0.5);
  expect(epochs[1].ema).toBeCloseTo(0.9 * 0.625 + 0.1 * 0.5, 15);
  expect(epochs[1].isBest).toBe(false);
});

test('an epoch without any structure makes the EMA NaN for ever, and no best is declared again', () => {
  const epochs = pseudoEpochs([sums([1, 0, 2], [2, 0, 2], [2, 0, 2])], 3);
  expect(epochs.map(({ ema }) => ema)).toEqual([0.5, Number.NaN, Number.NaN]);
  expect(epochs.map(({ isBest }) => isBest)).toEqual([true, false, false]);
});

test('the range of a series leaves NaN epochs out and counts them', () => {
  expect(spreadOf([Number.NaN, 1, 2, 3])).toEqual({ mean: 2, low: 1.1, high: 2.9, nanEpochs: 1 });
  expect(spreadOf([Number.NaN])).toEqual({
    mean: Number.NaN,
    low: Number.NaN,
    high: Number.NaN,
    nanEpochs: 1,
  });
});

describe('the luck of the best checkpoint', () => {
  const random = seededRandom(5);
  const means = Array.from({ length: 400 }, () => 0.8 + 0.02 * (random() + random() + random() - 1.5));

  test('a constant series has no luck: the first epoch stays the best', () => {
    const luck = checkpointLuck([0.5], 100);
    expect(luck.bestEpoch).toEqual({ value: 0, low: 0, high: 0 });
    expect(luck.excess.value).toBeCloseTo(0, 12);
    expect([luck.early, luck.late]).toEqual([1, 0]);
  });

  test('the best is above the true value, and longer trainings find it later and higher', () => {
    const [short, long] = [20, 500].map((epochs) => checkpointLuck(means, epochs));
    expect(short.excess.value).toBeGreaterThan(0);
    expect(long.excess.value).toBeGreaterThan(short.excess.value);
    expect(long.bestEpoch.value).toBeGreaterThan(short.bestEpoch.value);
    expect(checkpointLuck(means, 20, { seed: 1 })).toEqual(short);
  });

  test('means, ranges and shares are those of the trainings listed', () => {
    const { trainings, bestEpoch, excess, late } = checkpointLuck(means, 100, { trainings: 60 });
    expect(trainings).toHaveLength(60);
    const meanOf = (values: readonly number[]) =>
      values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(excess.value).toBeCloseTo(meanOf(trainings.map((one) => one.excess)), 12);
    expect(bestEpoch.value).toBeCloseTo(meanOf(trainings.map((one) => one.bestEpoch)), 9);
    expect(late).toBe(trainings.filter((one) => one.bestEpoch >= 90).length / 60);
    const between = trainings.filter((one) => one.excess >= excess.low && one.excess <= excess.high);
    expect(between.length).toBeGreaterThanOrEqual(0.9 * 60 - 1);
  });

  test('NaN epochs end a training as they do in nnU-Net; with nothing to draw from all is NaN, said in words', () => {
    expect(checkpointLuck([0.5, Number.NaN], 50).nanTrainings).toBe(1);
    for (const series of [[], [Number.NaN]]) {
      const luck = checkpointLuck(series, 50);
      expect(luck.excess.value).toBeNaN();
      for (const language of ['en', 'zh-CN'] as const)
        expect(sayLuck(luck, language)).not.toMatch(/undefined|–/);
    }
    expect(sayLuck(checkpointLuck(means, 100), 'en')).toMatch(/^Were the network frozen for 100 epochs/);
  });
});
