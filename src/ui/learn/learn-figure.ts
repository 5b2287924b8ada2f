import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { CaseResult } from '../../core/case/case-result.ts';
import {
  solveFigure,
  type FigureModel,
  type FigureNumbers,
  type SolvedFigure,
} from '../../core/learn/figure-model.ts';
import {
  initialValues,
  nearestValue,
  parseFigureState,
  type FigureValues,
} from '../../core/learn/figure-state.ts';
import { DlElement } from '../controls/dl-element.ts';
import { elementEvent } from '../case/selection-event.ts';
import './dl-figure-control.ts';

/** Below this width a figure stacks its parts. */
const NARROW_PX = 720;
const LEAST_PLOT_PX = 200;
const MOST_PLOT_PX = 336;
/** What stands above and below a chart in a lesson. */
const FRAME_PX = 500;

/**
 * Base of every figure of a lesson: controls on top, the drawing below. Alone in a page it is
 * `<dl-fig-NAME state="radius=5"></dl-fig-NAME>`. A figure names its model and draws the result.
 * @fires figure-change - detail: the values now set
 */
export abstract class LearnFigure<Result = unknown> extends DlElement {
  /** What is set; what is missing or out of range is as `nearestValue` says. */
  @property({ attribute: false }) values: FigureValues = {};
  /** The same as in a link, for a figure in plain HTML; read once. */
  @property({ attribute: 'state' }) linked = '';
  /** The open case, for figures that show something of it; null where there is none. */
  @property({ attribute: false }) caseResult: CaseResult | null = null;
  /** Height of its charts, where more room than in a lesson is given to it; CSS pixels, 0 for a lesson's. */
  @property({ type: Number }) plotRoom = 0;
  /** CSS pixels that the figure has from left to right. */
  @state() protected room = 960;
  readonly #observer = new ResizeObserver(([entry]) => (this.room = Math.round(entry.contentRect.width)));

  abstract readonly model: FigureModel<Result>;

  /** What stands below the controls. */
  protected abstract draw(result: Result, values: FigureValues): TemplateResult;

  /** Every value of the figure. */
  get allValues(): FigureValues {
    const { parameters } = this.model;
    const first =
      this.linked === '' ? initialValues(parameters) : parseFigureState(this.linked, parameters).values;
    const set = parameters.map((parameter) => {
      const value = this.values[parameter.name];
      return [
        parameter.name,
        value === undefined ? first[parameter.name] : nearestValue(parameter, value),
      ] as const;
    });
    return Object.fromEntries(set);
  }

  /** The volumes and the result of what is set; computed once a state, by `solveFigure`. */
  get solved(): SolvedFigure<Result> {
    return solveFigure(this.model, this.allValues);
  }

  /** Every number shown. */
  get numbers(): FigureNumbers {
    return this.solved.numbers;
  }

  /** Height of a chart, CSS pixels: what a low window leaves, so that figure and text are seen together. */
  protected get plotHeight(): number {
    const room = this.plotRoom || Math.min(MOST_PLOT_PX, window.innerHeight - FRAME_PX);
    return Math.max(LEAST_PLOT_PX, room);
  }

  protected get isNarrow(): boolean {
    return this.room < NARROW_PX;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer.observe(this);
  }

  override disconnectedCallback(): void {
    this.#observer.disconnect();
    super.disconnectedCallback();
  }

  protected override render() {
    const values = this.allValues;
    return html`${
      this.model.parameters.length === 0
        ? nothing
        : html`<div class="controls">
            ${this.model.parameters.map(
              (parameter) =>
                html`<dl-figure-control
                  .parameter=${parameter}
                  .value=${values[parameter.name]}
                  @value-input=${({ detail }: CustomEvent<number>) => this.#set(parameter.name, detail)}
                ></dl-figure-control>`,
            )}
          </div>`
    }${this.draw(this.solved.result, values)}`;
  }

  #set(name: string, value: number): void {
    this.values = { ...this.allValues, [name]: value };
    this.dispatchEvent(elementEvent('figure-change', this.values));
  }
}
