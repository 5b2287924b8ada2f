import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { openRunSources } from '../../src/cli/runs/run-sources.ts';
import { openNodeSource } from '../../src/io/bytes/node-source.ts';
import { readCheckpoint } from '../../src/io/runs/checkpoint.ts';
import { formatRuns, type RunJson } from '../../src/core/runs/run-json.ts';
import { readRunFolders, type ReadRunFolder } from '../../src/tasks/read-run.ts';
import { UNWATCHED } from '../../src/tasks/task.ts';

interface ExpectedLog {
  readonly log: string;
  readonly kind?: string;
  readonly first: number | null;
  readonly last?: number | null;
  readonly headers?: number;
  readonly epoch_headers?: number;
  readonly epochs_with_time_line?: number;
}
interface ExpectedRun {
  readonly version: 1 | 2;
  readonly logs: readonly ExpectedLog[];
  readonly mean_validation_dice_logged_last?: number;
  readonly last_run_epochs?: number;
  readonly first_epoch?: number;
  readonly last_epoch?: number;
  readonly classes?: number;
  readonly last_pseudo_dice?: readonly number[];
  readonly last_ema_recomputed?: number;
  readonly best_epoch_recomputed?: number;
  readonly best_ema_recomputed?: number;
  readonly best_epoch_by_log?: number;
  readonly new_best_lines?: number;
  readonly last_lr?: number;
  readonly last_train_loss?: number;
  readonly last_val_loss?: number;
  readonly total_epoch_seconds?: number;
}

const shared = fileURLToPath(new URL('../../../shared/nnunet-runs/', import.meta.url));
const isThere = existsSync(shared);
const expected: [string, ExpectedRun][] = isThere
  ? Object.entries(JSON.parse(readFileSync(`${shared}expected.json`, 'utf8')) as Record<string, ExpectedRun>)
  : [];
const KINDS: Readonly<Record<string, string>> = { 'new run': 'new-run', continues: 'continuation' };

const readAll = async (path: string): Promise<ReadRunFolder[]> =>
  readRunFolders(await openRunSources([shared + path]), UNWATCHED);
const allLogs = ({ earlierRuns, logs }: RunJson) => [...earlierRuns.flatMap((run) => run.logs), ...logs];

describe.skipIf(!isThere)('real trainings of nnU-Net (../shared/nnunet-runs)', () => {
  test.each(expected)('%s gives every figure of expected.json', async (path, want) => {
    const [folder, ...others] = await readAll(path);
    expect(others).toEqual([]);
    const { run, check } = folder.last;
    const [json] = formatRuns([folder]).runs;
    expect(json.version).toBe(want.version);
    expect(allLogs(json).map(({ name }) => name)).toEqual(want.logs.map(({ log }) => log));
    for (const [i, log] of allLogs(json).entries()) {
      const { kind, first, last, epochs_with_time_line: finished } = want.logs[i];
      if (kind) {
        expect(log).toMatchObject({ kind: KINDS[kind], firstEpoch: first, lastEpoch: last });
      } else {
        expect(log.kind).toBe(finished === 0 ? 'aborted-start' : 'new-run');
        expect(log.lastEpoch).toBe(finished === 0 ? null : finished! - 1);
      }
    }
    if (want.last_run_epochs === undefined) return;
    expect(json.epochs).toBe(want.last_run_epochs);
    expect(run.epochs[0].epoch).toBe(want.first_epoch);
    expect(run.epochs.at(-1)!.epoch).toBe(want.last_epoch);
    expect(run.epochs.at(-1)!.pseudoDice).toHaveLength(want.classes!);
    expect(json.lastPseudoDice).toEqual(want.last_pseudo_dice);
    expect(json.lastEma).toBeCloseTo(want.last_ema_recomputed!, 6);
    expect(json.bestEpoch).toBe(want.best_epoch_recomputed);
    expect(json.bestEma).toBeCloseTo(want.best_ema_recomputed!, 6);
    expect(json.bestEpochByLog).toBe(want.best_epoch_by_log);
    expect(check.bestsByLog).toHaveLength(want.new_best_lines!);
    expect(json.lastLearningRate).toBe(want.last_lr);
    expect(run.epochs.at(-1)!.trainLoss).toBe(want.last_train_loss);
    expect(run.epochs.at(-1)!.valLoss).toBe(want.last_val_loss);
    const seconds = run.epochs.reduce((sum, { durationS }) => sum + durationS!, 0);
    expect(Math.abs(seconds - want.total_epoch_seconds!)).toBeLessThan(0.06);
    expect(json.meanValidationDice).toBe(want.mean_validation_dice_logged_last);
  });

  test('every log agrees with its own averages to 1e-4, and planned epochs are read from the rates', async () => {
    for (const [path] of expected) {
      const [folder] = await readAll(path);
      for (const { run, check } of [folder.last, ...folder.earlier]) {
        expect(check.emaDisagreements).toEqual([]);
        expect(check.bestDisagreements.every(({ isTie }) => isTie)).toBe(true);
        const planned = run.conditions.plannedEpochs;
        if (planned !== null) expect(check.plan?.epochs).toBe(planned);
      }
    }
  });

  test('the gap of BraTS21 is how cases are added up', async () => {
    const [fold0] = await readAll('v2.5_brats21_regions_1000ep/fold_0');
    const gap = fold0.last.analysis.findings.find(({ code }) => code === 'gap');
    expect(gap?.facts).toMatchObject({ cases: 251, zeroCases: 11 });
    expect((gap!.facts as { pooled: number }).pooled).toBeCloseTo(0.942, 3);
    expect(fold0.last.run.conditions).toMatchObject({
      trainer: 'nnUNetTrainer_1000epochs',
      configuration: '3d_fullres',
      patchSize: [96, 128, 96],
      oversampling: 0.25,
      gpu: 'NVIDIA GeForce RTX 4090',
    });
  });

  test('checkpoints that torch saved, as zip and in the old form, hold the same curves', async () => {
    const [zip, old, v1] = await Promise.all(
      ['checkpoint_final.pth', 'checkpoint_legacy_nozip.pth', 'v1_model_best.model'].map(async (name) =>
        readCheckpoint(await openNodeSource(`${shared}made_with_real_torch/${name}`)),
      ),
    );
    expect(zip.epochs).toHaveLength(100);
    expect(old.epochs).toEqual(zip.epochs);
    expect(zip).toMatchObject({
      nextEpoch: 100,
      warnings: [],
      conditions: { trainer: 'nnUNetTrainer_100epochs' },
    });
    const last = zip.epochs.at(-1)!;
    expect(last.learningRate).toBe(0.00016);
    expect(last.pseudoDice[0]).toBe(Math.fround(0.9536));
    expect(v1.epochs.map(({ pseudoDice }) => pseudoDice[0])).toEqual([0.5, 0.6, 0.7]);
  });
});
