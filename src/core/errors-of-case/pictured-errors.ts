import type { CaseError, CauseSum } from './case-errors.ts';
import type { ErrorThumbnail } from './error-thumbnail.ts';

/** An error that is kept with its picture. */
export interface PicturedError extends CaseError {
  readonly thumbnail: ErrorThumbnail;
}

/** The errors of a case: the largest ones one by one, all of them by cause. */
export interface CaseErrors {
  readonly largest: readonly PicturedError[];
  readonly causes: readonly CauseSum[];
  readonly pieces: number;
  readonly voxels: number;
}
