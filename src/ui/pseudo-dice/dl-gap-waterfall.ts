import { html, nothing, svg, type SVGTemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { GapCode, GapStep } from '../../core/pseudo-dice/gap-account.ts';
import { sayGapStep } from '../../core/pseudo-dice/gap-sentence.ts';
import { gapPageWords as text, gapStepNames } from '../../core/messages/gap-page.ts';
import { formatDifference, formatScore } from '../../core/text/format.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { OwnWidth } from '../controls/own-width.ts';
import { DlElement, spoken } from '../controls/dl-element.ts';
import { elementEvent } from '../case/selection-event.ts';
import './dl-gap-detail.ts';
import {
  AXIS_WIDTH,
  axisOf,
  placeAccounts,
  sharesAxis,
  type GapColumn,
  type PlacedGap,
  type ShownGap,
} from './gap-layout.ts';
import { gapStyles } from './gap-styles.ts';

const [HEAD, PLOT, FOOT] = [26, 150, 22];

/** A bar that is open. */
export interface GapChoice {
  readonly id: string;
  readonly code: GapCode;
}

/**
 * From the validation Dice to the pseudo Dice, step by step: a waterfall for each account, those of trainings on one axis, the
 * sentence of the open or else the largest step below it, and what the open step is made of.
 * @fires gap-step-choose - detail: GapChoice, or null where a step is closed
 */
@customElement('dl-gap-waterfall')
export class DlGapWaterfall extends DlElement {
  @property({ attribute: false }) accounts: readonly ShownGap[] = [];
  @property({ attribute: false }) chosen: GapChoice | null = null;
  readonly #width = new OwnWidth(this);

  static override styles = [baseStyles, gapStyles];

  protected override render() {
    if (this.#width.value === 0 || this.accounts.length === 0) return nothing;
    const isAlone = this.accounts.length === 1;
    const rows = placeAccounts(this.accounts, this.#width.value);
    const open = this.accounts.find(({ id }) => id === this.chosen?.id);
    return html`${rows.map(
      (row) =>
        html`<div class="accounts ${isAlone ? 'alone' : ''}">
          ${row.map((placed) => this.#figure(placed))} ${isAlone ? this.#steps(row[0].shown) : nothing}
        </div>`,
    )}
    ${
      open && this.chosen
        ? html`<dl-gap-detail
            .heading=${this.accounts.length > 1 ? open.title : ''}
            .account=${open.account}
            .code=${this.chosen.code}
            @gap-detail-close=${() => this.#choose(null)}
          ></dl-gap-detail>`
        : nothing
    }`;
  }

  #figure({ shown, columns, pitch, width }: PlacedGap) {
    const { title } = shown;
    const height = HEAD + PLOT + FOOT;
    const axis = axisOf(this.accounts.filter((other) => sharesAxis(shown, other)));
    const bar = Math.min(60, pitch * 0.78);
    const at = (i: number) => AXIS_WIDTH + i * pitch + (pitch - bar) / 2;
    const y = (dice: number) => HEAD + ((axis.high - dice) / (axis.high - axis.low)) * PLOT;
    const levelOf = (column: GapColumn) => (column.kind === 'bar' ? column.to : column.value);
    return html`<figure .style=${`width: ${width}px`}>
      <figcaption class="cut" title=${title}>${title}</figcaption>
      <svg
        width=${width}
        height=${height}
        viewBox="0 0 ${width} ${height}"
        role="group"
        aria-label=${this.say(text.picture, { title })}
      >
        ${axis.ticks.map(
          (tick) =>
            svg`<line class="grid" x1=${AXIS_WIDTH} x2=${width} y1=${y(tick)} y2=${y(tick)} />
              <text class="tick" x=${AXIS_WIDTH - 8} y=${y(tick) + 4} text-anchor="end">${tick.toFixed(axis.decimals)}</text>`,
        )}
        ${columns.slice(1).map((_, i) => {
          const level = levelOf(columns[i]);
          return Number.isFinite(level)
            ? svg`<line class="join" x1=${at(i) + bar} x2=${at(i + 1)} y1=${y(level)} y2=${y(level)} />`
            : nothing;
        })}
        ${columns.map((column, i) =>
          column.kind === 'bar'
            ? this.#bar(shown, column, at(i), bar, y)
            : this.#level(column, at(i), bar, y, columns[i - 1]),
        )}
      </svg>
      ${this.accounts.length > 1 ? this.#sentence(shown) : nothing}
    </figure>`;
  }

  #bar(
    { id }: ShownGap,
    { code, from, to }: GapColumn & { kind: 'bar' },
    x: number,
    width: number,
    y: (dice: number) => number,
  ): SVGTemplateResult {
    const change = to - from;
    const isKnown = Number.isFinite(change);
    const [top, bottom] = isKnown
      ? [y(Math.max(from, to)), y(Math.min(from, to))]
      : [HEAD + PLOT - 2, HEAD + PLOT - 2];
    const height = Math.max(2, bottom - top);
    const name = this.say(gapStepNames[code]);
    const words = this.say(text.step, {
      name,
      change: changeText(change),
      from: scoreText(from, 4),
      to: scoreText(to, 4),
    });
    return svg`<g
        role="button"
        tabindex="0"
        class=${code}
        data-code=${code}
        aria-label=${words}
        aria-expanded=${this.#isOpen(id, code) ? 'true' : 'false'}
        @click=${() => this.#choose(this.#isOpen(id, code) ? null : { id, code })}
        @keydown=${press}
      >
        <title>${words}</title>
        <rect class="hit" x=${x - 3} y=${HEAD - 22} width=${width + 6} height=${PLOT + FOOT + 18} />
        <rect class="ring" x=${x - 3} y=${top - 3} width=${width + 6} height=${height + 6} rx="3" />
        <rect class="bar" x=${x} y=${top} width=${width} height=${height} rx="2" />
        <text class="value" x=${x + width / 2} y=${valuePlace(change < 0, top, bottom)} text-anchor="middle">${changeText(change)}</text>
        <text class="below" x=${x + width / 2} y=${HEAD + PLOT + 16} text-anchor="middle">${name}</text>
      </g>`;
  }

  #level(
    { name, value, range, isEnd }: GapColumn & { kind: 'level' },
    x: number,
    width: number,
    y: (dice: number) => number,
    before: GapColumn | undefined,
  ): SVGTemplateResult {
    const word =
      name === 'mean'
        ? this.say(gapStepNames.validation)
        : this.say(name === 'ema' ? text.ema : text.expected);
    const words = this.say(text.level, { name: word, dice: scoreText(value, 4) });
    const spread = range && this.say(text.range, { low: scoreText(range[0]), high: scoreText(range[1]) });
    const isKnown = Number.isFinite(value);
    const place = isKnown ? y(value) : HEAD + PLOT - 2;
    const isGreen = name === 'ema' || (name === 'expected' && isEnd);
    const falls = before?.kind === 'bar' && before.to < before.from;
    const edges = range?.every(Number.isFinite) ? range.map(y) : [place, place];
    return svg`<g class="level ${isGreen ? 'green' : ''}" role="img" aria-label=${spread ? `${words}; ${spread}` : words}>
        <title>${spread ? `${words}; ${spread}` : words}</title>
        ${range ? svg`<rect x=${x} y=${edges[1]} width=${width} height=${Math.max(1, edges[0] - edges[1])} />` : nothing}
        ${isKnown ? svg`<line x1=${x} x2=${x + width} y1=${place} y2=${place} />` : nothing}
        <text class="value" x=${x + width / 2} y=${valuePlace(falls, edges[1], edges[0])} text-anchor="middle">${scoreText(value)}</text>
        <text class="below" x=${x + width / 2} y=${HEAD + PLOT + 16} text-anchor="middle">${word}</text>
      </g>`;
  }

  /** The open step, else the one that changes most. */
  #sentence({ id, account }: ShownGap) {
    const { steps } = account;
    const open = steps.find(({ code }) => this.#isOpen(id, code)) ?? largest(steps);
    return open ? html`<p>${this.#said(open)}</p>` : nothing;
  }

  /** Every step, beside or below the only account. */
  #steps({ id, account }: ShownGap) {
    return html`<ol>
      ${account.steps.map((step) => html`<li ?data-open=${this.#isOpen(id, step.code)}>${this.#said(step)}</li>`)}
    </ol>`;
  }

  #said(step: GapStep) {
    const { code, change } = step;
    const name = this.say(gapStepNames[code]);
    const lead = this.say(text.lead, { change: change === null ? null : changeText(change), name });
    return html`<b>${lead}</b> ${sayGapStep(step, spoken())}`;
  }

  #isOpen(id: string, code: GapCode): boolean {
    return this.chosen?.id === id && this.chosen.code === code;
  }

  #choose(choice: GapChoice | null): void {
    this.chosen = choice;
    this.dispatchEvent(elementEvent<GapChoice | null>('gap-step-choose', choice));
  }
}

/** The step that changes most; the first where none changes anything. */
function largest(steps: readonly GapStep[]): GapStep | undefined {
  const sizeOf = ({ change }: GapStep) => Math.abs(change ?? 0) || 0;
  return steps.reduce<GapStep | undefined>(
    (most, step) => (most === undefined || sizeOf(step) > sizeOf(most) ? step : most),
    undefined,
  );
}

function scoreText(score: number, decimals = 3): string {
  return Number.isNaN(score) ? '–' : formatScore(score, decimals);
}

function changeText(change: number): string {
  return Number.isNaN(change) ? '–' : formatDifference(change);
}

/** Above what rises, below what falls, but never out of the plot. */
function valuePlace(falls: boolean, top: number, bottom: number): number {
  return falls && bottom + 17 <= HEAD + PLOT + 2 ? bottom + 16 : top - 7;
}

function press(event: KeyboardEvent): void {
  if (event.key !== 'Enter' && event.key !== ' ') return;
  event.preventDefault();
  event.currentTarget?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-gap-waterfall': DlGapWaterfall;
  }
}
