import type { CaseError, CauseSum } from '../../core/errors-of-case/case-errors.ts';
import type { ErrorCause } from '../../core/errors-of-case/error-cause.ts';
import type { ErrorSort } from '../../core/errors-of-case/error-order.ts';
import type { ErrorPicture } from '../../core/errors-of-case/error-picture.ts';
import type { ErrorNotes } from '../../core/errors-of-case/error-review.ts';
import type { OpenedCase } from '../../workers/case/case-session.ts';
import type { ViewSettings } from '../../core/volume/view-settings.ts';

/** The navigator through the errors of a case. */
export interface Navigator {
  /** The case whose errors these are. */
  readonly of: OpenedCase;
  /** Largest first; null until they are found. */
  readonly errors: readonly CaseError[] | null;
  readonly causes: readonly CauseSum[];
  /** Share of the work, 0 to 1, while the errors are found; null then and now. */
  readonly progress: number | null;
  readonly layerMm: number;
  /** The cause that is listed; null for all. */
  readonly cause: ErrorCause | null;
  readonly sort: ErrorSort;
  /** Ranks of the errors listed, in order. */
  readonly listed: readonly number[];
  /** Place of the chosen one in `listed`. */
  readonly at: number;
  /** By rank, on `pictured`. */
  readonly pictures: ReadonlyMap<number, ErrorPicture>;
  /** The channel that the pictures show. */
  readonly pictured: number | null;
  readonly notes: ErrorNotes;
  /** The notes before each change, latest last. */
  readonly before: readonly ErrorNotes[];
  /** How the slices were shown before the navigator was opened. */
  readonly viewBefore: ViewSettings;
}

/** So many errors stand in the strip at once. */
export const STRIP = 8;
