import { gapPageWords } from '../messages/gap-page.ts';
import { say } from '../messages/say.ts';
import type { Language, Sentence } from '../messages/sentence.ts';
import type { GapAccount } from './gap-account.ts';

/** What the account of a training comes to, in one sentence: both numbers and what lies between them. */
export function sayGap({ steps }: GapAccount, name: string, language: Language): string {
  const valueOf = (code: string) => steps.find((step) => step.code === code);
  return say(gapPageWords.finding as Sentence<never>, language, {
    name,
    validation: steps.at(0)?.value ?? Number.NaN,
    pooled: valueOf('aggregation')?.value ?? Number.NaN,
    ema: valueOf('remainder')?.value ?? null,
  });
}
