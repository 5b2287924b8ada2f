import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { App } from '../../app/app.ts';
import {
  formatLearnPlace,
  goToLesson,
  learnHash,
  parseLearnPlace,
  type LearnRoute,
} from '../../app/learn/learn-route.ts';
import { NO_PLACE } from '../../app/link.ts';
import type { AppState } from '../../app/state.ts';
import { LESSONS } from '../../core/learn/lessons.ts';
import { learnWords as words } from '../../core/messages/learn-frame.ts';
import { baseStyles } from '../../ui/controls/base-styles.ts';
import { DlElement } from '../../ui/controls/dl-element.ts';
import '../../ui/controls/dl-icon.ts';
import '../../ui/learn/dl-lesson-outline.ts';
import { followLearnKeys } from './learn-keys.ts';
import { learnPageStyles } from './learn-page-styles.ts';
import './lesson-figure.ts';
import './lesson-section.ts';

type LessonRoute = Extract<LearnRoute, { kind: 'lesson' }>;

/** Lessons with live figures: to be read, on a wall, on paper; or one figure alone, for a frame in another page. */
@customElement('learn-page')
export class LearnPage extends DlElement {
  @property({ attribute: false }) app!: App;
  @property({ attribute: false }) state!: AppState;
  #unfollow: (() => void) | null = null;
  #shown = '';

  static override styles = [baseStyles, learnPageStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#unfollow = followLearnKeys(this.app);
  }

  /** The page may be on screen before its code is: its properties are known from here on. */
  protected override firstUpdated(): void {
    this.#unfollow = followLearnKeys(this.app);
  }

  override disconnectedCallback(): void {
    this.#unfollow?.();
    super.disconnectedCallback();
  }

  /** Another section begins at its top. */
  protected override updated(): void {
    const { path } = this.state.places.learn ?? NO_PLACE;
    if (path === this.#shown) return;
    this.#shown = path;
    this.renderRoot.querySelector('main')?.scrollTo(0, 0);
  }

  protected override render() {
    const route = parseLearnPlace(this.state.places.learn ?? NO_PLACE);
    if (route.kind === 'figure') return this.#alone(route);
    const { view, lesson, at } = route;
    const unknown = route.unknown
      ? html`<p class="note" role="status">
          <dl-icon name="triangle-alert"></dl-icon
          >${this.say(words.unknown, { asked: route.unknown.slice(0, 40) })}
        </p>`
      : nothing;
    if (view === 'handout') return this.#handout(route);
    if (view === 'present') {
      return html`<main class="present">
        ${unknown}${this.#section(route, at)} ${this.#presenterBar(route)}
      </main>`;
    }
    return html`<aside>
        <dl-lesson-outline .lessons=${LESSONS} .lesson=${lesson} .section=${at}></dl-lesson-outline>
      </aside>
      <main>${unknown}${this.#section(route, at)}</main>`;
  }

  #section({ lesson, at: own, view, query }: LessonRoute, at: number) {
    if (!lesson.sections[at]) return html`<h1>${this.say(lesson.title)}</h1>`;
    return html`<lesson-section
      .app=${this.app}
      .state=${this.state}
      .lesson=${lesson}
      .at=${at}
      .query=${at === own ? query : ''}
      .view=${view}
    ></lesson-section>`;
  }

  #presenterBar({ lesson, at, query }: LessonRoute) {
    const place = formatLearnPlace(lesson, lesson.sections[at], 'read', query);
    return html`<p class="presenter caption">
      ${this.say(words.presentKeys)}
      <a class="link" id="leave" href=${learnHash(place)}>${this.say(words.leave)}</a>
    </p>`;
  }

  #handout(route: LessonRoute) {
    const { lesson } = route;
    return html`<main class="handout">
      <p class="bar">
        <b>${this.say(words.handoutOf)}: ${this.say(lesson.title)}</b>
        <button class="print" @click=${() => window.print()}>${this.say(words.print)}</button>
        <a class="link" href=${learnHash(formatLearnPlace(lesson, lesson.sections[0], 'read'))}
          >${this.say(words.backToLesson)}</a
        >
      </p>
      ${lesson.sections.map((_, at) => this.#section(route, at))}
    </main>`;
  }

  #alone({ figure, name, query }: Extract<LearnRoute, { kind: 'figure' }>) {
    if (!figure) {
      return html`<main class="alone">
        <p class="note" role="status">
          <dl-icon name="triangle-alert"></dl-icon
          >${this.say(words.unknownFigure, { asked: name.slice(0, 40) })}
          <a class="link" href="#/learn">${this.say(words.lessons)}</a>
        </p>
      </main>`;
    }
    const section = LESSONS.flatMap(({ sections }) => sections).find((one) => one.figure === figure);
    return html`<main class="alone">
      <lesson-figure
        .app=${this.app}
        .state=${this.state}
        .model=${figure}
        .query=${query}
        .caption=${section?.caption ?? null}
        .view=${'alone'}
        @state-change=${({ detail }: CustomEvent<string>) =>
          goToLesson(this.app, { path: `figure/${figure.name}`, query: detail })}
      ></lesson-figure>
    </main>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'learn-page': LearnPage;
  }
}
