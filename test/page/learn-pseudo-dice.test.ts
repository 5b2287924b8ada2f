import { PSEUDO_DICE_LESSON } from '../../src/core/learn/lesson-pseudo-dice.ts';
import { checkLesson } from './lesson-checks.ts';

checkLesson(PSEUDO_DICE_LESSON);
