import { regionsLesson as text } from '../messages/learn-regions-text.ts';
import { SAME_ERROR } from './figure-same-error.ts';
import type { Lesson } from './lesson.ts';

/** Why the Dice of a label is lower than that of its region. */
export const REGIONS_LESSON: Lesson = {
  id: 'regions',
  title: text.title,
  minutes: 8,
  sections: [
    {
      id: 'same-error',
      title: text.sameError.title,
      paragraphs: [text.sameError.ask, text.sameError.say],
      figure: SAME_ERROR,
      caption: text.sameError.caption,
      sources: [],
      usesCase: true,
    },
  ],
  questions: [],
  tryIt: { page: 'why', query: '', sentence: text.tryIt },
};
