import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { App } from '../../app/app.ts';
import { openDemo } from '../../app/case/fetch-files.ts';
import { measureFigure } from '../../app/learn/measure-figure.ts';
import { act } from '../../app/report-error.ts';
import type { AppState } from '../../app/state.ts';
import type { FigureModel } from '../../core/learn/figure-model.ts';
import {
  formatFigureState,
  formatValue,
  parseFigureState,
  type FigureValues,
} from '../../core/learn/figure-state.ts';
import { sayLesson, type LessonText } from '../../core/learn/lesson.ts';
import { learnWords as words, type MeasuredFacts } from '../../core/messages/learn-frame.ts';
import { baseStyles } from '../../ui/controls/base-styles.ts';
import { DlElement, spoken } from '../../ui/controls/dl-element.ts';
import '../../ui/controls/dl-icon.ts';
import type { IconName } from '../../ui/controls/icons.ts';
import { elementEvent } from '../../ui/case/selection-event.ts';
import { createFigure } from '../../ui/learn/figure-elements.ts';
import type { LearnFigure } from '../../ui/learn/learn-figure.ts';
import { lessonFigureStyles } from './lesson-figure-styles.ts';
import { boldParts } from './bold-parts.ts';
import { hasNested } from './own-case.ts';

/** Height of an embedded figure, CSS pixels. */
const EMBED_HEIGHT = 560;

/** The most that a chart is high, and what stands above and below it: on a wall, where all is larger, and alone. */
const MOST_PLOT_PX = 520;
const PRESENT_ZOOM = 1.35;
const PRESENT_FRAME_PX = 300;
const ALONE_FRAME_PX = 230;

/**
 * A figure of a lesson with its caption and what can be done with it: count it again, link to it, embed it, show it
 * large.
 * @fires state-change - detail: the state of the figure as it stands in a link
 * @fires figure-present - it is to be shown large
 */
@customElement('lesson-figure')
export class LessonFigure extends DlElement {
  @property({ attribute: false }) app!: App;
  @property({ attribute: false }) state!: AppState;
  @property({ attribute: false }) model!: FigureModel;
  /** The state that the link asks for. */
  @property() query = '';
  @property({ attribute: false }) caption: LessonText | null = null;
  /** Its number in the lesson; 0 for a figure alone. */
  @property({ type: Number }) number = 0;
  @property({ type: Boolean }) usesCase = false;
  @property() view: 'read' | 'present' | 'handout' | 'alone' = 'read';
  @state() private figure: LearnFigure | null = null;
  @state() private measured: { readonly state: string; readonly facts: MeasuredFacts } | null = null;
  @state() private shared: { readonly kind: 'link' | 'embed'; readonly isCopied: boolean } | null = null;
  @state() private values: FigureValues = {};

  static override styles = [baseStyles, lessonFigureStyles];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('model')) {
      this.figure = null;
      this.measured = null;
      this.shared = null;
      void act(this.app, () => this.#load(this.model));
    }
    if (changed.has('model') || changed.has('query')) {
      this.values = parseFigureState(this.query, this.model.parameters).values;
    }
    if (!this.figure) return;
    this.figure.values = this.values;
    this.figure.plotRoom = plotRoomOf(this.view);
    this.figure.caseResult = this.usesCase ? (this.state.opened?.result ?? null) : null;
  }

  async #load(model: FigureModel): Promise<void> {
    const figure = await createFigure(model.name);
    if (this.model === model) this.figure = figure;
    await this.updateComplete;
    if (figure.isConnected) await figure.updateComplete; // an element that never stood in the page never updates
  }

  protected override render() {
    const isRead = this.view === 'read';
    return html`${this.#clamped()}
      <figure @figure-change=${this.#change}>
        <div class="drawing">
          ${this.figure ?? html`<p class="caption loading">${this.say(words.loading)}</p>`}
        </div>
        <figcaption>
          <p class="text">
            ${this.number > 0 ? html`<b>${this.say(words.figure, this.number)}</b> ` : nothing}${
              this.caption
                ? boldParts(sayLesson(this.caption, spoken(), this.figure?.numbers ?? {}))
                : nothing
            }
          </p>
          <div class="actions">
            ${this.#button('measure', 'rotate-ccw', this.say(words.measure), this.say(words.measureTitle), this.#measure)}
            ${this.#button('link', 'copy', this.say(words.link), '', () => this.#share('link'))}
            ${isRead ? this.#button('embed', 'layout-dashboard', this.say(words.embed), this.say(words.embedTitle), () => this.#share('embed')) : nothing}
            ${isRead ? this.#button('present', 'maximize', this.say(words.present), this.say(words.presentTitle), () => this.dispatchEvent(elementEvent('figure-present'))) : nothing}
          </div>
        </figcaption>
        ${this.#remarks()}
      </figure>`;
  }

  #button(id: string, icon: IconName, text: string, title: string, run: () => void) {
    return html`<button
      id=${id}
      class="action"
      title=${title || text}
      ?disabled=${!this.figure}
      @click=${run}
    >
      <dl-icon name=${icon}></dl-icon>${text}
    </button>`;
  }

  #clamped() {
    const { clamped } = parseFigureState(this.query, this.model.parameters);
    return clamped.map(({ parameter, asked, used }) => {
      const value = parameter.choices
        ? this.say(parameter.choices[used])
        : parameter.value
          ? this.say(parameter.value, used)
          : formatValue(parameter, used);
      return html`<p class="note" role="status">
        <dl-icon name="triangle-alert"></dl-icon
        >${this.say(words.clamped, { parameter: this.say(parameter.label), asked: asked.slice(0, 24), used: value })}
      </p>`;
    });
  }

  #remarks() {
    const { measured, shared } = this;
    const isNow = measured?.state === this.#state;
    return html`<div class="remarks">
      <p role="status" class="measured">
        ${measured && isNow ? this.say(words.measured, measured.facts) : nothing}
      </p>
      ${
        shared
          ? html`<label class="shared"
              ><span>${this.say(sharedWords(shared))}</span
              ><input
                readonly
                .value=${shared.kind === 'link' ? this.#address : this.#snippet}
                @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
            /></label>`
          : nothing
      }
      ${this.usesCase && this.view === 'read' && this.state.pending === 0 && !hasNested(this.state.opened?.result ?? null) ? this.#offerPhantom() : nothing}
    </div>`;
  }

  #offerPhantom() {
    return html`<p class="lacking">
      ${this.say(words.noCase)}
      <button class="link" @click=${() => openDemo(this.app)}>${this.say(words.openPhantom)}</button>
    </p>`;
  }

  get #state(): string {
    return formatFigureState(this.values, this.model.parameters);
  }

  /** The address of this state, without what the address of the page says of files. */
  get #address(): string {
    return `${location.origin}${location.pathname}${location.hash.replace(/\?.*$/s, '')}${this.#state && `?${this.#state}`}`;
  }

  get #snippet(): string {
    const source = `${location.origin}${location.pathname}#/learn/figure/${this.model.name}${this.#state && `?${this.#state}`}`;
    return `<iframe src="${source}" width="960" height="${EMBED_HEIGHT}" title="${this.say(words.figureAlone)}"></iframe>`;
  }

  readonly #change = ({ detail }: CustomEvent<FigureValues>): void => {
    this.values = detail;
    this.dispatchEvent(elementEvent('state-change', this.#state));
  };

  readonly #measure = (): void => {
    const state = this.#state;
    void measureFigure(this.app, this.model, this.values, (facts) => (this.measured = { state, facts }));
  };

  /** Where the browser gives no access to the clipboard the text is there to be copied by hand. */
  #share(kind: 'link' | 'embed'): void {
    const text = kind === 'link' ? this.#address : this.#snippet;
    this.shared = { kind, isCopied: false };
    void act(this.app, async () => {
      const isCopied = await navigator.clipboard.writeText(text).then(
        () => true,
        () => false,
      );
      this.shared = { kind, isCopied };
    });
  }
}

/** On a wall and alone a figure takes the height of the window; 0 where the text has its share. */
function plotRoomOf(view: LessonFigure['view']): number {
  if (view === 'present') return Math.min(MOST_PLOT_PX, window.innerHeight / PRESENT_ZOOM - PRESENT_FRAME_PX);
  return view === 'alone' ? Math.min(MOST_PLOT_PX, window.innerHeight - ALONE_FRAME_PX) : 0;
}

function sharedWords({ kind, isCopied }: { readonly kind: 'link' | 'embed'; readonly isCopied: boolean }) {
  if (kind === 'link') return isCopied ? words.linkCopied : words.linkShown;
  return isCopied ? words.embedCopied : words.embedShown;
}

declare global {
  interface HTMLElementTagNameMap {
    'lesson-figure': LessonFigure;
  }
}
