import { sayWarning } from '../errors.ts';
import type { RunCheck } from './run-check.ts';
import type { Run, RunLog } from './run.ts';

/** One run as the command line and the page export it; NaN is null. */
export interface RunJson {
  readonly folder: string;
  readonly version: 1 | 2 | null;
  readonly logs: readonly RunLog[];
  readonly epochs: number;
  readonly lastPseudoDice: readonly (number | null)[] | null;
  readonly lastEma: number | null;
  readonly bestEpoch: number | null;
  readonly bestEma: number | null;
  readonly bestEpochByLog: number | null;
  readonly lastLearningRate: number | null;
  readonly meanValidationDice: number | null;
  readonly warnings: readonly { readonly code: string; readonly message: string }[];
  readonly earlierRuns: readonly RunJson[];
}

/** A run and what was recomputed of it. */
export interface CheckedRun {
  readonly run: Run;
  readonly check: RunCheck;
}

/** dicelens/runs@1: the last run of every folder, earlier independent ones within it. */
export function formatRuns(
  folders: readonly { readonly last: CheckedRun; readonly earlier: readonly CheckedRun[] }[],
): { schema: 'dicelens/runs@1'; runs: RunJson[] } {
  return {
    schema: 'dicelens/runs@1',
    runs: folders.map(({ last, earlier }) => formatRun(last, earlier)),
  };
}

function formatRun({ run, check }: CheckedRun, earlier: readonly CheckedRun[]): RunJson {
  const last = run.epochs.at(-1);
  return {
    folder: run.folder,
    version: run.version,
    logs: run.logs,
    epochs: run.epochs.length,
    lastPseudoDice: last?.pseudoDice.map((dice) => finite(dice)) ?? null,
    lastEma: finite(check.lastEma),
    bestEpoch: check.bestEpoch,
    bestEma: finite(check.bestEma),
    bestEpochByLog: check.bestEpochByLog,
    lastLearningRate: finite(last?.learningRate ?? null),
    meanValidationDice: finite(run.meanValidationDice),
    warnings: [...run.warnings, ...check.warnings].map((warning) => ({
      code: warning.code,
      message: sayWarning(warning, 'en'),
    })),
    earlierRuns: earlier.map((other) => formatRun(other, [])),
  };
}

function finite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}
