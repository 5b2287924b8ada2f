import type { CaseResult, Drop } from './case-result.ts';
import { headlines } from '../messages/headline.ts';
import { say } from '../messages/say.ts';
import type { Language, Sentence } from '../messages/sentence.ts';

/**
 * The finding of a case in one sentence with its figures: the greatest drop from a region to its label, or,
 * without regions, the structure that scores lowest. A structure that is absent is never the finding.
 */
export function sayHeadline(result: CaseResult, language: Language): string {
  const { message, facts } = findHeadline(result);
  return say(message, language, facts);
}

function findHeadline(result: CaseResult): { message: Sentence<never>; facts?: unknown } {
  const scored = result.labelScores.filter(({ dice }) => !Number.isNaN(dice));
  if (scored.length === 0) return { message: headlines.nothingLabelled };
  const drops = result.drops.filter(({ drop }) => !Number.isNaN(drop));
  if (drops.length > 0) return describeDrop(result, drops);
  const lowest = scored.reduce((low, score) => (score.dice < low.dice ? score : low));
  const mean = scored.reduce((sum, score) => sum + score.dice, 0) / scored.length;
  return {
    message: headlines.lowestLabel,
    facts: { name: lowest.name, dice: lowest.dice, count: scored.length, mean },
  };
}

function describeDrop({ regionScores, labelScores }: CaseResult, drops: readonly Drop[]) {
  const greatest = drops.reduce((most, drop) => (drop.drop > most.drop ? drop : most));
  if (!(greatest.drop > 0.0005)) return { message: headlines.noDrop, facts: { labels: drops.length } };
  const region = regionScores[greatest.region];
  const label = labelScores.find(({ labels: [value] }) => value === greatest.label);
  return {
    message: greatest.volume >= greatest.hierarchy ? headlines.volumeDrop : headlines.hierarchyDrop,
    facts: {
      label: `${greatest.label}`,
      labelDice: label?.dice ?? Number.NaN,
      regionDice: region.dice,
      weight: greatest.weight,
    },
  };
}
