import type { AnalysedRun, ReadRunFolder } from '../../tasks/read-run.ts';
import type { NamedFile } from '../case/named-file.ts';
import type { Outcome, SaidError } from '../outcome.ts';

export type { AnalysedRun } from '../../tasks/read-run.ts';

/** A fold folder as it crosses threads: progress.png by its file, checkpoints by name. */
export interface LoadedFolder extends Omit<ReadRunFolder, 'progress' | 'checkpoints'> {
  readonly last: AnalysedRun;
  readonly progress: NamedFile | null;
  readonly checkpoints: readonly string[];
}

/** How far reading has come. */
export interface ReadingRuns {
  readonly file: string;
  readonly doneBytes: number;
  readonly totalBytes: number;
}

/** What was read, and why the other folders could not be. */
export interface ReadRuns {
  readonly folders: readonly LoadedFolder[];
  readonly failures: readonly SaidError[];
}

/** What the worker of the runs page does. */
export interface RunSession {
  /** Reads every fold folder among the files. */
  readRuns(files: readonly NamedFile[], progress: (reading: ReadingRuns) => void): Promise<Outcome<ReadRuns>>;
}
