import { patchesLesson as words } from '../messages/learn-patches.ts';
import type { Lesson } from './lesson.ts';

export const PATCHES_LESSON: Lesson = {
  id: 'patches',
  title: words.title,
  minutes: 6,
  sections: [],
  questions: [],
  tryIt: { page: 'pseudo-dice', query: '', sentence: words.tryIt },
};
