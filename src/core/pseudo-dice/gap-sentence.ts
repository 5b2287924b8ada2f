import type { GapStep } from './gap-account.ts';
import { gapSentences } from '../messages/pseudo-dice.ts';
import { say } from '../messages/say.ts';
import type { Language, Sentence } from '../messages/sentence.ts';

/** One step of the gap account in one plain sentence with its figures. */
export function sayGapStep({ code, facts }: GapStep, language: Language): string {
  return say(gapSentences[code] as Sentence<never>, language, facts);
}
