import type { Warning } from '../errors.ts';
import { NO_CONDITIONS } from './run.ts';
import type { FolderRuns, LogKind, Run, RunConditions, RunEpoch, RunLog, TrainingLog } from './run.ts';

/** `conditions` keeps null for what nobody knows: the first that knows something counts. */
export function mergeConditions(sources: readonly Partial<RunConditions>[]): RunConditions {
  const merged: Record<string, unknown> = { ...NO_CONDITIONS };
  for (const source of sources) {
    for (const [key, value] of Object.entries(source)) merged[key] ??= value;
  }
  return merged as unknown as RunConditions;
}

/** Logs in the order of the time in their names, which is not padded: 2025_3_2 stands before 2025_3_10. */
export function compareLogNames(a: string, b: string): number {
  const [left, right] = [a, b].map((name) => (name.match(/\d+/g) ?? []).map(Number));
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    if (left[i] !== right[i]) return left[i] - right[i];
  }
  return left.length - right.length || (a < b ? -1 : a > b ? 1 : 0);
}

/** What a log is by itself: first epoch 0 a new run, above 0 a continuation, none an aborted start or validation only. */
export function kindOfLog({ epochs, hasValidation }: Pick<TrainingLog, 'epochs' | 'hasValidation'>): LogKind {
  if (epochs.length === 0) return hasValidation ? 'validation-only' : 'aborted-start';
  return epochs[0].epoch === 0 ? 'new-run' : 'continuation';
}

interface Draft {
  logs: { log: TrainingLog; kind: LogKind }[];
  epochs: RunEpoch[];
  joins: number[];
  dropped: number;
  warnings: Warning[];
}

/**
 * The trainings of one fold folder from all its logs, in any order. A new run starts a run of its own; a
 * continuation from epoch k drops all epochs >= k and appends its own; an aborted start replaces nothing and stands
 * with the run before it, or the first; a validation belongs to the run before it. The same epoch at the same time in
 * two files is a copy and counts once.
 * Source: nnU-Net v2, nnUNetTrainer.run_training, and its checkpoints, which a new run overwrites.
 */
export function joinLogs(folder: string, logs: readonly TrainingLog[]): FolderRuns {
  const drafts: Draft[] = [];
  let before: Draft['logs'] = [];
  const seen = new Set<string>();
  const sorted = logs
    .map((log, i) => ({ log, i }))
    .sort((a, b) => compareLogNames(a.log.name, b.log.name) || a.i - b.i);
  for (const { log: whole } of sorted) {
    const { log, warnings } = withoutCopies(whole, seen);
    const kind = kindOfLog(log);
    let draft = drafts.at(-1);
    if (kind === 'new-run' || (kind === 'continuation' && !draft)) {
      draft = { logs: before, epochs: [], joins: [], dropped: 0, warnings: [] };
      before = [];
      drafts.push(draft);
    }
    if (!draft) {
      before.push({ log, kind });
      continue;
    }
    draft.logs.push({ log, kind });
    draft.warnings.push(...warnings);
    if (log.epochs.length > 0) append(draft, log, kind);
  }
  if (drafts.length === 0) drafts.push({ logs: before, epochs: [], joins: [], dropped: 0, warnings: [] });
  const runs = drafts.map((draft) => finish(folder, draft));
  return { folder, last: runs.at(-1)!, earlier: runs.slice(0, -1) };
}

function withoutCopies(log: TrainingLog, seen: Set<string>): { log: TrainingLog; warnings: Warning[] } {
  const epochs = log.epochs.filter(({ epoch, startMs }) => {
    const key = `${epoch}@${startMs}`;
    if (startMs === null || !seen.has(key)) {
      seen.add(key);
      return true;
    }
    return false;
  });
  const copied = log.epochs.length - epochs.length;
  if (copied === 0) return { log, warnings: [] };
  return {
    log: { ...log, epochs },
    warnings: [{ code: 'log-copied', facts: { file: log.name, epochs: copied } }],
  };
}

function append(draft: Draft, log: TrainingLog, kind: LogKind): void {
  const first = log.epochs[0].epoch;
  const kept = draft.epochs.filter(({ epoch }) => epoch < first);
  const last = kept.at(-1)?.epoch ?? -1;
  if (kind === 'continuation') draft.joins.push(first);
  if (first > last + 1) {
    draft.warnings.push({ code: 'log-missing', facts: { file: log.name, first, expected: last + 1 } });
  }
  draft.dropped += draft.epochs.length - kept.length;
  draft.joins = draft.joins.filter((join) => join <= first);
  draft.epochs = [...kept, ...log.epochs];
}

function finish(folder: string, { logs, epochs, joins, dropped, warnings }: Draft): Run {
  const versions = logs.map(({ log }) => log.version).filter((version) => version !== null);
  const version = versions.at(-1) ?? null;
  const gap = findGap(epochs, joins);
  const conditions = mergeConditions([
    ...logs.map(({ log }) => log.conditions).reverse(),
    ...(version === null ? [] : [{ nnunet: `v${version}` }]),
  ]);
  return {
    folder,
    version,
    logs: logs.map(({ log, kind }): RunLog => ({
      name: log.name,
      kind,
      firstEpoch: log.epochs[0]?.epoch ?? null,
      lastEpoch: log.epochs.at(-1)?.epoch ?? null,
    })),
    epochs,
    joins,
    droppedEpochs: dropped,
    isRounded: logs.some(({ log }) => log.isRounded),
    meanValidationDice:
      logs.findLast(({ log }) => log.meanValidationDice !== null)?.log.meanValidationDice ?? null,
    conditions,
    warnings: [
      ...logs.flatMap(({ log }) => log.warnings),
      ...warnings,
      ...(gap ? [{ code: 'epochs-missing' as const, facts: gap }] : []),
    ],
  };
}

/** Epochs that are missing within a log: lines were lost. Those before a continuation are told apart. */
function findGap(epochs: readonly RunEpoch[], joins: readonly number[]) {
  let missing = 0;
  let after = -1;
  for (let i = 1; i < epochs.length; i++) {
    const skipped = epochs[i].epoch - epochs[i - 1].epoch - 1;
    if (skipped <= 0 || joins.includes(epochs[i].epoch)) continue;
    if (missing === 0) after = epochs[i - 1].epoch;
    missing += skipped;
  }
  return missing > 0 ? { after, epochs: missing } : null;
}
