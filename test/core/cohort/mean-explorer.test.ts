import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exploreMeans } from '../../../src/core/cohort/mean-explorer.ts';
import { dice } from '../../../src/core/counts/confusion.ts';
import type { EvaluationSummary } from '../../../src/core/runs/run-summary.ts';

type Counts = readonly [tp: number, fp: number, fn: number];

function evaluationOf(cases: readonly (readonly Counts[])[], structures: number): EvaluationSummary {
  const keys = Array.from({ length: structures }, (_, s) => `${s + 1}`);
  return {
    version: 2,
    keys,
    meanDice: Number.NaN,
    cases: cases.map((counts, c) => ({
      name: `${c}`,
      counts: Object.fromEntries(
        keys.map((key, s) => {
          const [tp, fp, fn] = counts[s];
          return [key, { tp, fp, fn, dice: dice({ tp, fp, fn }) }];
        }),
      ),
    })),
  };
}

const mean = (values: readonly number[]) =>
  values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;

const count = fc.constantFrom(0, 0, 1, 5);
const counts = fc.tuple(count, count, count);

test('every rule is that of the slow way, score by score', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(counts, counts), { minLength: 1, maxLength: 8 }), (cases) => {
      const scoreBy = {
        nnunet: (d: number) => (Number.isNaN(d) ? [] : [d]),
        zero: (d: number) => [Number.isNaN(d) ? 0 : d],
        one: (d: number) => [Number.isNaN(d) ? 1 : d],
        monai: (d: number, [tp, , fn]: Counts) => (tp + fn === 0 ? [] : [d]),
      };
      for (const { convention, models } of exploreMeans([
        { name: 'a', evaluation: evaluationOf(cases, 2) },
      ])) {
        const scores = [0, 1].map((s) =>
          cases.flatMap((one) => {
            const [tp, fp, fn] = one[s];
            return scoreBy[convention](dice({ tp, fp, fn }), one[s]);
          }),
        );
        const slow = mean(scores.map(mean));
        const [{ foreground, structures }] = models;
        if (Number.isNaN(slow)) expect(foreground).toBeNaN();
        else expect(foreground).toBeCloseTo(slow, 12);
        expect(structures.map(({ key }) => key)).toEqual(['1', '2']);
      }
    }),
  );
});

test('a rule can turn the order of two models round, and says so', () => {
  const cautious = evaluationOf([[[8, 0, 2]], [[0, 0, 0]], [[0, 0, 0]]], 1);
  const eager = evaluationOf([[[9, 0, 1]], [[0, 3, 0]], [[0, 0, 0]]], 1);
  const means = exploreMeans([
    { name: 'cautious', evaluation: cautious },
    { name: 'eager', evaluation: eager },
  ]);
  const ranks = Object.fromEntries(
    means.map(({ convention, models, isReordered }) => [
      convention,
      [...models.map(({ rank }) => rank), isReordered],
    ]),
  );
  expect(ranks).toEqual({
    nnunet: [1, 2, false],
    zero: [2, 1, true],
    one: [1, 2, false],
    monai: [2, 1, true],
  });
  const monai = means.find(({ convention }) => convention === 'monai')!;
  expect(monai.models[1]).toMatchObject({ touchedScores: 1, touchedCases: 1 });
});

test('models that are alike share a rank, and one without a case has no mean', () => {
  const evaluation = evaluationOf([[[1, 1, 0]]], 1);
  const [usual] = exploreMeans([
    { name: 'a', evaluation },
    { name: 'b', evaluation },
    { name: 'none', evaluation: { ...evaluation, cases: [] } },
  ]);
  expect(usual.models.map(({ rank }) => rank)).toEqual([1, 1, 3]);
  expect(usual.models[2].foreground).toBeNaN();
  expect(usual.models[2].structures[0].mean).toBeNaN();
});
