import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DiceLensError, FormatError } from '../../../src/core/errors.ts';
import { joinLogs } from '../../../src/core/runs/run-join.ts';
import { bytesSource } from '../../../src/io/bytes/byte-source.ts';
import { readTrainingLog } from '../../../src/io/runs/training-log.ts';
import { makeLog, V1, V2, type LogForm, type MadeEpoch } from '../make-training-log.ts';

const START = Date.UTC(2025, 2, 2, 16, 26, 50, 233);
const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (text: string, name = 'training_log_2025_3_2_16_26_50.txt') =>
  readTrainingLog(bytesSource(name, utf8(text)));
const codes = (logs: Awaited<ReturnType<typeof read>>) =>
  logs.flatMap((log) => log.warnings.map(({ code }) => code));

const rounded = (digits: number, min: number, max: number) =>
  fc
    .integer({ min: Math.ceil(min * 10 ** digits), max: Math.floor(max * 10 ** digits) })
    .map((n) => n / 10 ** digits);
const dice = fc.oneof(
  { weight: 9, arbitrary: rounded(4, 0, 1) },
  { weight: 1, arbitrary: fc.constant(Number.NaN) },
);
const madeEpochs = (classes: number, first = 0): fc.Arbitrary<MadeEpoch[]> =>
  fc
    .array(
      fc.record({
        rate: rounded(5, 0, 0.01),
        trainLoss: rounded(4, -1, 1),
        valLoss: rounded(4, -1, 1),
        dice: fc.array(dice, { minLength: classes, maxLength: classes }),
        durationS: rounded(2, 1, 9000),
      }),
      { maxLength: 12 },
    )
    .map((epochs) => epochs.map((epoch, i) => ({ ...epoch, epoch: first + i })));
const form: fc.Arbitrary<LogForm> = fc.record({
  version: fc.constantFrom(1 as const, 2 as const),
  numpy: fc.constantFrom(1 as const, 2 as const),
  isRegion: fc.boolean(),
  lineEnd: fc.constantFrom('\n' as const, '\r\n' as const),
});

test('what is written in either grammar is read back, every value of every epoch', async () => {
  await fc.assert(
    fc.asyncProperty(
      form,
      fc.integer({ min: 1, max: 4 }).chain((n) => madeEpochs(n)),
      fc.boolean(),
      async (f, made, isCut) => {
        const { text, epochs } = makeLog(f, { startMs: START, epochs: made, isCut });
        const [log, ...others] = await read(text);
        expect(others).toEqual([]);
        expect(log.version).toBe(f.version);
        expect(log.epochs).toEqual(epochs);
        expect(log.unfinishedEpoch).toBe(isCut ? made.length : null);
        expect(log.warnings).toEqual([]);
        expect(log.conditions).toMatchObject({ fold: '3', trainingCases: 40, validationCases: 10 });
        if (f.version === 2) expect(log.conditions).toMatchObject({ batchSize: 2, patchSize: [64, 96, 96] });
      },
    ),
    { numRuns: 300 },
  );
});

test('a log cut anywhere gives a beginning of its epochs, never another value', async () => {
  const made = Array.from({ length: 2 }, (_, epoch) => ({
    epoch,
    rate: 0.01 - epoch * 0.001,
    trainLoss: -0.1234 - epoch / 8,
    valLoss: -0.4321,
    dice: [0.8412, 0.7773],
    durationS: 61.25,
  }));
  for (const f of [V1, V2, { ...V2, numpy: 2 as const }]) {
    const { text, epochs } = makeLog(f, { startMs: START, epochs: made, meanValidationDice: 0.8765 });
    for (let length = 0; length <= text.length; length++) {
      const [log] = await read(text.slice(0, length));
      const whole = log.epochs.map((epoch, i) => ({ ...epoch, ...pick(epochs[i], epoch) }));
      expect(log.epochs).toEqual(whole);
      expect([null, 0.8765]).toContain(log.meanValidationDice);
    }
  }
});

/** The "Yayy" line of the last epoch may be cut off. */
function pick<T extends { loggedEma: number | null; isNewBest: boolean }>(full: T, found: T): T {
  return found.isNewBest ? full : { ...full, loggedEma: null, isNewBest: false };
}

describe('two trainings that write into one file', () => {
  const made = (offset: number, durationS: number, count: number) =>
    makeLog(V2, {
      startMs: START + offset,
      epochs: Array.from({ length: count }, (_, epoch) => ({
        epoch,
        rate: 0.01,
        trainLoss: offset === 0 ? -0.1 : -0.2,
        valLoss: -0.3,
        dice: [offset === 0 ? 0.25 : 0.75],
        durationS,
      })),
    });

  test('are told apart by where their epochs begin', async () => {
    const [a, b] = [made(0, 60, 20), made(21_000, 47, 20)];
    const stamped = (text: string) => text.split('\n').filter((line) => /^\d{4}-/.test(line));
    const lines = [...stamped(a.text), ...stamped(b.text)]
      .map((line, i) => ({ line, i }))
      .sort((x, y) => x.line.slice(0, 26).localeCompare(y.line.slice(0, 26)) || x.i - y.i)
      .map(({ line }) => line);
    const logs = await read(`${lines.join('\n')}\n`);
    const losses = logs.map(({ epochs }) => epochs.map(({ trainLoss }) => trainLoss));
    expect(losses.toSorted()).toEqual([-0.1, -0.2].map((loss) => Array.from({ length: 20 }, () => loss)));
    expect(codes(logs)).toContain('log-interleaved');
    const runs = joinLogs('fold_0', logs);
    expect(runs.earlier).toHaveLength(1);
  });

  test('one after the other are two runs, or a run and its continuation', async () => {
    const first = made(0, 60, 5);
    const second = made(1e7, 60, 4);
    const runs = joinLogs('', await read(first.text + second.text));
    expect([runs.earlier[0].epochs.length, runs.last.epochs.length]).toEqual([5, 4]);
    expect(await read(first.text + first.text)).toHaveLength(1); // a pasted copy
  });
});

test.each([
  ['a decimal comma', /-0\.1234/g, '-0,1234', []],
  ['a word in place of a number', /train_loss -0\.1234/g, 'train_loss oops', ['log-line-malformed']],
  ['two lines run into one', /-0\.1234 \n/g, '-0.1234', ['log-line-malformed']],
])('%s costs at most its own line', async (_, from, to, expected) => {
  const { text } = makeLog(V2, {
    startMs: START,
    epochs: [0, 1, 2].map((epoch) => ({
      epoch,
      rate: 0.01,
      trainLoss: epoch === 1 ? -0.1234 : -0.5,
      valLoss: -0.3,
      dice: [0.5],
      durationS: 60,
    })),
  });
  const [log] = await read(text.replace(from, to));
  expect(log.epochs.map(({ epoch }) => epoch)).toEqual([0, 1, 2]);
  expect(log.warnings.map(({ code }) => code)).toEqual(expected);
  if (to === '-0,1234') expect(log.epochs[1].trainLoss).toBe(-0.1234);
  else expect(log.epochs[1].trainLoss).toBe(null);
});

test("PowerShell's UTF-16 and a byte order mark are read", async () => {
  const { text, epochs } = makeLog(V2, {
    startMs: START,
    epochs: [{ epoch: 0, rate: 0.01, trainLoss: -0.1, valLoss: -0.3, dice: [0.5], durationS: 60 }],
  });
  const utf16 = new Uint8Array([
    0xff,
    0xfe,
    ...[...text].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]),
  ]);
  expect((await readTrainingLog(bytesSource('training_log_1.txt', utf16)))[0].epochs).toEqual(epochs);
  expect((await read(`\ufeff${text}`))[0].epochs).toEqual(epochs);
});

test('a binary file is refused with the byte, an empty one says nothing', async () => {
  await expect(readTrainingLog(bytesSource('a.txt', new Uint8Array([65, 0, 66])))).rejects.toThrow(
    FormatError,
  );
  expect(codes(await read(''))).toEqual(['log-nothing-known']);
});

test('lines run over the borders of the pieces that are read, \\r\\n too', async () => {
  const { text, epochs } = makeLog(
    { ...V2, lineEnd: '\r\n' },
    {
      startMs: START,
      epochs: Array.from({ length: 3 }, (_, epoch) => ({
        epoch,
        rate: 0.01,
        trainLoss: -0.1,
        valLoss: -0.3,
        dice: [0.5],
        durationS: 60,
      })),
    },
  );
  const filler = `${'x'.repeat(70)} \r\n`;
  for (let pad = 0; pad < 90; pad += 7) {
    const before = filler.repeat(Math.floor((2 ** 20 - 400) / filler.length)) + `${'y'.repeat(pad)} \r\n`;
    const [log] = await read(before + text);
    expect(log.epochs).toEqual(epochs);
    expect(log.warnings).toEqual([]);
  }
});

test('a line of many megabytes does not stay in memory, and what follows is read', async () => {
  const { text, epochs } = makeLog(V2, {
    startMs: START,
    epochs: [{ epoch: 0, rate: 0.01, trainLoss: -0.1, valLoss: -0.3, dice: [0.5], durationS: 60 }],
  });
  const [log] = await read(`${'z'.repeat(5_000_000)}\n${text}`);
  expect(log.epochs).toEqual(epochs);
});

test('any bytes give a log or a FormatError', async () => {
  const { text } = makeLog(
    { ...V2, numpy: 2 },
    {
      startMs: START,
      epochs: Array.from({ length: 4 }, (_, epoch) => ({
        epoch,
        rate: 0.01,
        trainLoss: -0.1,
        valLoss: -0.3,
        dice: [0.5, Number.NaN],
        durationS: 60,
      })),
      meanValidationDice: 0.5,
    },
  );
  const good = utf8(text);
  const flipped = fc
    .array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 40 })
    .map((flips) => {
      const bytes = good.slice();
      for (const [at, byte] of flips) bytes[at] = byte;
      return bytes;
    });
  const shuffled = fc.shuffledSubarray(text.split('\n')).map((lines) => utf8(lines.join('\n')));
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 500 }), flipped, shuffled), async (bytes) => {
      try {
        const logs = await readTrainingLog(bytesSource('training_log_1.txt', bytes));
        joinLogs('', logs);
      } catch (error) {
        if (!(error instanceof DiceLensError)) throw error;
      }
    }),
    { numRuns: 3000 },
  );
});
