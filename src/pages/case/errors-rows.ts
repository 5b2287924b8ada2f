import type { Navigator } from '../../app/errors/errors-state.ts';
import { nameError } from '../../core/errors-of-case/error-review.ts';
import type { ErrorRow } from '../../ui/errors/error-row.ts';

/** Errors by rank as the list and the strip show them. */
export function rowsOf({ errors, notes }: Navigator, ranks: readonly number[]): readonly ErrorRow[] {
  return ranks.flatMap((rank) => {
    const error = errors?.[rank];
    if (!error) return [];
    const { reviewed, note } = notes[nameError(error)] ?? { reviewed: false, note: '' };
    return [{ ...error, rank, reviewed, note }];
  });
}
