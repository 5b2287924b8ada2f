import type { GapAccount } from './gap-account.ts';
import { pseudoDicePageWords as words, type FindingPart } from '../messages/pseudo-dice-page.ts';
import { say } from '../messages/say.ts';
import type { Language } from '../messages/sentence.ts';

/** A part below this is not seen in three decimals and not said. */
const SEEN = 0.0005;

/** What the simulation found, in one sentence: both numbers and what lies between them, largest part first. */
export function sayPseudoDice({ steps }: GapAccount, epochs: number, language: Language): string {
  const [validation] = steps;
  const sampling = steps.find(({ code }) => code === 'sampling');
  if (!validation || !sampling || Number.isNaN(sampling.value))
    return say(words.noFinding, language, { epochs });
  const parts = steps
    .flatMap(({ code, change }): FindingPart[] =>
      code !== 'validation' && code !== 'remainder' && Math.abs(change ?? 0) >= SEEN
        ? [{ code, change: change ?? 0 }]
        : [],
    )
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
  return say(words.finding, language, { pseudo: sampling.value, validation: validation.value, parts });
}
