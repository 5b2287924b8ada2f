import type { Range } from '../../core/charts/chart-range.ts';
import type { EpochAxis } from '../../core/runs/epoch-axis.ts';
import type { Warning } from '../../core/errors.ts';
import type { EvaluationSummary, StructureSum } from '../../core/runs/run-summary.ts';
import type { Schedule } from '../../core/runs/schedule.ts';
import type { NamedFile } from '../../workers/case/named-file.ts';
import type { AnalysedRun } from '../../workers/runs/run-session.ts';

/** A file of the runs that are open. */
export interface RunFile extends NamedFile {
  /** By which a log that still grows is read again; null where the browser gave none. */
  readonly handle: FileSystemFileHandle | null;
}

/** One training on the page. */
export interface LoadedRun extends AnalysedRun {
  /** Stays the same when the run is read again. */
  readonly id: string;
  readonly folder: string;
  /** As short as it can be among those that are open. */
  readonly name: string;
  /** A later training of the folder overwrote its checkpoints. */
  readonly isEarlier: boolean;
  readonly summary: EvaluationSummary | null;
  readonly sums: readonly StructureSum[];
  readonly classNames: readonly string[];
  readonly progress: Blob | null;
  readonly checkpoints: readonly string[];
  readonly warnings: readonly Warning[];
}

/** What the runs page shows. */
export interface RunsState {
  readonly files: readonly RunFile[];
  readonly isDemo: boolean;
  readonly list: readonly LoadedRun[];
  /** Of the run that findings and read-out belong to. */
  readonly chosen: string;
  /** Runs that are listed but not drawn. */
  readonly hidden: ReadonlySet<string>;
  readonly axis: EpochAxis;
  /** null shows everything. */
  readonly range: Range | null;
  /** Epoch of the chosen run that is pinned; null is its last best. */
  readonly epoch: number | null;
  readonly isWhole: boolean;
  readonly isLogLoss: boolean;
  readonly isPerClass: boolean;
  readonly hasSpread: boolean;
  /** Logs are looked at every few seconds. */
  readonly isFollowed: boolean;
  readonly plan: Pick<Schedule, 'epochs' | 'exponent' | 'kind' | 'warmUp'> | null;
}

/** Nothing open yet. */
export const NO_RUNS: RunsState = {
  files: [],
  isDemo: false,
  list: [],
  chosen: '',
  hidden: new Set(),
  axis: 'epoch',
  range: null,
  epoch: null,
  isWhole: false,
  isLogLoss: false,
  isPerClass: false,
  hasSpread: false,
  isFollowed: false,
  plan: null,
};
