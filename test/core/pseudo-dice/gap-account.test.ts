import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dice } from '../../../src/core/counts/confusion.ts';
import { accountGap, type GapInput } from '../../../src/core/pseudo-dice/gap-account.ts';
import { pullOfCases } from '../../../src/core/pseudo-dice/gap-pull.ts';
import { sayGap } from '../../../src/core/pseudo-dice/gap-headline.ts';
import { sayGapStep } from '../../../src/core/pseudo-dice/gap-sentence.ts';
import { trainedForcedShare } from '../../../src/core/pseudo-dice/patch-forced.ts';
import { NO_CONDITIONS } from '../../../src/core/runs/run.ts';
import type { EvaluationSummary } from '../../../src/core/runs/run-summary.ts';

/** An evaluation from [tp, fp, fn] by case and structure. */
function evaluationOf(
  keys: readonly string[],
  cases: readonly (readonly (readonly number[])[])[],
): EvaluationSummary {
  return {
    version: 2,
    keys,
    cases: cases.map((structures, i) => ({
      name: `case_${i}`,
      counts: Object.fromEntries(
        keys.map((key, s) => {
          const [tp, fp, fn] = structures[s];
          return [key, { tp, fp, fn, dice: dice({ tp, fp, fn }) }];
        }),
      ),
    })),
    meanDice: Number.NaN,
  };
}

const NAMES = { '(1, 2)': 'whole', '(2,)': 'core' };
const KEYS = Object.keys(NAMES);
const input = (some: Partial<GapInput> & Pick<GapInput, 'evaluated'>): GapInput => ({
  raw: null,
  names: NAMES,
  simulated: null,
  lastEma: null,
  ...some,
});

describe('the account of the gap', () => {
  const evaluated = evaluationOf(KEYS, [
    [[900, 50, 50], [80, 10, 30]],
    [[10, 10, 10], [0, 5, 0]],
    [[500, 20, 40], [0, 0, 0]],
  ]); // prettier-ignore
  const raw = evaluationOf(KEYS, [
    [[910, 40, 40], [80, 10, 30]],
    [[10, 10, 10], [0, 5, 0]],
    [[500, 20, 40], [0, 0, 0]],
  ]); // prettier-ignore
  const simulated = { means: [0.9, 0.92, 0.94], nanEpochs: [0, 1], forcedShare: 0.5 };
  const full = accountGap(input({ evaluated, raw, simulated, lastEma: 0.95 }));

  test('goes from the mean of cases over pooling, raw masks and patches to the log, and adds up', () => {
    expect(full.steps.map(({ code }) => code)).toEqual([
      'validation',
      'aggregation',
      'reconstruction',
      'sampling',
      'remainder',
    ]);
    const mean = ((900 / 950 + 0.5 + 500 / 530) / 3 + (80 / 100 + 0) / 2) / 2;
    const pooled = ((2 * 1410) / (2 * 1410 + 80 + 100) + 160 / (160 + 15 + 30)) / 2;
    const rawPooled = ((2 * 1420) / (2 * 1420 + 70 + 90) + 160 / (160 + 15 + 30)) / 2;
    const values = full.steps.map(({ value }) => value);
    [mean, pooled, rawPooled, 0.92, 0.95].forEach((value, i) => expect(values[i]).toBeCloseTo(value, 12));
    const changes = full.steps.slice(1).reduce((sum, { change }) => sum + (change ?? 0), 0);
    expect(values[0] + changes).toBeCloseTo(0.95, 12);
  });

  test('says each step in a sentence with its figures, in both languages', () => {
    const said = full.steps.map((step) => sayGapStep(step, 'en'));
    expect(said[0]).toContain('3 cases');
    expect(said[0]).toContain('1 score is left out');
    expect(said[1]).toContain('core of case_0 (Dice 0.800), which now weighs 98 % instead of 50 %');
    expect(said[1]).toContain('one score of 0');
    expect(said[2]).toContain('whole');
    expect(said[3]).toContain('core in 1 epoch');
    expect(said[4]).toContain('0.950');
    for (const step of full.steps) {
      expect(sayGapStep(step, 'zh-CN')).toMatch(/。$/);
      for (const language of ['en', 'zh-CN'] as const) {
        expect(sayGapStep(step, language)).not.toMatch(/undefined|null|NaN(?! —| )|\[object/);
      }
    }
  });

  test('of summary.json and a log alone: the first step and the remainder', () => {
    const alone = accountGap(input({ evaluated, lastEma: 0.95 }));
    expect(alone.steps.map(({ code }) => code)).toEqual(['validation', 'aggregation', 'remainder']);
    expect(sayGapStep(alone.steps[2], 'en')).toContain('the sampling of patches, raw masks');
    expect(accountGap(input({ evaluated })).steps).toHaveLength(2);
  });

  test('of a training in one sentence, with and without its log', () => {
    const alone = accountGap(input({ evaluated, lastEma: 0.95 }));
    expect(sayGap(alone, 'fold_0', 'en')).toMatch(
      /^fold_0: last EMA 0.950, validation 0.\d{3}; \+0.\d{3} is how/,
    );
    expect(sayGap(accountGap(input({ evaluated })), 'fold_0', 'en')).toContain('its log would tell');
    expect(sayGap(alone, 'fold_0', 'zh-CN')).toMatch(/^fold_0：末轮 EMA 0.950/);
  });

  test('a structure that no case has is in no value and named; nothing at all is NaN and still a sentence', () => {
    const without = accountGap(input({ evaluated: evaluationOf(KEYS, [[[3, 1, 1], [0, 0, 0]]]) })); // prettier-ignore
    expect(without.steps.map(({ value }) => value)).toEqual([0.75, 0.75]);
    expect(sayGapStep(without.steps[0], 'en')).toContain('core is in no case');
    const empty = accountGap(input({ evaluated: evaluationOf(KEYS, [[[0, 0, 0], [0, 0, 0]]]), lastEma: 0.5 })); // prettier-ignore
    expect(empty.steps[1].change).toBeNaN();
    for (const step of empty.steps) expect(sayGapStep(step, 'en')).not.toMatch(/NaN(?! )|undefined/);
  });
});

test('every structure at every step: its cases, voxels and scores, as counted one by one', () => {
  const count = fc.nat(9);
  const structure = fc.tuple(count, count, count);
  fc.assert(
    fc.property(fc.array(fc.tuple(structure, structure), { maxLength: 6 }), (cases) => {
      const evaluated = evaluationOf(KEYS, cases);
      const { structures } = accountGap(input({ evaluated, raw: evaluated }));
      structures.forEach((one, s) => {
        const own = cases.map((of) => of[s]);
        const has = own.filter(([tp, fp, fn]) => tp + fp + fn > 0);
        expect(one).toMatchObject({
          name: Object.values(NAMES)[s],
          cases: has.length,
          absentCases: own.length - has.length,
          zeroCases: has.filter(([tp]) => tp === 0).length,
          tp: own.reduce((sum, [tp]) => sum + tp, 0),
          fp: own.reduce((sum, [, fp]) => sum + fp, 0),
          fn: own.reduce((sum, [, , fn]) => sum + fn, 0),
          pseudoDice: null,
        });
        expect(one.rawDice).toEqual(one.pooledDice);
        expect(one.pooledDice).toEqual(dice(one));
      });
    }),
  );
});

describe('what forced patches do not see', () => {
  const wrong = evaluationOf(KEYS, [[[10, 900, 5], [4, 0, 0]]]); // prettier-ignore
  const said = (trainedForced: number | null, lastEma: number, evaluated = wrong) =>
    sayGapStep(accountGap(input({ evaluated, lastEma, trainedForced })).steps[2], 'en');

  test('is said where the log is far above the pooled Dice and false positives outnumber the true ones', () => {
    expect(said(1, 0.9)).toContain('100 % of the patches were forced');
    expect(said(1, 0.9)).toContain('900 of whole against 10');
  });

  test('and nowhere else', () => {
    const right = evaluationOf(KEYS, [[[900, 10, 5], [4, 0, 0]]]); // prettier-ignore
    for (const text of [said(null, 0.9), said(0, 0.9), said(1, 0.55), said(1, 0.99, right)]) {
      expect(text).not.toContain('were forced');
    }
  });

  test.each([
    [0.33, 2, 'nnUNetTrainer', 0.5],
    [0.33, 1, 'nnUNetTrainer', 0],
    [0.33, 12, null, 1 / 3],
    [1, 2, null, 1],
    [0.33, null, null, 0.33],
    [0.33, 2, 'nnUNetTrainer_probabilisticOversampling_033', 0.33],
    [null, 2, null, null],
  ])('a training with a share of %s, a batch of %s and the trainer %s forced %s', (...row) => {
    const [oversampling, batchSize, trainer, expected] = row;
    expect(trainedForcedShare({ ...NO_CONDITIONS, oversampling, batchSize, trainer })).toBe(expected);
  });
});

test('the pulls of all cases add up to pooled minus mean', () => {
  const count = fc.integer({ min: 0, max: 50 });
  const structure = fc.tuple(count, count, count);
  fc.assert(
    fc.property(fc.array(fc.tuple(structure, structure), { minLength: 1, maxLength: 8 }), (cases) => {
      const evaluated = evaluationOf(KEYS, cases);
      const [validation, aggregation] = accountGap(input({ evaluated })).steps;
      const total = pullOfCases(evaluated).reduce((sum, { pull }) => sum + pull, 0);
      if (Number.isNaN(validation.value)) expect(total).toBe(0);
      else expect(total).toBeCloseTo(aggregation.value - validation.value, 12);
    }),
  );
});
