import type { DiceLensError, Warning } from '../errors.ts';
import type { Grid } from '../volume/grid.ts';
import type { CohortCase } from './cohort-result.ts';

/** A case of one model, as far as it has come: at most one of `evaluated` and `error` is there. */
export interface TableCase {
  /** Told from all others of the cohort: case and model. */
  readonly id: string;
  readonly name: string;
  /** '' where the cohort has one model. */
  readonly model: string;
  /** The data set folder that the case came from; '' where there is one. */
  readonly group: string;
  readonly evaluated: CohortCase | null;
  /** Of one voxel; null where nothing tells it, as for a summary.json alone. */
  readonly voxelMl: number | null;
  /** Of the reference; null until the case is evaluated, and for a summary.json. */
  readonly grid: Grid | null;
  readonly warnings: readonly Warning[];
  readonly error: DiceLensError | null;
  /** Its result was kept from an earlier visit. */
  readonly isReused: boolean;
  /** Where the case stands in the list of open cases; null where its files are not open. */
  readonly index: number | null;
}
