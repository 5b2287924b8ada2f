import { runFindings } from '../messages/run-findings.ts';
import { say } from '../messages/say.ts';
import type { FactsOf, Language, Sentence } from '../messages/sentence.ts';

export type FindingCode = keyof typeof runFindings;
export type FindingFacts<Code extends FindingCode> = FactsOf<(typeof runFindings)[Code]['text']>;

/** A line or a set of points of a finding's picture, named for its role. */
export interface FindingSeries {
  readonly name: 'dice' | 'ema' | 'fit' | 'train' | 'val' | 'duration' | 'rate' | 'points' | 'short-fit';
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** What a log says: figures, a title and a sentence from the catalogue, and its picture. */
export type Finding = {
  [Code in FindingCode]: {
    readonly code: Code;
    readonly facts: FindingFacts<Code>;
    readonly series: readonly FindingSeries[];
  };
}[FindingCode];

/** Title and sentence of a finding. */
export function sayFinding({ code, facts }: Finding, language: Language): { title: string; text: string } {
  const { title, text } = runFindings[code];
  return {
    title: say(title as Sentence<never>, language, facts),
    text: say(text as Sentence<never>, language, facts),
  };
}
