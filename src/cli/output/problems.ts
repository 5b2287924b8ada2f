import { Writable } from 'node:stream';
import { sayWarning, type DiceLensError, type Warning } from '../../core/errors.ts';

/** A line of standard error for programs, written with `--errors json`; English as all JSON. */
export interface Problem {
  /** error: the command ended; failed: a case did; warning: part of a result; usage: wrong use; note: all else */
  readonly kind: 'error' | 'failed' | 'warning' | 'usage' | 'note';
  /** Of the catalogue of sentences; null for a note. */
  readonly code: string | null;
  readonly case: string | null;
  readonly message: string;
}

/** Takes problems as they arise. */
export type Tell = (problem: Problem) => void;

/** Writes problems one a line as JSON. The stream beside it makes a note of every line of text. */
export function openProblems(stderr: NodeJS.WritableStream): {
  tell: Tell;
  notes: NodeJS.WritableStream;
} {
  const tell: Tell = (problem) => void stderr.write(`${JSON.stringify(problem)}\n`);
  const notes = new Writable({
    write(chunk, _, done) {
      for (const message of String(chunk).split('\n')) {
        if (message !== '') tell({ kind: 'note', code: null, case: null, message });
      }
      done();
    },
  });
  return { tell, notes };
}

/** A warning of a case, or of all of them. */
export function warningProblem(warning: Warning, name: string | null): Problem {
  return { kind: 'warning', code: warning.code, case: name, message: sayWarning(warning, 'en') };
}

/** An error: of a case, or what ended the command. */
export function errorProblem(error: DiceLensError, name: string | null): Problem {
  return { kind: name === null ? 'error' : 'failed', code: error.code, case: name, message: error.say('en') };
}
