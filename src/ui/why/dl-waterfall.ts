import { html, nothing, svg, type SVGTemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { formatDifference, formatScore } from '../../core/text/format.ts';
import { waterfallWords as text } from '../../core/messages/why-page.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { OwnWidth } from '../controls/own-width.ts';
import { DlElement } from '../controls/dl-element.ts';
import { labelColour, labelInk } from '../labels/label-colour.ts';
import { elementEvent, selectionChange, structureSelection } from '../case/selection-event.ts';
import {
  axisOf,
  levelsOf,
  placePairs,
  type PlacedPair,
  type WaterfallEnd,
  type WaterfallPair,
  type WaterfallStep,
} from './waterfall-layout.ts';
import { waterfallStyles } from './waterfall-styles.ts';

const HEAD = 30;
const FOOT = 46;
/** Height of the plot in a window of the usual height, and in a low one. */
const [PLOT, LOW_PLOT] = [172, 134];
const LOW_WINDOW = 800;
const CHIP = 15;

/** A bar that is chosen. */
export interface StepChoice {
  readonly pair: string;
  readonly step: string;
}

/**
 * From the Dice of every region to the Dice of its label, step by step, on one axis; a slot named after each pair
 * holds the sentence below it.
 * @fires step-choose - detail: StepChoice, a bar whose voxels are to be seen
 * @fires selection-change - detail: the structure at an end
 */
@customElement('dl-waterfall')
export class DlWaterfall extends DlElement {
  @property({ attribute: false }) pairs: readonly WaterfallPair[] = [];
  @property({ attribute: false }) chosen: StepChoice | null = null;
  readonly #width = new OwnWidth(this);

  static override styles = [baseStyles, waterfallStyles];

  protected override render() {
    if (this.#width.value === 0) return nothing;
    const axis = axisOf(this.pairs);
    return placePairs(this.pairs, this.#width.value).map((row) => this.#row(row, axis));
  }

  /** Where the plot ends, from the top. */
  get #base(): number {
    return HEAD + (window.innerHeight < LOW_WINDOW ? LOW_PLOT : PLOT);
  }

  #row(row: readonly PlacedPair[], axis: ReturnType<typeof axisOf>) {
    const height = this.#base + FOOT;
    const y = (dice: number) =>
      HEAD + 14 + ((axis.high - dice) / (axis.high - axis.low)) * (this.#base - HEAD - 36);
    return html`<svg
        width=${this.#width.value}
        height=${height}
        viewBox="0 0 ${this.#width.value} ${height}"
        role="group"
        aria-label=${this.say(text.picture)}
      >
        <defs>
          <pattern
            id="hatch"
            width="5"
            height="5"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="1.6" height="5" class="hatch" />
          </pattern>
        </defs>
        ${axis.ticks.map(
          (tick) =>
            svg`<line class="grid" x1="40" x2=${this.#width.value} y1=${y(tick)} y2=${y(tick)} />
              <text class="tick" x="31" y=${y(tick) + 4} text-anchor="end">${tick.toFixed(2)}</text>`,
        )}
        ${row.map((placed) => this.#pair(placed, y))}
      </svg>
      <div class="sentences">
        ${row.map(
          ({ pair, width }) =>
            html`<div .style=${`width: ${width}px`}>
              <slot name=${pair.id}></slot>
            </div>`,
        )}
      </div>`;
  }

  #pair({ pair, left, pitch, width }: PlacedPair, y: (dice: number) => number): SVGTemplateResult {
    const { from, to, steps } = pair;
    const isAlone = steps.length === 0;
    const levels = levelsOf(pair);
    const bar = Math.min(42, pitch * 0.62);
    const at = (column: number) => left + column * pitch;
    const joins = levels.map(
      (level, i) =>
        svg`<line class="join" x1=${at(i) + bar} x2=${at(i + 1)} y1=${y(level)} y2=${y(level)} />`,
    );
    return svg`<svg x=${left} width=${width} height="20" class="head-box"><text class="head" y="14"
        ><title>${from.name}${isAlone ? '' : `, ${to.name}`}</title
        ><tspan class="strong">${cut(from.name, isAlone ? width : width * 0.46)}</tspan>${
          isAlone
            ? ''
            : svg`<tspan class="dim"> ${this.say(text.to)} </tspan><tspan class="strong">${cut(to.name, width * 0.46)}</tspan>`
        }</text></svg>
      ${isAlone ? nothing : joins}
      ${this.#end(isAlone ? to : from, at(0), bar, y, isAlone, true)}
      ${steps.map((step, i) => this.#step(pair, step, at(i + 1), bar, y(levels[i]), y(levels[i + 1])))}
      ${isAlone ? nothing : this.#end(to, at(steps.length + 1), bar, y, true, false)}
      ${pair.brackets.map(({ first, last, text: words }) => this.#bracket(words, at(first + 1), at(last + 1) + bar))}
      ${isAlone ? svg`${chip(from, at(0), this.#base + 2)}${chip(to, at(0) + chipWidth(from) + 5, this.#base + 2)}` : nothing}`;
  }

  /** The Dice of a structure as a line, its squares below the axis. */
  #end(
    end: WaterfallEnd,
    x: number,
    width: number,
    y: (dice: number) => number,
    isLabel: boolean,
    above: boolean,
  ) {
    const { structure, labels, dice, name } = end;
    const place = y(dice);
    const colour = isLabel ? `stroke: ${labelColour(labels[0])}` : '';
    const title = this.say(text.end, { name, dice: formatScore(dice, 4) });
    const below = structure.kind === 'label' && isLabel;
    return svg`<g
        role="button"
        tabindex="0"
        class="end"
        aria-label=${title}
        @click=${() => this.dispatchEvent(selectionChange(structureSelection(structure, 'all', false)))}
        @keydown=${press}
      >
        <title>${title}</title>
        <rect class="hit ring" x=${x - 4} y=${place - 22} width=${width + 8} height="44" />
        <line class="level" x1=${x} x2=${x + width} y1=${place} y2=${place} .style=${colour} />
        <text class="value" x=${x + width / 2} y=${above ? place - 9 : place + 18} text-anchor="middle">${formatScore(dice)}</text>
      </g>
      ${below && above ? nothing : chip(end, x + width / 2 - chipWidth(end) / 2, this.#base + 2)}`;
  }

  #step({ id }: WaterfallPair, step: WaterfallStep, x: number, width: number, start: number, end: number) {
    const [top, bottom] = [Math.min(start, end), Math.max(start, end)];
    const gains = step.amount > 0;
    const isChosen = this.chosen?.pair === id && this.chosen.step === step.id;
    const height = Math.max(2, bottom - top);
    return svg`<g
        role="button"
        tabindex="0"
        class="step ${step.kind}"
        aria-label=${step.title}
        aria-pressed=${isChosen ? 'true' : 'false'}
        @click=${() => this.dispatchEvent(elementEvent<StepChoice>('step-choose', { pair: id, step: step.id }))}
        @keydown=${press}
      >
        <title>${step.title}</title>
        <rect class="hit" x=${x - 4} y=${top - 20} width=${width + 8} height=${this.#base + 18 - top + 20} />
        <rect class="ring" x=${x - 3} y=${top - 3} width=${width + 6} height=${height + 6} rx="3" />
        <rect class="bar" x=${x} y=${top} width=${width} height=${height} rx="2" />
        ${step.kind === 'skipped' ? svg`<rect class="over" x=${x} y=${top} width=${width} height=${height} rx="2" fill="url(#hatch)" />` : nothing}
        <text class="value" x=${x + width / 2} y=${gains ? top - 8 : bottom + 17} text-anchor="middle">${formatDifference(step.amount)}</text>
        <text class="below" x=${x + width / 2} y=${this.#base + 14} text-anchor="middle">${step.text}</text>
      </g>`;
  }

  #bracket(words: string, from: number, to: number) {
    const y = this.#base + 21;
    return svg`<path class="bracket" d="M${from} ${y}v5H${to}v-5" />
      <text class="below" x=${(from + to) / 2} y=${y + 19} text-anchor="middle">${words}</text>`;
  }
}

/** A structure's squares as they stand everywhere, drawn, so that the picture is one. */
function chip({ structure, labels }: WaterfallEnd, x: number, y: number): SVGTemplateResult {
  const shown = shownLabels(labels);
  const squares = shown.map(
    (label, i) =>
      svg`<rect x=${x + 2 + i * (CHIP + 2)} y=${y} width=${CHIP} height=${CHIP} rx="3" .style=${`fill: ${labelColour(label)}`} />
        <text class="ordinal" x=${x + 2 + i * (CHIP + 2) + CHIP / 2} y=${y + 11.5} text-anchor="middle" .style=${`fill: ${labelInk(label)}`}>${label}</text>`,
  );
  const width = chipWidth({ labels });
  return svg`${squares}${
    structure.kind === 'region'
      ? svg`<rect class="set" x=${x + 0.5} y=${y - 1.5} width=${width - 1} height=${CHIP + 3} rx="4" />`
      : nothing
  }${labels.length > shown.length ? svg`<text class="more" x=${x + width + 3} y=${y + 12}>+${labels.length - shown.length}</text>` : nothing}`;
}

function shownLabels(labels: readonly number[]): readonly number[] {
  return labels.length > 3 ? labels.slice(0, 2) : labels;
}

function chipWidth({ labels }: Pick<WaterfallEnd, 'labels'>): number {
  return shownLabels(labels).length * (CHIP + 2) + 2;
}

/** The text as far as it fits into so many pixels at 12.5 px. */
function cut(name: string, width: number): string {
  const fits = Math.max(3, Math.floor(width / 6.6));
  return name.length > fits ? `${name.slice(0, fits - 1)}…` : name;
}

function press(event: KeyboardEvent): void {
  if (event.key !== 'Enter' && event.key !== ' ') return;
  event.preventDefault();
  event.currentTarget?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-waterfall': DlWaterfall;
  }
}
