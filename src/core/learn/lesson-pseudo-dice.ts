import { pseudoDiceLesson as text } from '../messages/learn-pseudo-dice-text.ts';
import { EMA_LAG } from './figure-ema-lag.ts';
import { EPOCH_JUMPS } from './figure-epoch-jumps.ts';
import { PATCHES_VOLUMES } from './figure-patches-volumes.ts';
import { PHANTOM_GAP } from './figure-phantom-gap.ts';
import { SUMS_MEANS } from './figure-sums-means.ts';
import type { Lesson } from './lesson.ts';

const { sources } = text;

/** Why the pseudo Dice of a log is not the Dice of the validation. */
export const PSEUDO_DICE_LESSON: Lesson = {
  id: 'pseudo-dice',
  title: text.title,
  minutes: 7,
  sections: [
    {
      id: 'patches-volumes',
      title: text.patches.title,
      paragraphs: [text.patches.ask, text.patches.say],
      figure: PATCHES_VOLUMES,
      caption: text.patches.caption,
      sources: [sources.loader, sources.epochEnd],
    },
    {
      id: 'sums-means',
      title: text.sums.title,
      paragraphs: [text.sums.ask, text.sums.say],
      figure: SUMS_MEANS,
      caption: text.sums.caption,
      sources: [sources.epochEnd, sources.evaluation],
    },
    {
      id: 'epoch-jumps',
      title: text.jumps.title,
      paragraphs: [text.jumps.ask, text.jumps.say],
      figure: EPOCH_JUMPS,
      caption: text.jumps.caption,
      sources: [sources.loader, sources.epochEnd],
    },
    {
      id: 'ema-lag',
      title: text.lag.title,
      paragraphs: [text.lag.ask, text.lag.say],
      figure: EMA_LAG,
      caption: text.lag.caption,
      sources: [sources.logger],
    },
    {
      id: 'phantom-gap',
      title: text.gap.title,
      paragraphs: [text.gap.ask, text.gap.say],
      figure: PHANTOM_GAP,
      caption: text.gap.caption,
      sources: [sources.epochEnd, sources.issues, sources.runs],
    },
  ],
  questions: [
    {
      text: text.questions.patches,
      figure: EPOCH_JUMPS,
      section: 'epoch-jumps',
      states: [{ patches: 400 }],
      answer: text.questions.patchesAnswer,
    },
    {
      text: text.questions.drop,
      figure: EMA_LAG,
      section: 'ema-lag',
      states: [
        { weight: 0.9, noise: 0 },
        { weight: 0.97, noise: 0 },
      ],
      answer: text.questions.dropAnswer,
    },
  ],
  tryIt: { page: 'pseudo-dice', query: '', sentence: text.tryIt },
};
