import { checkpointLesson as words } from '../messages/learn-checkpoint.ts';
import type { Lesson } from './lesson.ts';

export const CHECKPOINT_LESSON: Lesson = {
  id: 'checkpoint',
  title: words.title,
  minutes: 6,
  sections: [],
  questions: [],
  tryIt: { page: 'runs', query: '', sentence: words.tryIt },
};
