import type { CaseError } from '../../core/errors-of-case/case-errors.ts';

/** An error as the list and the strip show it. */
export interface ErrorRow extends CaseError {
  /** Its number by mL, from 0. */
  readonly rank: number;
  readonly reviewed: boolean;
  readonly note: string;
}
