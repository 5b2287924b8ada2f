import { regionsLesson as text } from '../messages/learn-regions-text.ts';
import { INNER_BORDERS } from './figure-inner-borders.ts';
import { ORDER_THRESHOLD } from './figure-order-threshold.ts';
import { REGIONS_PAY } from './figure-regions-pay.ts';
import { SAME_ERROR } from './figure-same-error.ts';
import { TRAINED_WRITTEN } from './figure-trained-written.ts';
import type { Lesson } from './lesson.ts';

const { sources } = text;

/** Why the Dice of a label is lower than that of its region. */
export const REGIONS_LESSON: Lesson = {
  id: 'regions',
  title: text.title,
  minutes: 8,
  sections: [
    {
      id: 'trained-written',
      title: text.trainedWritten.title,
      paragraphs: [text.trainedWritten.ask, text.trainedWritten.say],
      figure: TRAINED_WRITTEN,
      caption: text.trainedWritten.caption,
      sources: [sources.handling, sources.loss],
    },
    {
      id: 'order-threshold',
      title: text.orderThreshold.title,
      paragraphs: [text.orderThreshold.ask, text.orderThreshold.say],
      figure: ORDER_THRESHOLD,
      caption: text.orderThreshold.caption,
      sources: [sources.handling, sources.order],
    },
    {
      id: 'same-error',
      title: text.sameError.title,
      short: text.sameError.short,
      paragraphs: [text.sameError.ask, text.sameError.say],
      figure: SAME_ERROR,
      caption: text.sameError.caption,
      sources: [sources.evaluation, sources.labels],
      usesCase: true,
    },
    {
      id: 'inner-borders',
      title: text.innerBorders.title,
      paragraphs: [text.innerBorders.ask, text.innerBorders.say],
      figure: INNER_BORDERS,
      caption: text.innerBorders.caption,
      sources: [sources.evaluation, sources.labels],
    },
    {
      id: 'regions-pay',
      title: text.regionsPay.title,
      short: text.regionsPay.short,
      paragraphs: [text.regionsPay.ask, text.regionsPay.say],
      figure: REGIONS_PAY,
      caption: text.regionsPay.caption,
      sources: [sources.handling],
      tellsCase: true,
    },
  ],
  questions: [
    {
      text: text.questions.size,
      figure: SAME_ERROR,
      section: 'same-error',
      states: [5, 10, 15, 20, 25].map((radius) => ({ radius, error: 1 })),
      answer: text.questions.sizeAnswer,
    },
    {
      text: text.questions.inner,
      figure: INNER_BORDERS,
      section: 'inner-borders',
      states: [
        { core: 14, outer: 1, inner: 1 },
        { core: 14, outer: 1, inner: 0 },
      ],
      answer: text.questions.innerAnswer,
    },
  ],
  tryIt: { page: 'why', query: '', sentence: text.tryIt },
};
