import type { Language, Sentence } from './sentence.ts';

/** The sentence in this language. The facts have been checked where they were given, with the code. */
export function say(message: Sentence<never>, language: Language, facts?: unknown): string {
  return (message[language] as (facts: unknown) => string)(facts);
}
