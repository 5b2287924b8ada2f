import { PATCHES_LESSON } from '../../src/core/learn/lesson-patches.ts';
import { checkLesson } from './lesson-checks.ts';

checkLesson(PATCHES_LESSON);
