import type { Warning } from '../errors.ts';

/** What a log is to the run that its folder holds. */
export type LogKind = 'new-run' | 'continuation' | 'aborted-start' | 'validation-only';

/** One finished epoch as a log states it; NaN where the log has NaN, null where it says nothing. */
export interface RunEpoch {
  readonly epoch: number;
  /** With which the epoch was trained. */
  readonly learningRate: number | null;
  readonly trainLoss: number | null;
  readonly valLoss: number | null;
  /** Per label by value, or per region in the order of dataset.json. v1 leaves NaN classes out. */
  readonly pseudoDice: readonly number[];
  /** Training and validation, without the writing of checkpoints. */
  readonly durationS: number | null;
  /** Of the machine that trained, in its own local time, ms since 1970 as if that were UTC. */
  readonly startMs: number | null;
  /** The EMA of a "Yayy" line (v2 only). */
  readonly loggedEma: number | null;
  readonly isNewBest: boolean;
}

/** Under which conditions a run was trained, as far as log, debug.json, plans.json or checkpoint tell. */
export interface RunConditions {
  readonly trainer: string | null;
  readonly dataset: string | null;
  readonly plans: string | null;
  readonly configuration: string | null;
  readonly fold: string | null;
  /** z, y, x (two entries for 2d), as in plans.json. */
  readonly patchSize: readonly number[] | null;
  readonly batchSize: number | null;
  readonly plannedEpochs: number | null;
  readonly iterationsPerEpoch: number | null;
  readonly initialLearningRate: number | null;
  /** Share of samples that are forced to hold foreground. */
  readonly oversampling: number | null;
  readonly trainingCases: number | null;
  readonly validationCases: number | null;
  /** "v1" or "v2": nnU-Net writes no number of its version. */
  readonly nnunet: string | null;
  readonly torch: string | null;
  readonly gpu: string | null;
}

export type ConditionKey = keyof RunConditions;

/** Nothing known. */
export const NO_CONDITIONS: RunConditions = {
  trainer: null,
  dataset: null,
  plans: null,
  configuration: null,
  fold: null,
  patchSize: null,
  batchSize: null,
  plannedEpochs: null,
  iterationsPerEpoch: null,
  initialLearningRate: null,
  oversampling: null,
  trainingCases: null,
  validationCases: null,
  nnunet: null,
  torch: null,
  gpu: null,
};

/** What one log says; a file in which several trainings were pasted gives several. */
export interface TrainingLog {
  readonly name: string;
  /** null where no line tells. */
  readonly version: 1 | 2 | null;
  /** Finished epochs, ascending, each once. */
  readonly epochs: readonly RunEpoch[];
  /** Epochs that were begun, finished or not. */
  readonly begunEpochs: number;
  /** An epoch was begun and not finished: its number. */
  readonly unfinishedEpoch: number | null;
  /** Pseudo Dice is rounded to 4 decimals. */
  readonly isRounded: boolean;
  readonly hasValidation: boolean;
  readonly meanValidationDice: number | null;
  readonly conditions: Partial<RunConditions>;
  readonly warnings: readonly Warning[];
}

/** A log and its part in a run. */
export interface RunLog {
  readonly name: string;
  readonly kind: LogKind;
  /** First and last finished epoch; null where none was finished. */
  readonly firstEpoch: number | null;
  readonly lastEpoch: number | null;
}

/** One training: the epochs that its last checkpoint went through. */
export interface Run {
  /** Path of the fold folder as shown. */
  readonly folder: string;
  readonly version: 1 | 2 | null;
  readonly logs: readonly RunLog[];
  readonly epochs: readonly RunEpoch[];
  /** First epochs of the continuations that were joined. */
  readonly joins: readonly number[];
  /** Epochs that were trained, and trained again after a continuation from an older checkpoint. */
  readonly droppedEpochs: number;
  readonly isRounded: boolean;
  /** Of the log's last final validation. */
  readonly meanValidationDice: number | null;
  readonly conditions: RunConditions;
  readonly warnings: readonly Warning[];
}

/** All trainings of one fold folder, oldest first: a later one overwrote the checkpoints of the earlier. */
export interface FolderRuns {
  readonly folder: string;
  readonly last: Run;
  readonly earlier: readonly Run[];
}

/** Plain mean of the classes that are not NaN (NumPy's nanmean); NaN where none is left. */
export function meanPseudoDice({ pseudoDice }: Pick<RunEpoch, 'pseudoDice'>): number {
  let sum = 0;
  let count = 0;
  for (const dice of pseudoDice) {
    if (Number.isNaN(dice)) continue;
    sum += dice;
    count++;
  }
  return count === 0 ? Number.NaN : sum / count;
}
