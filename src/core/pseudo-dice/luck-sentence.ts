import type { CheckpointLuck } from './checkpoint-luck.ts';
import type { Vec3 } from '../volume/grid.ts';
import { pseudoDiceWords } from '../messages/pseudo-dice.ts';
import { say } from '../messages/say.ts';
import type { Language, Sentence } from '../messages/sentence.ts';

/** What a frozen network's checkpoint_best would be worth, in one sentence. */
export function sayLuck(luck: CheckpointLuck, language: Language): string {
  if (Number.isNaN(luck.excess.value)) {
    return say(pseudoDiceWords.noLuck as Sentence<never>, language, { epochs: luck.epochs });
  }
  return say(pseudoDiceWords.luck as Sentence<never>, language, {
    epochs: luck.epochs,
    bestEpoch: luck.bestEpoch.value,
    excess: luck.excess.value,
    high: luck.excess.high,
    early: luck.early,
    late: luck.late,
  });
}

/** What a simulation on the files' own grids approximates. */
export function approximation(patch: Vec3, language: Language): string {
  return say(pseudoDiceWords.approximates as Sentence<never>, language, { patch });
}
