import { DiceLensError, type ErrorCode, type ErrorFacts } from '../core/errors.ts';

/** An error as it crosses threads: the sentence is made where it is shown, in the language spoken there. */
export interface SaidError {
  readonly code: ErrorCode;
  readonly facts: unknown;
}

/** What a call into a worker came to; a bug is thrown and not among them. */
export type Outcome<Value> =
  { readonly value: Value } | { readonly error: SaidError } | { readonly aborted: true };

/** Waits for work and turns the errors that a person may meet, and an abort, into plain data. */
export async function settle<Value>(work: Promise<Value>): Promise<Outcome<Value>> {
  try {
    return { value: await work };
  } catch (error) {
    if (error instanceof DiceLensError) return { error: { code: error.code, facts: error.facts } };
    if (error instanceof DOMException && error.name === 'AbortError') return { aborted: true };
    throw error;
  }
}

/** The value, or the error or abort thrown on this side. */
export function unwrap<Value>(outcome: Outcome<Value>): Value {
  if ('value' in outcome) return outcome.value;
  if ('aborted' in outcome) throw new DOMException('The work was stopped.', 'AbortError');
  throw reviveError(outcome.error);
}

/** The error as it was thrown in the worker. */
export function reviveError({ code, facts }: SaidError): DiceLensError {
  return new DiceLensError(code, facts as ErrorFacts<ErrorCode>);
}
