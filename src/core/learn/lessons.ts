import { CHECKPOINT_LESSON } from './lesson-checkpoint.ts';
import { LENGTH_LESSON } from './lesson-length.ts';
import { PATCHES_LESSON } from './lesson-patches.ts';
import { PSEUDO_DICE_LESSON } from './lesson-pseudo-dice.ts';
import { REGIONS_LESSON } from './lesson-regions.ts';
import type { FigureModel } from './figure-model.ts';
import type { Lesson } from './lesson.ts';

/** All lessons, in the order in which they are read. */
export const LESSONS: readonly Lesson[] = [
  REGIONS_LESSON,
  PSEUDO_DICE_LESSON,
  CHECKPOINT_LESSON,
  PATCHES_LESSON,
  LENGTH_LESSON,
];

/** The figure of this name, wherever it stands; null for none. */
export function findFigure(name: string): FigureModel | null {
  const all = LESSONS.flatMap(({ sections }) => sections.map(({ figure }) => figure));
  return all.find((figure) => figure?.name === name) ?? null;
}
