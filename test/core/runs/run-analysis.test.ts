import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sayWarning } from '../../../src/core/errors.ts';
import { LANGUAGES } from '../../../src/core/messages/sentence.ts';
import { analyseRun } from '../../../src/core/runs/run-analysis.ts';
import { checkRun } from '../../../src/core/runs/run-check.ts';
import { sayFinding, type Finding, type FindingCode } from '../../../src/core/runs/run-finding.ts';
import { NO_CONDITIONS, type Run, type RunEpoch } from '../../../src/core/runs/run.ts';

const epochAt = (epoch: number, rest: Partial<RunEpoch> = {}): RunEpoch => ({
  epoch,
  learningRate: Number((0.01 * (1 - epoch / 1000) ** 0.9).toFixed(5)),
  trainLoss: -0.8,
  valLoss: -0.7,
  pseudoDice: [0.8],
  durationS: 40,
  startMs: null,
  loggedEma: null,
  isNewBest: false,
  ...rest,
});
const runOf = (count: number, at: (epoch: number) => Partial<RunEpoch>, rest: Partial<Run> = {}): Run => ({
  folder: 'fold_0',
  version: 2,
  logs: [],
  epochs: Array.from({ length: count }, (_, epoch) => epochAt(epoch, at(epoch))),
  joins: [],
  droppedEpochs: 0,
  isRounded: true,
  meanValidationDice: null,
  conditions: NO_CONDITIONS,
  warnings: [],
  ...rest,
});
const find = <Code extends FindingCode>(run: Run, code: Code, summary = null) =>
  analyseRun(run, checkRun(run), { summary }).findings.find(
    (finding): finding is Extract<Finding, { code: Code }> => finding.code === code,
  );
const warned = (run: Run) => checkRun(run).warnings.map(({ code }) => code);
/** Noise that is the same everywhere. */
const noise = (i: number) => Math.sin(i * 12.9898) * 0.004;

test('a rise that is there is found with its slope, none where there is none', () => {
  const rising = find(
    runOf(400, (e) => ({ pseudoDice: [0.7 + e * 1e-4 + noise(e)] })),
    'rise',
  )!;
  expect(rising.facts).toMatchObject({ span: 200, trend: 'rising' });
  expect(rising.facts.slope).toBeCloseTo(0.01, 3);
  expect(rising.facts.low).toBeLessThan(rising.facts.slope);
  const flat = find(
    runOf(400, (e) => ({ pseudoDice: [0.7 + noise(e)] })),
    'rise',
  )!;
  expect(flat.facts.trend).toBe('flat');
  expect(
    find(
      runOf(19, () => ({})),
      'rise',
    ),
  ).toBe(undefined);
});

test('the epoch of the plateau and the early stop are those of a plain look', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 20, maxLength: 150 }), (values) => {
      const run = runOf(values.length, (e) => ({ pseudoDice: [values[e] / 100] }));
      const { ema } = checkRun(run);
      const { facts } = find(run, 'plateau')!;
      const best = Math.max(...ema.map((point) => point.ema));
      expect(facts.epoch).toBe(ema.findIndex((point) => best - point.ema < 0.005));
      const waits = ema.map((_, e) => {
        const before = ema.slice(0, e + 1).map((point) => point.ema);
        return e - before.indexOf(Math.max(...before));
      });
      const stop = waits.findIndex((wait) => wait >= 50);
      expect(facts.stop?.epoch ?? -1).toBe(stop);
    }),
  );
});

test.each([
  ['parted', -3e-5, -5e-6, 1e-5],
  ['parted', -3e-5, 2e-5, 0],
  ['worse', -3e-5, 2e-5, -2e-5],
  ['dice-falls', -3e-5, 0, -2e-5],
  ['together', -3e-5, -3e-5, 2e-5],
  ['unrewarded', -3e-5, -3e-5, 0],
] as const)(
  'losses are %s where train, val and Dice go by %f, %f and %f an epoch',
  (kind, train, val, dice) => {
    const run = runOf(1000, (e) => ({
      trainLoss: -0.85 + train * e + noise(e),
      valLoss: -0.85 + val * e + noise(e + 0.5),
      pseudoDice: [0.9 + dice * e + noise(e + 0.25)],
    }));
    const { facts } = find(run, 'losses')!;
    expect(facts.kind).toBe(kind);
    expect(facts.gap[1] - facts.gap[0]).toBeCloseTo((val - train) * 676, 2);
  },
);

test('an epoch of a data loader that hangs is named, and what it cost', () => {
  const { facts } = find(
    runOf(100, (e) => ({ durationS: e === 70 ? 8924 : 40 })),
    'durations',
  )!;
  expect(facts).toMatchObject({
    medianS: 40,
    sudden: 1,
    worstEpoch: 70,
    worstS: 8924,
    extraS: 8884,
    from: 70,
    to: 70,
  });
  expect(
    find(
      runOf(100, (e) => ({ durationS: e === 0 ? 900 : 40 })),
      'durations',
    ),
  ).toBe(undefined); // it compiles
});

test('classes that stay at 0 or NaN are found, with the epoch from which on', () => {
  const run = runOf(100, (e) => ({ pseudoDice: [0.9, 0, e < 40 ? 0.1 : 0, Number.NaN] }));
  const stuck = analyseRun(run, checkRun(run), { classNames: ['a', 'b', 'c', 'd'] }).findings.filter(
    ({ code }) => code === 'stuck',
  );
  expect(stuck.map(({ facts }) => facts)).toEqual([
    { name: 'b', state: 'zero', from: 0, epochs: 100, always: true },
    { name: 'c', state: 'zero', from: 40, epochs: 60, always: false },
    { name: 'd', state: 'absent', from: 0, epochs: 100, always: true },
  ]);
});

test('what stopping earlier would have given is the average then, with the hours', () => {
  const { facts } = find(
    runOf(1000, (e) => ({ pseudoDice: [e / 1000], durationS: 36 })),
    'earlier',
  )!;
  expect(facts.points.map(({ epochs, hours }) => [epochs, hours])).toEqual([
    [250, expect.closeTo(2.5, 9)],
    [500, expect.closeTo(5, 9)],
  ]);
  expect(facts.end.hours).toBeCloseTo(10, 9);
  expect(
    find(
      runOf(300, () => ({})),
      'earlier',
    )!.facts.points.map(({ epochs }) => epochs),
  ).toEqual([75, 150]);
});

test('every known fault is a warning with its cause', () => {
  expect(warned(runOf(30, (e) => ({ pseudoDice: [e === 9 ? Number.NaN : 0.5] })))).toContain('mean-dice-nan');
  expect(warned(runOf(30, (e) => ({ pseudoDice: [e === 9 ? 1.3 : 0.5] })))).toContain('dice-outside');
  expect(warned(runOf(30, (e) => ({ pseudoDice: e === 9 ? [0.5] : [0.5, 0.5] })))).toContain('classes-vary');
  expect(warned(runOf(30, (e) => ({ trainLoss: e > 20 ? Number.NaN : -0.5 })))).toContain('loss-nan');
  expect(warned(runOf(30, () => ({}), { version: 1, joins: [10] }))).toContain('average-restarted');
  expect(
    find(
      runOf(30, () => ({ trainLoss: 0.4 })),
      'sign',
    )?.facts.loss,
  ).toBe(0.4);
  expect(warned(runOf(30, (e) => (e === 9 ? { loggedEma: 0.8002, isNewBest: true } : {})))).toContain(
    'ema-disagrees',
  );
  expect(warned(runOf(30, () => ({})))).toEqual([]);
});

test('a v1 continuation begins its average anew, a v2 continuation does not', () => {
  const at = (epoch: number) => ({ pseudoDice: [epoch < 50 ? 0.2 : 0.8] });
  expect(checkRun(runOf(60, at, { version: 1, joins: [50] })).ema[50].ema).toBe(0.8);
  expect(checkRun(runOf(60, at, { version: 2, joins: [50] })).ema[50].ema).toBeCloseTo(0.26, 12);
});

test('where earlier epochs are missing the average starts from the first logged one', () => {
  const whole = runOf(60, (e) => ({ pseudoDice: [e / 100] }));
  const { ema } = checkRun(whole);
  const epochs = whole.epochs
    .slice(50)
    .map((epoch, i) => (i === 2 ? { ...epoch, loggedEma: ema[52].ema } : epoch));
  expect(checkRun({ ...whole, epochs }).lastEma).toBeCloseTo(ema[59].ema, 12);
});

test('any run gives findings whose sentences are whole in both languages', () => {
  const value = (min: number, max: number) =>
    fc.oneof(
      { weight: 8, arbitrary: fc.double({ min, max, noNaN: true }) },
      { weight: 1, arbitrary: fc.constant(Number.NaN) },
    );
  const epoch = fc.record({
    trainLoss: fc.option(value(-1, 1)),
    valLoss: fc.option(value(-1, 1)),
    pseudoDice: fc.array(value(0, 1), { maxLength: 3 }),
    durationS: fc.option(fc.double({ min: 0, max: 1e4, noNaN: true })),
    learningRate: fc.option(fc.double({ min: 0, max: 0.01, noNaN: true })),
    isNewBest: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.array(epoch, { maxLength: 60 }),
      fc.constantFrom(1 as const, 2 as const),
      (epochs, version) => {
        const run = runOf(epochs.length, (e) => epochs[e], { version, meanValidationDice: 0.7 });
        const check = checkRun(run);
        const { findings } = analyseRun(run, check);
        for (const language of LANGUAGES) {
          for (const finding of findings) {
            const { title, text } = sayFinding(finding, language);
            expect(title + text).not.toMatch(/undefined|null|\[object|Infinity/);
            if (finding.code !== 'stuck') expect(title + text).not.toContain('NaN');
          }
          for (const warning of check.warnings)
            expect(sayWarning(warning, language)).not.toMatch(/undefined|null/);
        }
      },
    ),
    { numRuns: 200 },
  );
});
