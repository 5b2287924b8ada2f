import { formatMl } from '../text/format.ts';
import type { ListedLesion } from './lesion-list.ts';
import { lesionSentences } from '../messages/lesions.ts';
import { say } from '../messages/say.ts';
import type { Language, Sentence } from '../messages/sentence.ts';

/** How many lesions were found, missed and invented, in one sentence. */
export function sayLesions(listed: readonly ListedLesion[], language: Language): string {
  const of = (status: ListedLesion['status']) => listed.filter((lesion) => lesion.status === status);
  const [detected, missed, falsePieces] = [of('detected').length, of('missed'), of('false').length];
  const lesions = detected + missed.length;
  if (lesions === 0) return say(lesionSentences.noLesion as Sentence<never>, language, { falsePieces });
  const missedMl = formatMl(missed.reduce((sum, { volumeMl }) => sum + volumeMl, 0));
  const facts = { lesions, detected, missed: missed.length, falsePieces, missedMl };
  return say(lesionSentences.counts as Sentence<never>, language, facts);
}
