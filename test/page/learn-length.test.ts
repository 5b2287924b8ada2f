import { LENGTH_LESSON } from '../../src/core/learn/lesson-length.ts';
import { checkLesson } from './lesson-checks.ts';

checkLesson(LENGTH_LESSON);
