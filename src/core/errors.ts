import { errors } from './messages/errors.ts';
import { warnings } from './messages/warnings.ts';
import { say } from './messages/say.ts';
import type { FactsOf, Language, Sentence } from './messages/sentence.ts';

export type ErrorCode = keyof typeof errors;
export type ErrorFacts<Code extends ErrorCode> = FactsOf<(typeof errors)[Code]>;
/** The codes of errors that name a file and a place in it. */
export type FormatCode = {
  [Code in ErrorCode]: ErrorFacts<Code> extends { file: string; offset: number } ? Code : never;
}[ErrorCode];

/**
 * A sentence for the user, in any language of the catalogue. It crosses threads as `{ code, facts }`,
 * which are plain; `message` is the English sentence, for logs and the command line.
 */
export class DiceLensError<Code extends ErrorCode = ErrorCode> extends Error {
  constructor(
    readonly code: Code,
    readonly facts: ErrorFacts<Code>,
  ) {
    super(say(errors[code] as Sentence<never>, 'en', facts));
    this.name = 'DiceLensError';
  }

  say(language: Language): string {
    return say(errors[this.code] as Sentence<never>, language, this.facts);
  }
}

/** Bytes that are not what their format says; `facts.offset` counts bytes from the start of `facts.file`. */
export class FormatError<Code extends FormatCode = FormatCode> extends DiceLensError<Code> {
  constructor(code: Code, facts: ErrorFacts<Code>) {
    super(code, facts);
    this.name = 'FormatError';
  }
}

export type WarningCode = keyof typeof warnings;

/** A remark that is part of a result; plain data. */
export type Warning = {
  [Code in WarningCode]: { readonly code: Code; readonly facts: FactsOf<(typeof warnings)[Code]> };
}[WarningCode];

/** The sentence of a warning in this language. */
export function sayWarning(warning: Warning, language: Language): string {
  return say(warnings[warning.code] as Sentence<never>, language, warning.facts);
}
