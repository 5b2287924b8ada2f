import { REGIONS_LESSON } from '../../src/core/learn/lesson-regions.ts';
import { checkLesson } from './lesson-checks.ts';

checkLesson(REGIONS_LESSON);
