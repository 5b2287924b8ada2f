import { say } from '../messages/say.ts';
import type { Language, Sentence } from '../messages/sentence.ts';
import { solveFigure, type FigureModel, type FigureNumbers } from './figure-model.ts';
import type { FigureValues } from './figure-state.ts';

/** Text; `**bold**` is set bold. One of facts is told the numbers of its section's figure as it stands. */
export type LessonText = Sentence | Sentence<FigureNumbers>;

/** One figure with the text that asks for it. */
export interface Section {
  /** In the link, after the lesson's. */
  readonly id: string;
  readonly title: Sentence;
  /** The title in the outline, where it is too long for it. */
  readonly short?: Sentence;
  readonly paragraphs: readonly LessonText[];
  readonly figure: FigureModel | null;
  /** Under the figure; '' where there is none. */
  readonly caption: LessonText;
  /** Where its claims come from: a file of nnU-Net, an issue, a paper. */
  readonly sources: readonly Sentence[];
  /** Whether something of the open case is shown too (`LearnFigure.caseResult`). */
  readonly usesCase?: boolean;
  /** Whether the drops of the open case are told below the figure. */
  readonly tellsCase?: boolean;
}

/** What a figure answers: the states to compare, and the sentence of their numbers. Nothing in it is written by hand. */
export interface Question {
  readonly text: Sentence;
  readonly figure: FigureModel;
  /** The id of the section whose figure answers it. */
  readonly section: string;
  readonly states: readonly FigureValues[];
  readonly answer: Sentence<readonly FigureNumbers[]>;
}

/** The way to a page with the reader's own files: `#/page?query`. */
export interface TryIt {
  readonly page: 'case' | 'reconstruction' | 'why' | 'pseudo-dice' | 'runs' | 'cohort';
  readonly query: string;
  readonly sentence: Sentence;
}

export interface Lesson {
  /** In the link: `#/learn/ID/SECTION`. */
  readonly id: string;
  readonly title: Sentence;
  readonly minutes: number;
  readonly sections: readonly Section[];
  /** Two. */
  readonly questions: readonly Question[];
  readonly tryIt: TryIt;
}

/** A text of a lesson in this language; `numbers` are those of the figure beside it. */
export function sayLesson(text: LessonText, language: Language, numbers: FigureNumbers): string {
  return say(text as Sentence<never>, language, numbers);
}

/** The answer to a question, computed. */
export function answerOf({ figure, states, answer }: Question, language: Language): string {
  return answer[language](states.map((values) => solveFigure(figure, values).numbers));
}
