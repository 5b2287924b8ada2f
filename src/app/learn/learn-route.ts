import { findFigure, LESSONS } from '../../core/learn/lessons.ts';
import type { FigureModel } from '../../core/learn/figure-model.ts';
import type { Lesson, Section } from '../../core/learn/lesson.ts';
import type { App } from '../app.ts';
import { setPlace } from '../follow-link.ts';
import { NO_PLACE, type Place } from '../link.ts';

/** How a lesson is shown: to be read, on a wall, or on paper. */
export type LessonView = 'read' | 'present' | 'handout';

/** Where one stands among the lessons: in a section, or at a figure alone. */
export type LearnRoute =
  | {
      readonly kind: 'lesson';
      readonly view: LessonView;
      readonly lesson: Lesson;
      /** Index into the lesson's sections. */
      readonly at: number;
      /** The state of the section's figure, as in the link. */
      readonly query: string;
      /** What the link asks for and is not there; '' where all of it is. */
      readonly unknown: string;
    }
  | {
      readonly kind: 'figure';
      readonly figure: FigureModel | null;
      readonly name: string;
      readonly query: string;
    };

/**
 * Reads a place: `LESSON/SECTION`, `present/LESSON/SECTION`, `handout/LESSON` or `figure/NAME`. What is missing or not
 * known is the first there is, and said.
 */
export function parseLearnPlace({ path, query }: Place): LearnRoute {
  const parts = path.split('/').filter((part) => part !== '');
  if (parts[0] === 'figure') {
    const name = parts[1] ?? '';
    return { kind: 'figure', figure: findFigure(name), name, query };
  }
  const view = parts[0] === 'present' || parts[0] === 'handout' ? parts[0] : 'read';
  const [lessonId, sectionId] = view === 'read' ? parts : parts.slice(1);
  const found = LESSONS.find(({ id }) => id === lessonId);
  const lesson = found ?? LESSONS[0];
  const at = found && sectionId ? found.sections.findIndex(({ id }) => id === sectionId) : 0;
  const unknown = lessonId && !found ? lessonId : at < 0 ? sectionId : '';
  return { kind: 'lesson', view, lesson, at: Math.max(0, at), query: unknown ? '' : query, unknown };
}

/** The inverse for a section that there is. */
export function formatLearnPlace(
  lesson: Lesson,
  section: Section | undefined,
  view: LessonView,
  query = '',
): Place {
  const path = `${lesson.id}${section && view !== 'handout' ? `/${section.id}` : ''}`;
  return { path: view === 'read' ? path : `${view}/${path}`, query };
}

/** The link to a place of the lessons, from the `#` on. */
export function learnHash({ path, query }: Place): string {
  return `#/learn/${path}${query && `?${query}`}`;
}

/** Goes to a place of the lessons. */
export function goToLesson(app: App, place: Place): void {
  setPlace(app, 'learn', place);
}

/** Where one stands on the page of lessons. */
export function learnPlace({ store }: App): Place {
  return store.state.places.learn ?? NO_PLACE;
}

/** The section before or after, over the ends of lessons too; null at the first and last. */
export function neighbourOf(
  lesson: Lesson,
  at: number,
  step: 1 | -1,
): { readonly lesson: Lesson; readonly section: Section } | null {
  const all = LESSONS.flatMap((one) => one.sections.map((section) => ({ lesson: one, section })));
  const own = all.findIndex((one) => one.lesson === lesson && one.section === lesson.sections[at]);
  return own < 0 ? null : (all[own + step] ?? null);
}
