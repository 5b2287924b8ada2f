import { html, nothing, unsafeCSS, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import uPlot from 'uplot';
import plotStyles from 'uplot/dist/uPlot.min.css?inline';
import type { CohortMark } from '../../core/cohort/plot-cohort.ts';
import { layOutPlot, nearestPlace, stepToMark, type PlotLayout } from '../../core/cohort/plot-layout.ts';
import type { PlotSpec } from '../../core/cohort/plot-spec.ts';
import { formatPlotSvg, type PlotColourOf } from '../../core/cohort/plot-svg.ts';
import { plotWords } from '../../core/messages/cohort-plots.ts';
import { elementEvent } from '../case/selection-event.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement } from '../controls/dl-element.ts';
import { chartColour } from '../runs/run-chart-colour.ts';
import { optionsOfPlot } from './dl-cohort-plot-draw.ts';
import { cohortPlotStyles } from './dl-cohort-plot-styles.ts';

/** How far from a mark the pointer may be, in CSS px. */
const REACH = 12;
const STEPS = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' } as const;

/**
 * One plot of a cohort, each mark a case: uPlot draws, the mark under the pointer or the arrow keys is named. It takes
 * its height from its style.
 * @fires case-choose - detail: the mark (CohortMark) that was clicked, or chosen by Enter
 */
@customElement('dl-cohort-plot')
export class DlCohortPlot extends DlElement {
  @property({ attribute: false }) spec!: PlotSpec;
  @property() theme = 'dark';
  /** Name of the chosen case, whose marks are ringed. */
  @property() chosen = '';
  /** Names a mark, in two lines. */
  @property({ attribute: false }) describe: (mark: CohortMark) => { score: string; volumes: string } = (
    mark,
  ) => ({ score: mark.case, volumes: '' });
  @state() private size = { width: 0, height: 0 };
  /** Index of the mark under the pointer or the keys; -1 for none. */
  @state() private pointed = -1;
  @query('.canvas') private target!: HTMLElement;
  #plot: uPlot | null = null;
  #places = new Float32Array();
  readonly #observer = new ResizeObserver(([{ contentRect }]) => {
    const [width, height] = [Math.floor(contentRect.width), Math.floor(contentRect.height)];
    if (width !== this.size.width || height !== this.size.height) this.size = { width, height };
  });

  static override styles = [baseStyles, unsafeCSS(plotStyles), cohortPlotStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer.observe(this);
  }

  override disconnectedCallback(): void {
    this.#observer.disconnect();
    this.#plot?.destroy();
    this.#plot = null;
    super.disconnectedCallback();
  }

  /** The plot as an SVG document in the colours on screen. */
  toSvg(title: string, rows: readonly string[] = []): string {
    const { width, height } = this.size;
    return formatPlotSvg(this.spec, width, height, title, this.#colours(), rows);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('spec')) this.pointed = -1;
  }

  protected override render() {
    const layout = this.#layout();
    const mark = this.spec.points[this.pointed];
    const text = mark && this.describe(mark);
    return html`<div
        class="plot ${mark ? 'on-mark' : ''}"
        role="application"
        tabindex="0"
        aria-label="${this.spec.description} ${this.say(plotWords.keys)}"
        @keydown=${this.#step}
        @pointermove=${this.#point}
        @pointerleave=${this.#leave}
        @blur=${this.#leave}
        @click=${this.#choose}
      >
        <div class="canvas"></div>
      </div>
      ${layout ? html`<div class="over" aria-hidden="true">${this.#texts(layout)}</div>` : nothing}
      <div class="off-screen" aria-live="polite">${text ? `${text.score}; ${text.volumes}` : nothing}</div>`;
  }

  protected override updated(changed: PropertyValues): void {
    const drawn: readonly PropertyKey[] = ['spec', 'theme', 'size'];
    const layout = this.#layout();
    if (!layout || !drawn.some((name) => changed.has(name))) return;
    this.#plot?.destroy();
    const { options, data } = optionsOfPlot(this.spec, layout, this.#colours());
    this.#plot = new uPlot(options, data, this.target);
    this.#places = Float32Array.from(this.spec.points.flatMap(({ x, y }) => [layout.xOf(x), layout.yOf(y)]));
  }

  #layout(): PlotLayout | null {
    const { width, height } = this.size;
    return width > 0 && height > 0 ? layOutPlot(this.spec, width, height) : null;
  }

  #colours(): PlotColourOf {
    return chartColour(this, this.theme) as PlotColourOf;
  }

  #texts(layout: PlotLayout) {
    const { spec, chosen } = this;
    const at = (x: number, y: number) =>
      `left: ${layout.xOf(x).toFixed(1)}px; top: ${layout.yOf(y).toFixed(1)}px`;
    const ringed = chosen ? spec.points.filter((point) => point.case === chosen) : [];
    const pointed = spec.points[this.pointed];
    return [
      spec.notes.map(({ x, y, text, anchor, dx, dy, isQuiet }) => {
        const left = layout.xOf(x) + dx;
        const shift = { start: '0', middle: '-50%', end: '-100%' }[anchor];
        const top = Math.min(Math.max(layout.yOf(y) + dy - 12, 0), layout.height - 16);
        const style = `left: ${left.toFixed(1)}px; top: ${top.toFixed(1)}px; translate: ${shift}`;
        return html`<span class="note ${isQuiet ? 'quiet' : ''}" .style=${style}>${text}</span>`;
      }),
      spec.xTitle
        ? html`<span class="axis-title" .style=${`right: ${layout.width - layout.right}px; bottom: 0`}
            >${spec.xTitle}</span
          >`
        : nothing,
      spec.yTitle
        ? html`<span
            class="axis-title along-y"
            .style=${`top: ${layout.bottom}px; width: ${layout.bottom - layout.top}px`}
            >${spec.yTitle}</span
          >`
        : nothing,
      ringed.map(({ x, y }) => html`<i class="ring" .style=${at(x, y)}></i>`),
      pointed
        ? html`<i class="ring pointed" .style=${at(pointed.x, pointed.y)}></i> ${this.#tip(layout)}`
        : nothing,
    ];
  }

  #tip(layout: PlotLayout) {
    const point = this.spec.points[this.pointed];
    const { score, volumes } = this.describe(point);
    const [x, y] = [layout.xOf(point.x), layout.yOf(point.y)];
    const isLeft = x > layout.width / 2;
    const isLow = y > layout.height / 2;
    const style = [
      `${isLeft ? 'right' : 'left'}: ${Math.max(4, (isLeft ? layout.width - x : x) - 40).toFixed(0)}px`,
      `${isLow ? 'bottom' : 'top'}: ${((isLow ? layout.height - y : y) + 10).toFixed(0)}px`,
    ].join('; ');
    return html`<span class="tip" .style=${style}>${score}<small>${volumes}</small></span>`;
  }

  #point({ clientX, clientY }: PointerEvent): void {
    const { left, top } = this.getBoundingClientRect();
    this.pointed = nearestPlace(this.#places, clientX - left, clientY - top, REACH);
  }

  #leave(): void {
    this.pointed = -1;
  }

  #step(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter') this.#choose();
    else if (event.key === 'Escape') this.pointed = -1;
    else if (event.key in STEPS) {
      this.pointed = stepToMark(this.spec, this.pointed, STEPS[event.key as keyof typeof STEPS]);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #choose(): void {
    const mark = this.spec.points[this.pointed];
    if (!mark) return;
    const { case: name, model, key } = mark;
    this.dispatchEvent(elementEvent<CohortMark>('case-choose', { case: name, model, key }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-cohort-plot': DlCohortPlot;
  }
}
