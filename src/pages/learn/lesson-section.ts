import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { App } from '../../app/app.ts';
import {
  formatLearnPlace,
  goToLesson,
  learnHash,
  neighbourOf,
  type LessonView,
} from '../../app/learn/learn-route.ts';
import type { AppState } from '../../app/state.ts';
import { solveFigure, type FigureNumbers } from '../../core/learn/figure-model.ts';
import { formatFigureState, parseFigureState } from '../../core/learn/figure-state.ts';
import { answerOf, sayLesson, type Lesson, type Question, type Section } from '../../core/learn/lesson.ts';
import { learnWords as words } from '../../core/messages/learn-frame.ts';
import { baseStyles } from '../../ui/controls/base-styles.ts';
import { DlElement, spoken } from '../../ui/controls/dl-element.ts';
import { boldParts } from './bold-parts.ts';
import './lesson-figure.ts';
import './own-case.ts';
import { lessonSectionStyles } from './lesson-section-styles.ts';

/** One section of a lesson: its text, its figure, and the way on; after the last one the questions. */
@customElement('lesson-section')
export class LessonSection extends DlElement {
  @property({ attribute: false }) app!: App;
  @property({ attribute: false }) state!: AppState;
  @property({ attribute: false }) lesson!: Lesson;
  /** Index of the section. */
  @property({ type: Number }) at = 0;
  @property() query = '';
  @property({ reflect: true }) view: LessonView = 'read';
  /** Questions whose answer is shown. */
  @state() private answered: ReadonlySet<Question> = new Set();

  static override styles = [baseStyles, lessonSectionStyles];

  protected override render() {
    const { lesson, at, view } = this;
    const section = lesson.sections[at];
    const place = { lesson: this.say(lesson.title), at: at + 1, count: lesson.sections.length };
    return html`<article>
      <p class="place">${this.say(words.place, place)}</p>
      <h1>${this.say(section.title)}</h1>
      <div class="text">
        ${section.paragraphs.map(
          (text) => html`<p>${boldParts(sayLesson(text, spoken(), this.#numbersOf(section)))}</p>`,
        )}
      </div>
      ${
        section.figure
          ? html`<lesson-figure
              .app=${this.app}
              .state=${this.state}
              .model=${section.figure}
              .query=${this.query}
              .caption=${section.caption}
              .number=${at + 1}
              .usesCase=${section.usesCase ?? false}
              .view=${view}
              @state-change=${({ detail }: CustomEvent<string>) => this.#go(section, detail)}
              @figure-present=${() => this.#present(section)}
            ></lesson-figure>`
          : nothing
      }
      ${section.tellsCase && view === 'read' ? html`<own-case .app=${this.app} .state=${this.state}></own-case>` : nothing}
      ${this.#sources(section)}
      ${at === lesson.sections.length - 1 && view !== 'present' ? this.#questions() : nothing}
      ${view === 'read' ? this.#ways() : nothing}
    </article>`;
  }

  /** The numbers of the section's figure as it stands. */
  #numbersOf({ figure }: Section): FigureNumbers {
    if (!figure) return {};
    const { values } = parseFigureState(this.query, figure.parameters);
    return solveFigure(figure, values).numbers;
  }

  #sources({ sources }: Section) {
    if (sources.length === 0) return nothing;
    return html`<p class="sources">
      <span>${this.say(words.sources)}</span>
      ${sources.map((source) => html`<cite>${this.say(source)}</cite>`)}
    </p>`;
  }

  #questions() {
    const { questions } = this.lesson;
    if (questions.length === 0) return nothing;
    return html`<section class="questions" aria-label=${this.say(words.questions)}>
      <h2>${this.say(words.questions)}</h2>
      ${questions.map((question) => this.#question(question))}
    </section>`;
  }

  #question(question: Question) {
    const section = this.lesson.sections.find(({ id }) => id === question.section);
    const query = formatFigureState(question.states.at(-1) ?? {}, question.figure.parameters);
    const isShown = this.view === 'handout' || this.answered.has(question);
    return html`<div class="question">
      <p>${this.say(question.text)}</p>
      <details
        ?open=${isShown}
        @toggle=${(event: Event) => this.#showAnswer(question, (event.target as HTMLDetailsElement).open)}
      >
        <summary>${this.say(words.answer)}</summary>
        ${
          isShown
            ? html`<p class="answer">
                ${boldParts(answerOf(question, spoken()))} <small>${this.say(words.answerComputed)}</small>
                <a class="link" href=${learnHash(formatLearnPlace(this.lesson, section, 'read', query))}
                  >${this.say(words.showFigure)}</a
                >
              </p>`
            : nothing
        }
      </details>
    </div>`;
  }

  #showAnswer(question: Question, isOpen: boolean): void {
    if (isOpen === this.answered.has(question)) return;
    const others = [...this.answered].filter((one) => one !== question);
    this.answered = new Set(isOpen ? [...others, question] : others);
  }

  #ways() {
    const { lesson, at } = this;
    const [before, after] = [neighbourOf(lesson, at, -1), neighbourOf(lesson, at, 1)];
    const link = (to: typeof before, id: string, hint: string) =>
      to
        ? html`<a
            id=${id}
            class="link"
            title=${hint}
            href=${learnHash(formatLearnPlace(to.lesson, to.section, 'read'))}
            >${this.say(to.section.short ?? to.section.title)}</a
          >`
        : html`<span></span>`;
    const { page, query, sentence } = lesson.tryIt;
    return html`<nav class="ways" aria-label=${`${this.say(words.previous)}, ${this.say(words.next)}`}>
      ${link(before, 'previous', this.say(words.previous))}
      <a class="link quiet" id="handout" href=${learnHash(formatLearnPlace(lesson, undefined, 'handout'))}
        >${this.say(words.handout)}</a
      >
      <span class="space"></span>
      <a class="try" href=${`#/${page}${query && `?${query}`}`}>${this.say(sentence)}</a>
      ${link(after, 'next', this.say(words.next))}
    </nav>`;
  }

  #go(section: Section, query: string): void {
    goToLesson(this.app, formatLearnPlace(this.lesson, section, this.view, query));
  }

  /** Large type; the whole screen where the browser allows it. */
  #present(section: Section): void {
    goToLesson(this.app, formatLearnPlace(this.lesson, section, 'present', this.query));
    void document.documentElement.requestFullscreen?.().catch(() => {});
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lesson-section': LessonSection;
  }
}
