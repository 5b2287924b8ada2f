import { CHECKPOINT_LESSON } from '../../src/core/learn/lesson-checkpoint.ts';
import { checkLesson } from './lesson-checks.ts';

checkLesson(CHECKPOINT_LESSON);
