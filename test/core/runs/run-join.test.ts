import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareLogNames, joinLogs } from '../../../src/core/runs/run-join.ts';
import type { RunEpoch, TrainingLog } from '../../../src/core/runs/run.ts';

const epochAt = (epoch: number, log: number): RunEpoch => ({
  epoch,
  learningRate: 0.01,
  trainLoss: log,
  valLoss: 0,
  pseudoDice: [0.5],
  durationS: 1,
  startMs: log * 1e9 + epoch,
  loggedEma: null,
  isNewBest: false,
});
const logOf = (
  name: string,
  from: number,
  count: number,
  log: number,
  hasValidation = false,
): TrainingLog => ({
  name,
  version: 2,
  epochs: Array.from({ length: count }, (_, i) => epochAt(from + i, log)),
  begunEpochs: count,
  unfinishedEpoch: null,
  isRounded: true,
  hasValidation,
  meanValidationDice: hasValidation ? log / 10 : null,
  conditions: {},
  warnings: [],
});

test('names sort by their numbers, which are not padded', () => {
  const names = ['2025_3_10_1_0_0', '2025_3_2_16_26_50', '2024_12_31_0_0_0', '2025_3_2_9_0_0'];
  expect(names.toSorted(compareLogNames)).toEqual([names[2], names[3], names[1], names[0]]);
});

test('a continuation at epoch k replaces every epoch from k on, whatever came before', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ back: fc.nat(20), count: fc.integer({ min: 1, max: 30 }) }), {
        minLength: 1,
        maxLength: 6,
      }),
      (parts) => {
        const logs: TrainingLog[] = [];
        const truth: (number | null)[] = []; // by epoch, the log that trained it last
        parts.forEach(({ back, count }, i) => {
          const from = i === 0 ? 0 : Math.max(1, truth.length - back);
          truth.length = Math.min(truth.length, from);
          for (let e = 0; e < count; e++) truth[from + e] = i;
          logs.push(logOf(`training_log_2025_1_${i + 1}.txt`, from, count, i));
        });
        const { last, earlier } = joinLogs('fold_0', logs.toReversed());
        expect(earlier).toEqual([]);
        expect(last.epochs.map(({ epoch }) => epoch)).toEqual(truth.map((_, epoch) => epoch));
        expect(last.epochs.map(({ trainLoss }) => trainLoss)).toEqual(truth);
        const trained = logs.reduce((sum, { epochs }) => sum + epochs.length, 0);
        expect(last.epochs.length + last.droppedEpochs).toBe(trained);
      },
    ),
  );
});

test('logs that begin at epoch 0 are runs of their own, and nothing of them is joined', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 9 }), (counts) => {
      const { last, earlier } = joinLogs(
        '',
        counts.map((count, i) => logOf(`training_log_${i + 1}.txt`, 0, count, i)),
      );
      expect([...earlier, last].map(({ epochs }) => epochs.length)).toEqual(counts);
    }),
  );
});

test('aborted starts replace nothing, a later validation belongs to the run', () => {
  const { last, earlier } = joinLogs('', [
    logOf('training_log_1.txt', 0, 0, 1),
    logOf('training_log_2.txt', 0, 10, 2, true),
    logOf('training_log_3.txt', 0, 0, 3),
    logOf('training_log_4.txt', 0, 0, 4, true),
  ]);
  expect(earlier).toEqual([]);
  expect(last.epochs).toHaveLength(10);
  expect(last.meanValidationDice).toBe(0.4);
  expect(last.logs.map(({ kind }) => kind)).toEqual([
    'aborted-start',
    'new-run',
    'aborted-start',
    'validation-only',
  ]);
});

test('a copy under another name counts once; a longer copy goes on where the shorter ends', () => {
  const whole = logOf('training_log_2.txt', 0, 20, 1);
  const beginning = { ...whole, name: 'training_log_1.txt', epochs: whole.epochs.slice(0, 8) };
  const { last, earlier } = joinLogs('', [whole, beginning]);
  expect(earlier).toEqual([]);
  expect(last.epochs).toEqual(whole.epochs);
  expect(last.warnings.map(({ code }) => code)).toEqual(['log-copied']);
});

test('what is missing before a continuation is said', () => {
  const { last } = joinLogs('', [
    logOf('training_log_1.txt', 0, 10, 1),
    logOf('training_log_2.txt', 50, 5, 2),
  ]);
  expect(last.warnings).toContainEqual({
    code: 'log-missing',
    facts: { file: 'training_log_2.txt', first: 50, expected: 10 },
  });
});
