import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dice } from '../../../src/core/counts/confusion.ts';
import {
  meanThenRank,
  rankingStability,
  rankThenMean,
  rankValues,
} from '../../../src/core/cohort/ranking.ts';
import {
  describeCohort,
  meanInterval,
  pooledDice,
  quartilesOf,
} from '../../../src/core/statistics/statistics.ts';
import { bcaInterval } from '../../../src/core/statistics/statistics-bca.ts';
import { diceUnder, EMPTY_CONVENTIONS, meanUnder } from '../../../src/core/statistics/statistics-empty.ts';
import { erfc, normalCdf, normalQuantile } from '../../../src/core/statistics/statistics-normal.ts';

const close = (found: number, expected: number, relative: number) =>
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(Math.abs(expected) * relative);

describe('the normal distribution', () => {
  /** Figures of scipy 1.17.1. */
  test.each([
    [-1, 1.8427007929497148],
    [0, 1],
    [0.1, 0.8875370839817152],
    [0.5, 0.4795001221869535],
    [1, 0.15729920705028516],
    [1.9999, 0.00467980209297061],
    [2, 0.004677734981047266],
    [2.5, 0.00040695201744495886],
    [5, 1.5374597944280347e-12],
    [10, 2.0884875837625446e-45],
    [26, 5.663192408856145e-296],
  ])('erfc(%d) is %d', (x, expected) => close(erfc(x), expected, 1e-13));

  test.each([
    [1e-10, -6.361340902404056],
    [0.025, -1.9599639845400545],
    [0.3, -0.5244005127080409],
    [0.5, 0],
    [0.975, 1.959963984540054],
    [0, -Infinity],
    [1, Infinity],
  ])('the quantile of %d is %d', (share, expected) => {
    if (Number.isFinite(expected)) close(normalQuantile(share), expected, 1e-13);
    else expect(normalQuantile(share)).toBe(expected);
  });

  test('the quantile is the inverse of the distribution', () => {
    fc.assert(
      fc.property(fc.double({ min: -6, max: 6, noNaN: true }), (z) => {
        expect(normalQuantile(normalCdf(z))).toBeCloseTo(z, 6);
      }),
    );
  });
});

describe('bootstrap intervals', () => {
  /** scipy.stats.bootstrap, method "BCa", 2,000,000 resamples: 10,000 draws come close to it. */
  test.each([
    [
      [
        0.822735, 0.92878, 0.917978, 0.779175, 0.796162, 0.777809, 0.865578, 0.815515, 0.879751, 0.672214,
        0.945324, 0.812285,
      ],
      0.8344421666666665,
      0.7890645833333334,
      0.8734804166666668,
    ],
    [
      [0.91, 0.93, 0.12, 0.88, 0.95, 0.9, 0.86, 0, 0.93, 0.89, 0.91, 0.87, 0.92],
      0.7746153846153845,
      0.5138461538461538,
      0.9030769230769232,
    ],
  ])('of the mean of %j', (values, mean, low, high) => {
    const found = meanInterval(values, { seed: 7 });
    expect(found.value).toBeCloseTo(mean, 12);
    expect(Math.abs(found.low - low)).toBeLessThan(0.02 * (high - low));
    expect(Math.abs(found.high - high)).toBeLessThan(0.02 * (high - low));
    expect(meanInterval(values, { seed: 7 })).toEqual(found);
  });

  test('one case has no interval, equal cases have one without width', () => {
    expect(meanInterval([0.5])).toEqual({ value: 0.5, low: Number.NaN, high: Number.NaN });
    expect(meanInterval([0.5, 0.5, 0.5])).toEqual({ value: 0.5, low: 0.5, high: 0.5 });
    expect(meanInterval([])).toEqual({ value: Number.NaN, low: Number.NaN, high: Number.NaN });
  });

  test('bounds lie within the values, the lower below the upper, and draws without a statistic do not count', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 20 }),
        (values) => {
          const mean = (sample: Int32Array) => sample.reduce((sum, i) => sum + values[i], 0) / sample.length;
          const sometimes = (sample: Int32Array) => (sample[0] === 1 ? Number.NaN : mean(sample));
          for (const statistic of [mean, sometimes]) {
            const { low, high } = bcaInterval(values.length, statistic, { draws: 200 });
            expect(low).toBeLessThanOrEqual(high + 1e-12);
            expect(low).toBeGreaterThanOrEqual(Math.min(...values) - 1e-12);
            expect(high).toBeLessThanOrEqual(Math.max(...values) + 1e-12);
          }
        },
      ),
    );
  });
});

describe('cohorts', () => {
  const counts = (tp: number, fp: number, fn: number) => ({ tp, fp, fn, dice: dice({ tp, fp, fn }) });
  const summary = {
    version: 2 as const,
    keys: ['1'],
    cases: [counts(8, 2, 2), counts(0, 0, 0), counts(0, 4, 0), counts(90, 10, 10)].map((one, i) => ({
      name: `${i}`,
      counts: { '1': one },
    })),
    meanDice: Number.NaN,
  };

  test('mean, pooled Dice, quartiles and the cases that are absent or zero', () => {
    const [found] = describeCohort(summary, { draws: 100 });
    expect(found).toMatchObject({ key: '1', cases: 3, absent: 1, zero: 1 });
    expect(found.mean.value).toBeCloseTo((0.8 + 0 + 0.9) / 3, 12);
    expect(found.pooled).toBeCloseTo((2 * 98) / (2 * 98 + 16 + 12), 12);
    expect(found.quartiles).toEqual({ lower: 0.4, median: 0.8, upper: expect.closeTo(0.85, 12) as number });
  });

  test('pooled Dice is that of the cases laid side by side', () => {
    const count = fc.nat(1000);
    fc.assert(
      fc.property(fc.array(fc.record({ tp: count, fp: count, fn: count })), (cases) => {
        const sum = (key: 'tp' | 'fp' | 'fn') => cases.reduce((total, one) => total + one[key], 0);
        expect(pooledDice(cases)).toEqual(dice({ tp: sum('tp'), fp: sum('fp'), fn: sum('fn') }));
      }),
    );
  });

  test('no value has no quartiles', () => {
    expect(quartilesOf([Number.NaN])).toEqual({ lower: Number.NaN, median: Number.NaN, upper: Number.NaN });
  });
});

describe('conventions for empty structures', () => {
  const [absent, predictedOnly, missed, found] = [
    { tp: 0, fp: 0, fn: 0 },
    { tp: 0, fp: 5, fn: 0 },
    { tp: 0, fp: 0, fn: 5 },
    { tp: 1, fp: 1, fn: 1 },
  ];
  const NONE = Number.NaN;
  test.each([
    ['nnunet', [NONE, 0, 0, 0.5]],
    ['zero', [0, 0, 0, 0.5]],
    ['one', [1, 0, 0, 0.5]],
    ['brats', [1, 0, 0, 0.5]],
    ['monai', [NONE, NONE, 0, 0.5]],
  ] as const)('%s: in neither map, predicted only, missed, found: %j', (convention, expected) => {
    expect([absent, predictedOnly, missed, found].map((one) => diceUnder(convention, one))).toEqual(expected);
  });

  /** Two cases, three classes: MONAI's test_compute_meandice, TEST_CASE_4 and 5, and nnU-Net's rule on the same. */
  const monaiCases = [
    [
      { tp: 3, fp: 0, fn: 1 },
      { tp: 0, fp: 1, fn: 0 },
      { tp: 0, fp: 3, fn: 0 },
    ],
    [
      { tp: 1, fp: 2, fn: 0 },
      { tp: 1, fp: 2, fn: 1 },
      { tp: 1, fp: 1, fn: 0 },
    ],
  ];
  test('the means of MONAI and of nnU-Net of the same two cases', () => {
    const monai = meanUnder('monai', monaiCases);
    expect(monai.structures.map((value) => Number(value.toFixed(4)))).toEqual([0.6786, 0.4, 0.6667]);
    expect(monai.foreground).toBeCloseTo(0.689683, 6);
    expect(monai).toMatchObject({ touchedValues: 2, touchedCases: 1 });
    const nnunet = meanUnder('nnunet', monaiCases);
    expect(nnunet.structures).toEqual([0.6785714285714286, 0.2, 0.3333333333333333]);
    expect(nnunet).toMatchObject({ touchedValues: 0, touchedCases: 0 });
  });

  test('a structure that no case has makes nnU-Net’s foreground mean NaN, and no other of those with a value for it', () => {
    const cases = [[found, absent]];
    expect(meanUnder('nnunet', cases).foreground).toBeNaN();
    expect(meanUnder('one', cases).foreground).toBe(0.75);
    expect(meanUnder('zero', cases).foreground).toBe(0.25);
    expect(meanUnder('monai', cases).foreground).toBe(0.5);
  });

  test('where everything is in both maps the convention does not matter but for the order of the means', () => {
    const pair = fc.record({ tp: fc.integer({ min: 1, max: 9 }), fp: fc.nat(9), fn: fc.nat(9) });
    fc.assert(
      fc.property(fc.array(fc.tuple(pair, pair), { minLength: 1, maxLength: 6 }), (cases) => {
        const means = EMPTY_CONVENTIONS.map((convention) => meanUnder(convention, cases));
        for (const mean of means) {
          expect(mean.foreground).toBeCloseTo(means[0].foreground, 12);
          expect(mean.touchedValues).toBe(0);
        }
      }),
    );
  });
});

describe('ranking', () => {
  /** wiesenfa/challengeR beb3b67, tests/testthat/test-rankThenAggregate.R. */
  test('ranks of cases are averaged, then ranked', () => {
    expect(
      rankThenMean(
        [
          [0.6, 0.4],
          [0.8, 1],
        ],
        { smallerIsBetter: true },
      ),
    ).toEqual([1, 2]);
    expect(rankThenMean([[0.6], [0.8]])).toEqual([2, 1]);
    expect(rankThenMean([[0.6], [0.6]], { smallerIsBetter: true, ties: 'min' })).toEqual([1, 1]);
    expect(rankThenMean([[0.6], [0.6]], { smallerIsBetter: true, ties: 'max' })).toEqual([2, 2]);
  });

  test('NaN ranks last, and ties share the rank that is asked for', () => {
    expect(rankValues([0.5, Number.NaN, 0.7, 0.5])).toEqual([2, 4, 1, 2]);
    expect(rankValues([0.5, Number.NaN, 0.7, 0.5], { ties: 'average' })).toEqual([2.5, 4, 1, 2.5]);
    expect(rankValues([0.5, Number.NaN, 0.7, 0.5], { ties: 'max', smallerIsBetter: true })).toEqual([
      2, 4, 3, 2,
    ]);
  });

  test('a model that is better in every case stays first in every draw; one case tells nothing', () => {
    const scores = [
      [0.5, 0.6, 0.7],
      [0.6, 0.7, 0.8],
    ];
    expect(meanThenRank(scores)).toEqual([2, 1]);
    expect(rankingStability(scores, { draws: 50 })).toEqual({
      ranks: [2, 1],
      shares: [
        [0, 1],
        [1, 0],
      ],
    });
    expect(rankingStability([[0.5], [0.6]])).toBeNull();
  });
});
