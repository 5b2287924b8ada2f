import type { CaseError } from '../../core/errors-of-case/case-errors.ts';
import type { ErrorPicture } from '../../core/errors-of-case/error-picture.ts';
import type { DisplayWindow } from '../../core/volume/display-window.ts';
import type { LabelColour } from '../../io/volumes/write-label-tables.ts';
import type { Progress } from '../../tasks/task.ts';
import type { Outcome } from '../outcome.ts';

export type { ErrorPicture };

/** Which pictures are wanted: of errors by rank, on an image channel that has been opened. */
export interface PictureWishes {
  readonly ranks: readonly number[];
  readonly channel: number | null;
  readonly window: DisplayWindow;
}

/** The part of the worker's session that belongs to the navigator of errors. */
export interface ErrorsSession {
  /** All errors of the open case's evaluated map, largest first, found in a worker of their own. */
  findErrors(layerMm: number, progress: (progress: Progress) => void): Promise<Outcome<readonly CaseError[]>>;
  /** Stops finding at once; the call ends as aborted. */
  stopFindingErrors(): void;
  /** Pictures of errors that were found; none of ranks that there are not. */
  readErrorPictures(wishes: PictureWishes): Promise<readonly ErrorPicture[]>;
  /** A gzipped NIfTI on the grid of the reference: the rank of each voxel's error, from 1; 0 where there is none. */
  writeErrorMap(): Promise<Outcome<Uint8Array<ArrayBuffer>>>;
  /** Names and colours of the values of that map, for ITK-SNAP. */
  formatErrorTable(colours: readonly LabelColour[]): Promise<string>;
}
