import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RunJson } from '../../../src/core/runs/run-json.ts';
import { makeLog, V1, V2, type LogForm, type MadeLog } from '../../io/make-training-log.ts';
import { runCli, scratchFolder } from '../run-cli.ts';

const START = Date.UTC(2025, 0, 2, 14, 54, 21, 523);

function madeLog(
  count: number,
  { first = 0, planned = 100, ...rest }: Partial<MadeLog> & { first?: number; planned?: number } = {},
): MadeLog {
  return {
    startMs: START + first * 60_000,
    epochs: Array.from({ length: count }, (_, i) => ({
      epoch: first + i,
      rate: Number((0.01 * (1 - (first + i) / planned) ** 0.9).toFixed(5)),
      trainLoss: -0.5,
      valLoss: -0.4,
      dice: [Number((0.5 + 0.3 * Math.sin((first + i) / 9)).toFixed(4)), 0.25],
      durationS: 43.21,
    })),
    ...rest,
  };
}

function folderOf(files: Record<string, string>): string {
  const folder = scratchFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

const logText = (log: MadeLog, form: LogForm = { ...V2, numpy: 2 }) => makeLog(form, log).text;

async function runsJson(...args: string[]): Promise<{ schema: string; runs: RunJson[] }> {
  const out = join(scratchFolder(), 'runs.json');
  const { code, stderr } = await runCli('runs', ...args, '--json', out);
  if (code !== 0) throw new Error(stderr);
  return JSON.parse(readFileSync(out, 'utf8')) as { schema: string; runs: RunJson[] };
}

test('a trainer folder gives its folds, each with its last run, in the form of dicelens/runs@1', async () => {
  const folder = folderOf({
    'fold_10/training_log_2025_1_2_1_1_1.txt': logText(madeLog(3)),
    'fold_0/training_log_2025_1_2_14_54_21.txt': logText(madeLog(55, { isCut: true })),
    'fold_0/training_log_2025_1_2_15_36_37.txt': logText(
      madeLog(50, { first: 50, before: { ema: 0.5, best: 0.6 }, meanValidationDice: 0.4321 }),
    ),
    'fold_0/training_log_2025_1_10_9_9_9.txt': logText(madeLog(0)),
    'fold_1/training_log_2025_1_2_3_4_5.txt': logText(madeLog(0)),
    'fold_2/training_log_2025_1_2_3_4_5.txt': logText(madeLog(0, { meanValidationDice: 0.5 })),
    'fold_3/training_log_2025_3_10_0_0_0.txt': logText(madeLog(4)),
    'fold_3/training_log_2025_3_2_0_0_0.txt': logText(madeLog(9, { startMs: START - 1e8 })),
    'plans.json': '{}',
  });
  const { schema, runs } = await runsJson(folder);
  expect(schema).toBe('dicelens/runs@1');
  expect(runs.map((run) => run.folder)).toEqual(['fold_0', 'fold_1', 'fold_2', 'fold_3', 'fold_10']);
  const [joined, aborted, validated, twice] = runs;
  expect(joined).toMatchObject({
    version: 2,
    epochs: 100,
    lastLearningRate: 0.00016,
    meanValidationDice: 0.4321,
    earlierRuns: [],
    logs: [
      { kind: 'new-run', firstEpoch: 0, lastEpoch: 54 },
      { kind: 'continuation', firstEpoch: 50, lastEpoch: 99 },
      { kind: 'aborted-start', firstEpoch: null, lastEpoch: null },
    ],
  });
  expect(joined.lastPseudoDice).toHaveLength(2);
  expect(Object.keys(joined).toSorted()).toEqual(
    [
      'folder',
      'version',
      'logs',
      'epochs',
      'lastPseudoDice',
      'lastEma',
      'bestEpoch',
      'bestEma',
      'bestEpochByLog',
      'lastLearningRate',
      'meanValidationDice',
      'warnings',
      'earlierRuns',
    ].toSorted(),
  );
  expect(aborted).toMatchObject({
    epochs: 0,
    lastPseudoDice: null,
    lastEma: null,
    bestEpoch: null,
    lastLearningRate: null,
  });
  expect(aborted.logs[0].kind).toBe('aborted-start');
  expect(validated.logs[0].kind).toBe('validation-only');
  expect(validated.meanValidationDice).toBe(0.5);
  expect([twice.epochs, twice.earlierRuns.map(({ epochs }) => epochs)]).toEqual([4, [9]]);
});

test('v1 has no "Yayy" lines: its bests are the checkpoints that are saved', async () => {
  const folder = folderOf({
    'fold_0/training_log_2023_9_2_02_46_13.txt': logText(madeLog(60, { planned: 1000, isCut: true }), V1),
  });
  const [run] = (await runsJson(join(folder, 'fold_0'))).runs;
  expect(run).toMatchObject({ folder: 'fold_0', version: 1, epochs: 60, warnings: [] });
  expect(run.bestEpochByLog).toBe(run.bestEpoch);
});

test('several folders keep apart what they share a name for', async () => {
  const [a, b] = ['A', 'B'].map((trainer) =>
    folderOf({ [`${trainer}/fold_0/training_log_2025_1_1_1_1_1.txt`]: logText(madeLog(2)) }),
  );
  const { runs } = await runsJson(join(a, 'A/fold_0'), join(b, 'B/fold_0'));
  expect(runs.map(({ folder }) => folder)).toEqual(['A/fold_0', 'B/fold_0']);
});

test('what one reads in the terminal is sentences, in the language asked for', async () => {
  const folder = folderOf({ 'fold_0/training_log_2025_1_1_1_1_1.txt': logText(madeLog(60)) });
  const { code, stdout } = await runCli('runs', folder);
  expect(code).toBe(0);
  expect(stdout).toContain('Planned for 100 epochs, ended after 60.');
  expect(stdout).not.toMatch(/undefined|null|EMA NaN|NaN to|to NaN/);
  expect((await runCli('runs', folder, '--language', 'zh-CN')).stdout).toContain('计划 100 轮');
  const { stdout: json } = await runCli('runs', folder, '--json', '-');
  expect((JSON.parse(json) as { runs: unknown[] }).runs).toHaveLength(1);
});

test('wrong use is 2, what cannot be read is 1 and one sentence', async () => {
  expect((await runCli('runs')).code).toBe(2);
  const empty = await runCli('runs', scratchFolder());
  expect([empty.code, empty.stderr.trim().split('\n').length]).toEqual([1, 1]);
  expect((await runCli('runs', '/no/such/folder')).code).toBe(1);
  const binary = folderOf({ 'training_log_1.txt': 'a\0b' });
  expect(await runCli('runs', binary)).toMatchObject({ code: 1 });
  const beside = folderOf({
    'training_log_1.txt': 'a\0b',
    'training_log_2.txt': logText(madeLog(2)),
    'debug.json': '{',
  });
  const { code, stderr } = await runCli('runs', beside);
  expect(code).toBe(0);
  expect(stderr).toContain('training_log_1.txt');
  expect(stderr).toContain('debug.json');
});
