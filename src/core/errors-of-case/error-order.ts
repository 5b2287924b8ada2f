import type { CaseError } from './case-errors.ts';
import type { ErrorCause } from './error-cause.ts';

export const ERROR_SORTS = ['volume', 'cause', 'reach', 'place'] as const;
/** Largest first, causes together, farthest reach first, or from the lowest slice up. */
export type ErrorSort = (typeof ERROR_SORTS)[number];

/** The ranks (0 for the largest) of the errors of one cause, or of all, in this order; equals stay by volume. */
export function orderErrors(
  errors: readonly CaseError[],
  cause: ErrorCause | null,
  sort: ErrorSort,
): readonly number[] {
  const ranks = errors.map((_, rank) => rank).filter((rank) => !cause || errors[rank].cause === cause);
  if (sort === 'volume') return ranks;
  const first = new Map<ErrorCause, number>();
  errors.forEach((error, rank) => {
    if (!first.has(error.cause)) first.set(error.cause, rank);
  });
  const keys = {
    cause: (error: CaseError) => first.get(error.cause) ?? 0,
    reach: (error: CaseError) => -error.reachMm,
    place: (error: CaseError) => error.anchor[2],
  };
  const key = keys[sort];
  return ranks.sort((a, b) => {
    const [one, other] = [key(errors[a]), key(errors[b])];
    return one === other ? a - b : one - other; // Infinity - Infinity is no number
  });
}
