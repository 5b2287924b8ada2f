import { DiceLensError, type Warning } from '../core/errors.ts';
import { analyseRun, type RunAnalysis } from '../core/runs/run-analysis.ts';
import { checkRun, type RunCheck } from '../core/runs/run-check.ts';
import { joinLogs, mergeConditions } from '../core/runs/run-join.ts';
import type { EvaluationSummary } from '../core/runs/run-summary.ts';
import type { Run, RunConditions, TrainingLog } from '../core/runs/run.ts';
import type { ByteSource } from '../io/bytes/byte-source.ts';
import { readCheckpoint, type ReadCheckpoint } from '../io/runs/checkpoint.ts';
import { readDatasetJson } from '../io/json/dataset-json.ts';
import { readDebugJson } from '../io/json/debug-json.ts';
import { conditionsOfPlans, readPlansJson } from '../io/json/plans-json.ts';
import { groupRunFiles, type RunFiles } from '../io/runs/run-folder.ts';
import { readSummaryJson } from '../io/json/summary-json.ts';
import { readTrainingLog } from '../io/runs/training-log.ts';
import type { TaskContext } from './task.ts';

/** A training with all that is said of it. */
export interface AnalysedRun {
  readonly run: Run;
  readonly check: RunCheck;
  readonly analysis: RunAnalysis;
}

/** All that a fold folder tells. */
export interface ReadRunFolder {
  readonly folder: string;
  readonly last: AnalysedRun;
  /** Independent trainings whose checkpoints were overwritten, oldest first. */
  readonly earlier: readonly AnalysedRun[];
  readonly summary: EvaluationSummary | null;
  /** Labels or regions in the order of pseudo Dice; empty where unknown. */
  readonly classNames: readonly string[];
  /** Names of labels and regions by their keys in summary.json; empty without dataset.json. */
  readonly names: Readonly<Record<string, string>>;
  /** Unrounded curves, by file name. */
  readonly checkpoints: readonly { readonly name: string; readonly checkpoint: ReadCheckpoint }[];
  readonly progress: ByteSource | null;
}

export interface ReadRunOptions {
  /** Whether checkpoints are looked into. */
  readonly withCheckpoints?: boolean;
  /** Of the bootstrap. */
  readonly seed?: number;
}

/**
 * Reads the fold folders among these files, one after the other. What cannot be read is a warning of its run, and the
 * rest is still read. Folders without a training log come only with `withCheckpoints`, from the longest checkpoint.
 * @throws DiceLensError of the first file where nothing at all can be read; the signal's reason, once aborted
 */
export async function readRunFolders(
  sources: readonly ByteSource[],
  context: TaskContext,
  options: ReadRunOptions = {},
): Promise<ReadRunFolder[]> {
  const folders: ReadRunFolder[] = [];
  let failure: DiceLensError | null = null;
  for (const files of groupRunFiles(sources)) {
    if (files.logs.length === 0 && !options.withCheckpoints) continue;
    try {
      folders.push(await readRunFolder(files, context, options));
    } catch (error) {
      if (!(error instanceof DiceLensError)) throw error;
      failure ??= error;
    }
  }
  if (folders.length === 0 && failure) throw failure;
  return folders;
}

/**
 * Reads one fold folder.
 * @throws DiceLensError where none of its logs and checkpoints can be read; the signal's reason, once aborted
 */
export async function readRunFolder(
  files: RunFiles<ByteSource>,
  { signal, progress }: TaskContext,
  { withCheckpoints = false, seed }: ReadRunOptions = {},
): Promise<ReadRunFolder> {
  const warnings: Warning[] = [];
  let failure: DiceLensError | null = null;
  const attempt = async <T>(
    source: ByteSource | null,
    read: (source: ByteSource) => Promise<T>,
  ): Promise<T | null> => {
    signal.throwIfAborted();
    if (source === null) return null;
    try {
      return await read(source);
    } catch (error) {
      if (!(error instanceof DiceLensError)) throw error;
      failure ??= error;
      warnings.push({ code: 'run-file-unread', facts: { en: error.say('en'), zhCN: error.say('zh-CN') } });
      return null;
    }
  };

  const logs: TrainingLog[] = [];
  const totalBytes = files.logs.reduce((sum, { size }) => sum + size, 0);
  let doneBytes = 0;
  for (const source of files.logs) {
    const tell = (done: number) => progress({ file: source.name, doneBytes: doneBytes + done, totalBytes });
    logs.push(...((await attempt(source, () => readTrainingLog(source, { signal, progress: tell }))) ?? []));
    doneBytes += source.size;
  }
  const checkpoints: { name: string; checkpoint: ReadCheckpoint }[] = [];
  for (const source of withCheckpoints ? files.checkpoints : []) {
    const checkpoint = await attempt(source, () => readCheckpoint(source, signal));
    if (checkpoint) checkpoints.push({ name: source.name, checkpoint });
  }
  if (logs.length === 0) {
    if (checkpoints.length === 0) throw failure ?? new DiceLensError('runsNoLogs', { folder: files.folder });
    logs.push(logOfCheckpoint(checkpoints));
  }

  const debug = await attempt(files.debug, readDebugJson);
  const plans = await attempt(files.plans, readPlansJson);
  const dataset = await attempt(files.dataset, readDatasetJson);
  const summary = await attempt(files.summary, readSummaryJson);
  const scheme = dataset?.scheme;
  const classNames = scheme
    ? (scheme.regions.length > 0 ? scheme.regions : [...scheme.labels].sort((a, b) => a.value - b.value)).map(
        ({ name }) => name,
      )
    : (debug?.classNames ?? []);

  const analyse = (run: Run, isLast: boolean): AnalysedRun => {
    const check = checkRun(run);
    return {
      run,
      check,
      analysis: analyseRun(run, check, { summary: isLast ? summary : null, classNames, seed }),
    };
  };
  const complete = (run: Run): Run => {
    const fromFiles: Partial<RunConditions>[] = [run.conditions, debug?.conditions ?? {}];
    const configuration = mergeConditions(fromFiles).configuration;
    if (plans) fromFiles.push(conditionsOfPlans(plans, configuration));
    fromFiles.push(...checkpoints.map(({ checkpoint }) => checkpoint.conditions));
    const own = [...warnings, ...checkpoints.flatMap(({ checkpoint }) => checkpoint.warnings)];
    const logged = run.meanValidationDice;
    if (summary && logged !== null && Math.abs(summary.meanDice - logged) > 1e-9) {
      own.push({ code: 'validation-differs', facts: { logged, summary: summary.meanDice } });
    }
    return { ...run, conditions: mergeConditions(fromFiles), warnings: [...run.warnings, ...own] };
  };
  const joined = joinLogs(files.folder, logs);
  return {
    folder: files.folder,
    last: analyse(complete(joined.last), true),
    earlier: joined.earlier.map((run) => analyse(run, false)),
    summary,
    classNames,
    names: Object.fromEntries([
      ...(scheme?.labels ?? []).map(({ value, name }) => [`${value}`, name]),
      ...(scheme?.regions ?? []).map(({ key, name }) => [key, name]),
    ]) as Record<string, string>,
    checkpoints,
    progress: files.progress,
  };
}

/** The curves of the checkpoint that is farthest, in the form of a log. */
function logOfCheckpoint(checkpoints: readonly { name: string; checkpoint: ReadCheckpoint }[]): TrainingLog {
  const { name, checkpoint } = checkpoints.reduce((a, b) =>
    b.checkpoint.epochs.length > a.checkpoint.epochs.length ? b : a,
  );
  return {
    name,
    version: checkpoint.version,
    epochs: checkpoint.epochs,
    begunEpochs: checkpoint.epochs.length,
    unfinishedEpoch: null,
    isRounded: false,
    hasValidation: false,
    meanValidationDice: null,
    conditions: checkpoint.conditions,
    warnings: [],
  };
}
