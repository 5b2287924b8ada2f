import { formatCsvRows } from '../text/csv.ts';
import { bestsOf } from './ema.ts';
import type { RunCheck } from './run-check.ts';
import type { Run } from './run.ts';

/** The figures of an epoch as tables and files have them; null where nothing is known, NaN as logged. */
export interface EpochRow {
  readonly epoch: number;
  readonly learningRate: number | null;
  readonly trainLoss: number | null;
  readonly valLoss: number | null;
  readonly mean: number;
  readonly ema: number;
  readonly emaLow: number;
  readonly emaHigh: number;
  readonly isNewBest: boolean;
  readonly durationS: number | null;
  readonly startMs: number | null;
  readonly classes: readonly number[];
}

/** A row per epoch; new bests by the log's own lines where it has any. */
export function epochRows({ run, check }: { readonly run: Run; readonly check: RunCheck }): EpochRow[] {
  const recomputed = new Set(bestsOf(check.ema.map(({ ema }) => ema)));
  const isLogged = check.bestsByLog.length > 0;
  return run.epochs.map((epoch, i) => ({
    epoch: epoch.epoch,
    learningRate: epoch.learningRate,
    trainLoss: epoch.trainLoss,
    valLoss: epoch.valLoss,
    mean: check.means[i],
    ema: check.ema[i].ema,
    emaLow: check.ema[i].low,
    emaHigh: check.ema[i].high,
    isNewBest: isLogged ? epoch.isNewBest : recomputed.has(i),
    durationS: epoch.durationS,
    startMs: epoch.startMs,
    classes: epoch.pseudoDice,
  }));
}

/** One run for `formatEpochsCsv`. */
export interface CsvRun {
  readonly name: string;
  readonly run: Run;
  readonly check: RunCheck;
  readonly classNames: readonly string[];
}

const FIXED_COLUMNS = [
  'run',
  'epoch',
  'learning_rate',
  'train_loss',
  'val_loss',
  'mean_pseudo_dice',
  'ema',
  'ema_low',
  'ema_high',
  'new_best',
  'duration_s',
  'started',
] as const;

/** Every epoch of every run as CSV, a column per class by its place; NaN stays NaN, unknown is empty. */
export function formatEpochsCsv(runs: readonly CsvRun[]): string {
  const classes = Math.max(0, ...runs.flatMap(({ run }) => run.epochs.map((e) => e.pseudoDice.length)));
  const names = runs.find(({ classNames }) => classNames.length === classes)?.classNames ?? [];
  const heads = Array.from({ length: classes }, (_, c) => `pseudo_dice_${names[c] ?? c + 1}`);
  const head = [...FIXED_COLUMNS, ...heads];
  const lines = runs.flatMap(({ name, run, check }) =>
    epochRows({ run, check }).map((row) => [
      name,
      row.epoch,
      row.learningRate ?? '',
      row.trainLoss ?? '',
      row.valLoss ?? '',
      row.mean,
      row.ema,
      row.emaLow,
      row.emaHigh,
      row.isNewBest ? 1 : 0,
      row.durationS ?? '',
      row.startMs === null ? '' : new Date(row.startMs).toISOString().replace('Z', ''),
      ...Array.from({ length: classes }, (_, c) => row.classes[c] ?? ''),
    ]),
  );
  return formatCsvRows([head, ...lines]);
}
