import { css, html, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { CURVE_THRESHOLDS } from '../../core/reconstruction/threshold-curves.ts';
import { sliderStyles } from '../controls/slider-styles.ts';
import { DlElement } from '../controls/dl-element.ts';
import { elementEvent } from '../case/selection-event.ts';

/**
 * Dice over a threshold, of a region (white) and of the label it writes (in its colour), with a slider below that
 * moves the threshold. The triangle marks the best threshold, the dotted line nnU-Net's.
 * @fires threshold-input - detail: the threshold while it is moved
 * @fires threshold-end - the slider was let go
 */
@customElement('dl-threshold-curve')
export class DlThresholdCurve extends DlElement {
  /** Dice at the `CURVE_THRESHOLDS`; empty while they are counted. */
  @property({ attribute: false }) region: readonly number[] = [];
  @property({ attribute: false }) label: readonly number[] = [];
  /** Of the label's curve, as CSS. */
  @property() colour = '';
  @property({ type: Number }) threshold = 0.5;
  /** Index of the best threshold, -1 without one. */
  @property({ type: Number }) best = -1;
  /** Dice at the lower edge; what is below is not drawn. */
  @property({ type: Number }) from = 0;
  @property({ attribute: false }) ticks: readonly number[] = [];
  @property() name = '';
  @property() description = '';
  @property({ type: Boolean }) disabled = false;

  static override styles = [
    sliderStyles,
    css`
      :host {
        position: relative;
        display: grid;
        grid-template-rows: minmax(0, 1fr) 18px;
        min-width: 0;
        font: 400 var(--t-caption) var(--font);
      }
      .plot {
        position: relative;
        margin-right: 36px;
      }
      svg {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        overflow: visible;
      }
      path {
        fill: none;
        stroke-width: 1.5;
        stroke-linejoin: round;
        vector-effect: non-scaling-stroke;
      }
      line {
        stroke: var(--grid);
        vector-effect: non-scaling-stroke;
      }
      .region {
        stroke: var(--text);
      }
      .label {
        stroke: var(--curve);
      }
      .now {
        stroke: var(--text);
      }
      .usual {
        stroke: var(--control);
        stroke-dasharray: 2 2;
      }
      i {
        position: absolute;
      }
      .dot {
        width: 7px;
        height: 7px;
        border: 1.5px solid var(--text);
        border-radius: 50%;
        background: var(--panel);
        translate: -50% -50%;
      }
      .best {
        top: 0;
        border: 4px solid transparent;
        border-top: 5px solid var(--control);
        border-bottom: 0;
        translate: -50%;
      }
      .tick {
        position: absolute;
        right: -36px;
        width: 30px;
        color: var(--text-3);
        font-size: 10px;
        line-height: 12px;
        text-align: left;
        translate: 0 -50%;
      }
      input {
        width: calc(100% - 36px + 16px);
        height: 18px;
        margin: 0 -8px;
      }
      input:disabled {
        opacity: 0.35;
        cursor: default;
      }
    `,
  ];

  protected override render() {
    const { threshold, from, best, region } = this;
    const place = (value: number) => ((1 - value) / (1 - from)) * 100;
    const at = region[Math.round(threshold * 100)] ?? Number.NaN;
    return html`<div class="plot">
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" role="img" aria-label=${this.description}>
          ${this.ticks.map((tick) => svg`<line x1="0" x2="100" y1=${place(tick)} y2=${place(tick)} />`)}
          ${[25, 50, 75].map((x) => svg`<line x1=${x} x2=${x} y1="0" y2="100" />`)}
          ${threshold === 0.5 ? nothing : svg`<line class="usual" x1="50" x2="50" y1="0" y2="100" />`}
          <path class="label" d=${pathOf(this.label, from)} .style=${`--curve: ${this.colour}`} />
          <path class="region" d=${pathOf(region, from)} />
          ${
            this.disabled
              ? nothing
              : svg`<line class="now" x1=${threshold * 100} x2=${threshold * 100} y1="4" y2="100" />`
          }
        </svg>
        ${best < 0 ? nothing : html`<i class="best" .style=${`left: ${CURVE_THRESHOLDS[best] * 100}%`}></i>`}
        ${
          at >= from && !this.disabled
            ? html`<i class="dot" .style=${`left: ${threshold * 100}%; top: ${place(at)}%`}></i>`
            : nothing
        }
        ${this.ticks.map(
          (tick) =>
            html`<span class="tick" aria-hidden="true" .style=${`top: ${place(tick)}%`}>${tick}</span>`,
        )}
      </div>
      <input
        type="range"
        min="0"
        max="1"
        step="0.01"
        aria-label=${this.name}
        ?disabled=${this.disabled}
        .value=${String(threshold)}
        .style=${`--filled: ${threshold * 100}%`}
        @input=${this.#move}
        @change=${() => this.dispatchEvent(elementEvent('threshold-end'))}
      />`;
  }

  #move(event: Event): void {
    const threshold = Number((event.target as HTMLInputElement).value);
    this.dispatchEvent(elementEvent('threshold-input', threshold));
  }
}

/** The curve in a box of 100 x 100; it is broken where it is below the edge or not defined. */
function pathOf(scores: readonly number[], from: number): string {
  let pen = 'M';
  return scores
    .map((score, i) => {
      if (!(score >= from)) {
        pen = 'M';
        return '';
      }
      const point = `${pen}${CURVE_THRESHOLDS[i] * 100} ${(((1 - score) / (1 - from)) * 100).toFixed(2)}`;
      pen = 'L';
      return point;
    })
    .join('');
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-threshold-curve': DlThresholdCurve;
  }
}
