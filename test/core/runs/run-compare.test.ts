import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bandOf, compareByFold, compareConditions, spreadOf } from '../../../src/core/runs/run-compare.ts';
import { knownTrainer } from '../../../src/core/runs/run-trainers.ts';
import { NO_CONDITIONS } from '../../../src/core/runs/run.ts';

test('differing conditions stand first, those of the fold after them, unknown ones nowhere', () => {
  const a = { ...NO_CONDITIONS, trainer: 'A', patchSize: [1, 2, 3], fold: '0', gpu: null, batchSize: 2 };
  const b = { ...NO_CONDITIONS, trainer: 'B', patchSize: [1, 2, 3], fold: '1', gpu: 'X', batchSize: 2 };
  const rows = compareConditions([a, b]);
  expect(rows.map(({ key, differs }) => [key, differs])).toEqual([
    ['trainer', true],
    ['fold', true],
    ['patchSize', false],
    ['batchSize', false],
    ['gpu', false],
  ]);
});

test('folds are paired: a constant gain is larger than the spread, however much the folds differ', () => {
  const base = [0.2, 0.5, 0.7, 0.9, 0.95];
  const runs = (gain: (fold: number) => number) =>
    base.map((score, fold) => ({ fold: `${fold}`, score: score + gain(fold) }));
  const gain = compareByFold(
    runs(() => 0),
    runs((fold) => 0.01 + fold * 1e-4).toReversed(),
  );
  expect(gain.pairs.map(({ fold }) => fold)).toEqual(['0', '1', '2', '3', '4']);
  expect(gain.isLargerThanSpread).toBe(true);
  expect(
    compareByFold(
      runs(() => 0),
      runs((fold) => (fold % 2 ? 0.01 : -0.01)),
    ).isLargerThanSpread,
  ).toBe(false);
  expect(
    compareByFold(
      runs(() => 0).slice(0, 1),
      runs(() => 1),
    ).low,
  ).toBeNaN();
  expect(compareByFold([], []).pairs).toEqual([]);
});

test('exchanging the runs turns the sign', () => {
  const side = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 5 });
  const asRuns = (scores: readonly number[]) => scores.map((score, fold) => ({ fold: `${fold}`, score }));
  fc.assert(
    fc.property(side, side, (a, b) => {
      const [there, back] = [compareByFold(asRuns(a), asRuns(b)), compareByFold(asRuns(b), asRuns(a))];
      expect(there.meanDifference).toBeCloseTo(-back.meanDifference, 12);
      expect(there.low).toBeCloseTo(-back.high, 12);
    }),
  );
});

test('a spread says whether it is of folds or of repeats', () => {
  const at = (...folds: string[]) => spreadOf(folds.map((fold, i) => ({ fold, score: i }))).of;
  expect([at('0', '1', '2'), at('0', '0', '0'), at('0', '0', '1')]).toEqual(['folds', 'repeats', 'mixed']);
});

test('a band holds every curve where all of them are', () => {
  const band = bandOf([
    { x: [0, 1, 2, 3], y: [1, 2, Number.NaN, 4] },
    { x: [1, 2, 3, 4], y: [4, 4, 2, 9] },
  ]);
  expect(band).toEqual({ x: [1, 3], low: [2, 2], mean: [3, 3], high: [4, 4] });
});

test('trainers are known by their names, own ones are not', () => {
  expect(knownTrainer('nnUNetTrainer_250epochs')).toEqual({ code: 'epochs', facts: { epochs: 250 } });
  expect(knownTrainer('nnUNetTrainer')?.code).toBe('standard');
  expect(knownTrainer('nnUNetTrainerDA5')?.code).toBe('strongAugmentation');
  expect(knownTrainer('nnUNetTrainer_probabilisticOversampling_100')?.code).toBe('oversampling');
  expect([knownTrainer('nnUNetTrainerMine'), knownTrainer('Mine')]).toEqual([null, null]);
});
