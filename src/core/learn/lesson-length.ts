import { lengthLesson as words } from '../messages/learn-length.ts';
import type { Lesson } from './lesson.ts';

export const LENGTH_LESSON: Lesson = {
  id: 'length',
  title: words.title,
  minutes: 6,
  sections: [],
  questions: [],
  tryIt: { page: 'runs', query: '', sentence: words.tryIt },
};
