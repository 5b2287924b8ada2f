import { html, nothing, unsafeCSS, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import uPlot from 'uplot';
import plotStyles from 'uplot/dist/uPlot.min.css?inline';
import type { Range } from '../../core/charts/chart-range.ts';
import type { ChartSpec } from '../../core/charts/chart-spec.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement } from '../controls/dl-element.ts';
import { followPan, isPanning, wheelRange, type GestureChart } from './chart-gestures.ts';
import { chartColour } from './run-chart-colour.ts';
import { layOutChart, LEFT, placeEnds, TOP, type ChartLayout } from '../../core/charts/chart-layout.ts';
import { plotOf } from './run-chart-plot.ts';
import { runChartStyles } from './run-chart-styles.ts';
import { elementEvent } from '../case/selection-event.ts';

/**
 * One chart of training runs: uPlot draws lines and axes, texts stand over it. It takes its height from its style.
 * @fires place-hover - detail: the value of x under the pointer, null once it leaves
 * @fires place-choose - detail: the value of x that was clicked
 * @fires range-choose - detail: the range of x that was dragged over, moved (Shift or middle button, Shift and wheel)
 *   or zoomed (Ctrl and wheel, pinch); null shows everything (double click)
 */
@customElement('dl-run-chart')
export class DlRunChart extends DlElement {
  @property({ attribute: false }) spec!: ChartSpec;
  /** Whether the numbers of the x axis stand below. */
  @property({ type: Boolean }) axis = false;
  @property() theme = 'dark';
  /** The range of x that holds everything. */
  @property({ attribute: false }) whole: Range = [0, 1];
  /** Positions of the chosen run's epochs, and the one that is marked; -1 for none. */
  @property({ attribute: false }) positions: readonly number[] = [];
  @property({ type: Number }) marked = -1;
  @state() private size = { width: 0, height: 0 };
  @query('.plot') private target!: HTMLElement;
  #plot: uPlot | null = null;
  #pressed = Number.NaN;
  readonly #observer = new ResizeObserver(([{ contentRect }]) => {
    const [width, height] = [Math.floor(contentRect.width), Math.floor(contentRect.height)];
    if (width !== this.size.width || height !== this.size.height) this.size = { width, height };
  });

  static override styles = [baseStyles, unsafeCSS(plotStyles), runChartStyles];

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

  protected override render() {
    const { width, height } = this.size;
    const layout = width > 0 ? layOutChart(this.spec, width, height, this.axis) : null;
    return html`<div class="plot" role="img" aria-label=${this.spec.description}></div>
      ${layout ? html`<div class="over" aria-hidden="true">${this.#texts(layout)}</div>` : nothing}`;
  }

  protected override updated(changed: PropertyValues): void {
    const drawn: readonly PropertyKey[] = ['spec', 'axis', 'theme', 'size'];
    if (this.size.width > 0 && drawn.some((name) => changed.has(name))) this.#draw();
  }

  #draw(): void {
    this.#plot?.destroy();
    const { spec, axis, target } = this;
    const layout = layOutChart(spec, this.size.width, this.size.height, axis);
    const { options, data } = plotOf(spec, layout, axis, chartColour(this, this.theme), (from, to) =>
      this.#choose([from, to]),
    );
    const plot = new uPlot(options, data, target);
    this.#plot = plot;
    const valueAt = ({ clientX }: MouseEvent) => plot.posToVal(clientX - plot.rect.left, 'x');
    plot.over.addEventListener('pointermove', (event) =>
      this.dispatchEvent(elementEvent('place-hover', valueAt(event))),
    );
    plot.over.addEventListener('pointerleave', () => this.dispatchEvent(elementEvent('place-hover', null)));
    plot.over.addEventListener('pointerdown', (event) => {
      this.#pressed = isPanning(event) ? Number.NaN : event.clientX;
      if (!isPanning(event)) return;
      event.preventDefault();
      followPan(event, this.#gestures(plot), (range) => this.#choose(range));
    });
    plot.over.addEventListener(
      'wheel',
      (event) => {
        const range = wheelRange(event, this.#gestures(plot));
        if (range === undefined) return;
        event.preventDefault();
        this.#choose(range);
      },
      { passive: false },
    );
    plot.over.addEventListener('click', (event) => {
      if (Math.abs(event.clientX - this.#pressed) < 4) {
        this.dispatchEvent(elementEvent('place-choose', valueAt(event)));
      }
    });
    plot.over.addEventListener('dblclick', () => this.#choose(null));
  }

  #choose(range: Range | null): void {
    this.dispatchEvent(elementEvent<Range | null>('range-choose', range));
  }

  #gestures(plot: uPlot): GestureChart {
    const { left, width } = plot.over.getBoundingClientRect();
    const { min, max } = this.spec.x;
    return { shown: [min, max], whole: this.whole, left, width };
  }

  #texts(layout: ChartLayout) {
    const { spec } = this;
    const colour = chartColour(this, this.theme);
    const within = (x: number) => x >= LEFT - 1 && x <= layout.right + 1;
    const ends = placeEnds(spec.ends, layout);
    return [
      spec.strip
        ? html`<span class="strip" .style=${`top: ${layout.bottom - 12}px; width: ${LEFT - 8}px`}>
            ${spec.strip.label}
          </span>`
        : nothing,
      spec.bands
        .filter(({ from, to }) => to >= spec.x.min && from <= spec.x.max)
        .map(({ from, text }) => this.#beside(layout, layout.xOf(from), TOP, text, 'band')),
      spec.joins
        .filter(({ x }) => within(layout.xOf(x)))
        .map(({ x, text }) => this.#beside(layout, layout.xOf(x), layout.bottom - 32, text, 'join')),
      spec.marks
        .filter(({ x, y }) => within(layout.xOf(x)) && y <= spec.y.max && y >= spec.y.min)
        .map(
          ({ x, y, text, colour: token }) =>
            html`<i
                class="ring"
                .style=${`left: ${layout.xOf(x)}px; top: ${layout.yOf(y)}px; border-color: ${colour(token)}`}
              ></i>
              ${this.#beside(layout, layout.xOf(x), Math.max(0, layout.yOf(y) - 24), text, 'mark')}`,
        ),
      this.#between(ends, layout),
      ends.map(({ end, anchor, top }) => {
        const symbol =
          end.symbol === 'none'
            ? nothing
            : html`<i
                class="diamond ${end.symbol}"
                .style=${`left: ${layout.right + 9}px; top: ${anchor}px`}
              ></i>`;
        const left = layout.right + (spec.ends.some((other) => other.symbol !== 'none') ? 20 : 10);
        return html`${symbol}<span
            class="end ${end.strong ? 'strong' : ''}"
            title=${end.note ? `${end.text}, ${end.note}` : end.text}
            .style=${`left: ${left}px; top: ${top}px; max-width: ${layout.width - left}px; color: ${colour(end.colour)}`}
            >${end.text}${end.note ? html`<small>${end.note}</small>` : nothing}</span
          >`;
      }),
      this.#cursor(layout),
    ];
  }

  /** A text left of a place, or right of it where there is no room. */
  #beside(layout: ChartLayout, x: number, top: number, text: string, kind: string) {
    const isRight = x < LEFT + 150;
    const style = isRight
      ? `left: ${Math.max(x, LEFT) + 8}px; top: ${top}px`
      : `right: ${layout.width - Math.min(x, layout.right) + (kind === 'join' ? 6 : 8)}px; top: ${top}px`;
    return html`<span class="beside ${kind}" .style=${style}>${text}</span>`;
  }

  /** A dotted line joins the two figures of the final validation. */
  #between(ends: ReturnType<typeof placeEnds>, layout: ChartLayout) {
    const anchors = ends.filter(({ end }) => end.symbol !== 'none').map(({ anchor }) => anchor);
    if (anchors.length < 2) return nothing;
    const [top, bottom] = [Math.min(...anchors) + 7, Math.max(...anchors) - 7];
    if (bottom <= top) return nothing;
    return html`<i
      class="between"
      .style=${`left: ${layout.right + 9}px; top: ${top}px; height: ${bottom - top}px`}
    ></i>`;
  }

  #cursor(layout: ChartLayout) {
    const place = this.positions[this.marked];
    if (place === undefined || !(place >= this.spec.x.min && place <= this.spec.x.max)) return nothing;
    const x = layout.xOf(place);
    const y = this.spec.follow?.y[this.marked];
    const isInside = y !== undefined && y >= this.spec.y.min && y <= this.spec.y.max;
    return html`<i
        class="cursor"
        .style=${`left: ${x}px; top: ${TOP}px; height: ${layout.bottom - TOP}px`}
      ></i>
      ${isInside ? html`<i class="dot" .style=${`left: ${x}px; top: ${layout.yOf(y)}px`}></i>` : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-run-chart': DlRunChart;
  }
}
