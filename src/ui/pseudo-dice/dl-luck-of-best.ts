import { css, html, nothing, svg, type SVGTemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { CheckpointLuck } from '../../core/pseudo-dice/checkpoint-luck.ts';
import { luckPageWords as text } from '../../core/messages/gap-page.ts';
import { integer } from '../../core/messages/sentence.ts';
import { formatDifference, formatShare } from '../../core/text/format.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { OwnWidth } from '../controls/own-width.ts';
import { DlElement } from '../controls/dl-element.ts';

const [HEIGHT, AXIS] = [26, 18];
/** Dots lie so far above and below the middle of their row. */
const SPREAD = 7;
const WHERE = 74;
/** Width of everything beside the dots, in a wide place and in a narrow one. */
const [WIDE_SIDES, NARROW_SIDES] = [508, 252];

/**
 * What checkpoint_best would be worth if the network no longer changed: for each length of training the best EMA of
 * many trainings above the expected value, where it was declared, and one sentence.
 */
@customElement('dl-luck-of-best')
export class DlLuckOfBest extends DlElement {
  @property({ attribute: false }) luck: readonly CheckpointLuck[] = [];
  readonly #width = new OwnWidth(this);

  static override styles = [
    baseStyles,
    css`
      table {
        table-layout: fixed;
        width: 100%;
        border-collapse: collapse;
      }
      .length {
        width: 84px;
      }
      .amount {
        width: 72px;
      }
      .at {
        width: 96px;
      }
      .between {
        width: 166px;
      }
      .where {
        width: 90px;
      }
      th,
      td {
        height: 26px;
        padding: 0 0 0 var(--s3);
        font-weight: 400;
        text-align: right;
        white-space: nowrap;
      }
      th:first-child {
        padding: 0;
        text-align: left;
      }
      td:nth-child(2) {
        padding: 0;
      }
      thead th {
        color: var(--text-3);
        font: 400 var(--t-caption) var(--font);
      }
      .mean {
        font-weight: 600;
      }
      .range {
        color: var(--text-2);
      }
      svg {
        display: block;
        overflow: visible;
        font: 400 11px var(--font);
        font-variant-numeric: tabular-nums;
      }
      .plot {
        position: relative;
        height: 26px;
      }
      .plot svg {
        position: absolute;
        inset: 0;
      }
      .dots {
        fill: none;
        stroke: var(--ema);
        stroke-width: 2;
        stroke-linecap: round;
        opacity: 0.5;
      }
      .zero {
        stroke: var(--text-2);
      }
      .grid {
        stroke: var(--grid);
      }
      .whole {
        stroke: var(--line-strong);
        stroke-width: 2;
      }
      .spread {
        stroke: var(--text-2);
        stroke-width: 1.5;
      }
      .mark {
        fill: var(--text);
        stroke: var(--panel);
      }
      .tick {
        fill: var(--text-3);
      }
      .axis td {
        height: 18px;
      }
      p {
        margin-top: var(--s2);
        color: var(--text-2);
        line-height: 19px;
      }
    `,
  ];

  protected override render() {
    const known = this.luck.filter(({ trainings }) => trainings.length > 0);
    if (known.length === 0) return this.luck.length > 0 ? html`<p>${this.say(text.none)}</p>` : nothing;
    const isWide = this.#width.value >= 640;
    const plot = Math.max(120, this.#width.value - (isWide ? WIDE_SIDES : NARROW_SIDES));
    const values = known.flatMap(({ trainings }) => trainings.map(({ excess }) => excess));
    const [low, high] = [Math.min(0, ...values), Math.max(1e-6, ...values)];
    const x = (excess: number) => 6 + ((excess - low) / (high - low)) * (plot - 12);
    const ticks = ticksOf(low, high, Math.max(2, Math.floor(plot / 80)));
    return html`<table>
        <thead>
          <tr>
            <td class="length"></td>
            <td></td>
            <th scope="col" class="amount">${this.say(text.mean)}</th>
            ${isWide ? html`<th scope="col" class="between">${this.say(text.range)}</th>` : nothing}
            <th scope="col" class="at">${this.say(text.bestAt)}</th>
            ${isWide ? html`<td class="where"></td>` : nothing}
          </tr>
        </thead>
        <tbody>
          ${known.map((luck) => this.#row(luck, plot, x, ticks, isWide))}
          <tr class="axis">
            <td></td>
            <td>
              <svg width=${plot} height=${AXIS} viewBox="0 0 ${plot} ${AXIS}" aria-hidden="true">
                ${ticks.map(
                  (tick) =>
                    svg`<text class="tick" x=${x(tick)} y="13" text-anchor="middle">${tick === 0 ? this.say(text.truth) : changeText(tick)}</text>`,
                )}
              </svg>
            </td>
          </tr>
        </tbody>
      </table>
      ${this.#finding(known)}`;
  }

  #row(
    luck: CheckpointLuck,
    plot: number,
    x: (excess: number) => number,
    ticks: readonly number[],
    isWide: boolean,
  ) {
    const { epochs, excess, bestEpoch, trainings } = luck;
    const facts = {
      epochs,
      mean: changeText(excess.value),
      low: changeText(excess.low),
      high: changeText(excess.high),
    };
    const middle = HEIGHT / 2;
    const dots = trainings
      .map((one, i) => `M${x(one.excess).toFixed(1)} ${(middle + scatter(i) * SPREAD).toFixed(1)}h0`)
      .join('');
    return html`<tr>
      <th scope="row">${this.say(text.epochs, { epochs })}</th>
      <td>
        <div class="plot">
          <svg
            width=${plot}
            height=${HEIGHT}
            viewBox="0 0 ${plot} ${HEIGHT}"
            role="img"
            aria-label=${this.say(text.picture, facts)}
          >
            <title>${this.say(text.picture, facts)}</title>
            ${ticks.map((tick) => svg`<line class=${tick === 0 ? 'zero' : 'grid'} x1=${x(tick)} x2=${x(tick)} y1="0" y2=${HEIGHT} />`)}
            <path class="dots" d=${dots} />
            <line class="spread" x1=${x(excess.low)} x2=${x(excess.high)} y1=${middle} y2=${middle} />
            ${diamond(x(excess.value), middle)}
          </svg>
        </div>
      </td>
      <td class="mean">${changeText(excess.value)}</td>
      ${
        isWide
          ? html`<td class="range">
              ${this.say(text.to, { low: changeText(excess.low), high: changeText(excess.high) })}
            </td>`
          : nothing
      }
      <td>${integer(bestEpoch.value)}</td>
      ${isWide ? html`<td>${this.#where(luck)}</td>` : nothing}
    </tr>`;
  }

  /** Where in the training the best was declared, from its first epoch to its last. */
  #where({ epochs, bestEpoch }: CheckpointLuck) {
    const x = (epoch: number) => 4 + (epoch / Math.max(1, epochs - 1)) * (WHERE - 8);
    const words = this.say(text.where, {
      mean: bestEpoch.value,
      low: bestEpoch.low,
      high: bestEpoch.high,
      epochs,
    });
    return html`<svg
      width=${WHERE}
      height=${HEIGHT}
      viewBox="0 0 ${WHERE} ${HEIGHT}"
      role="img"
      aria-label=${words}
    >
      <title>${words}</title>
      <line class="whole" x1="4" x2=${WHERE - 4} y1="13" y2="13" />
      <line class="spread" x1=${x(bestEpoch.low)} x2=${x(bestEpoch.high)} y1="13" y2="13" />
      ${diamond(x(bestEpoch.value), 13)}
    </svg>`;
  }

  #finding(known: readonly CheckpointLuck[]) {
    const longest = known[known.length - 1];
    const { epochs, excess, bestEpoch, late } = longest;
    const worst = this.luck.reduce((a, b) => (b.nanTrainings > a.nanTrainings ? b : a));
    return html`<p>
      ${this.say(text.finding, {
        epochs,
        bestEpoch: bestEpoch.value,
        excess: changeText(excess.value),
        high: changeText(excess.high),
        late: formatShare(late),
      })}
      ${
        worst.nanTrainings > 0
          ? this.say(text.nanTrainings, { share: formatShare(worst.nanTrainings), epochs: worst.epochs })
          : nothing
      }
    </p>`;
  }
}

function diamond(x: number, y: number): SVGTemplateResult {
  return svg`<path class="mark" d="M${x - 5} ${y}l5 -5l5 5l-5 5z" />`;
}

/** A height for the i-th dot, in [-1, 1): spread evenly, and the same each time (by the golden ratio). */
function scatter(i: number): number {
  return ((i * 0.618034) % 1) * 2 - 1;
}

/** Round values between both ends, 0 among them. */
function ticksOf(low: number, high: number, most: number): number[] {
  const scale = 10 ** Math.floor(Math.log10((high - low) / most));
  const step = [1, 2, 5, 10].map((by) => by * scale).find((by) => (high - low) / by <= most) ?? 10 * scale;
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(6)));
}

function changeText(change: number): string {
  return formatDifference(change, 4);
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-luck-of-best': DlLuckOfBest;
  }
}
