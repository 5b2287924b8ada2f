import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { CaseResult, StructureScore } from '../../core/case/case-result.ts';
import { formatDifference, formatScore } from '../../core/text/format.ts';
import { threeWaysWords as text } from '../../core/messages/reconstruction-page.ts';
import { sayPatternCost } from '../../core/reconstruction/reconstruction-cost.ts';
import type { StructureRef } from '../../core/labels/selection.ts';
import { axisFrom, threeWays, type ThreeWays } from '../../core/reconstruction/three-ways.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement, spoken } from '../controls/dl-element.ts';
import { labelColour } from '../labels/label-colour.ts';
import { elementEvent } from '../case/selection-event.ts';
import { structureChip } from '../labels/structure-chip.ts';
import { threeWaysStyles } from './three-ways-styles.ts';

/** A structure whose voxels are to be seen; `raw` takes a region's mask as predicted. */
export interface StructureChoice {
  readonly structure: StructureRef;
  readonly raw: boolean;
}

/**
 * The Dice of every region as its raw mask, after the rule, and of the label at its node, with the steps between and
 * the three as dots on one axis.
 * @fires structure-choose - detail: StructureChoice
 */
@customElement('dl-three-ways')
export class DlThreeWays extends DlElement {
  @property({ attribute: false }) result: CaseResult | null = null;
  @property({ attribute: false }) chosen: StructureChoice | null = null;
  /** A label map alone has no masks to compare with, and nothing can be said of a rule. */
  @property({ type: Boolean }) masks = true;

  static override styles = [baseStyles, threeWaysStyles];

  protected override render() {
    const { result } = this;
    if (!result) return nothing;
    const rows = threeWays(result);
    const scores = rows.flatMap(({ region, raw, label }) => [region, raw, label]);
    const from = axisFrom(scores.flatMap((score) => (score ? [score.dice] : [])));
    const ticks = Array.from({ length: Math.round((1 - from) * 10) + 1 }, (_, i) => (from * 10 + i) / 10);
    const shown = ticks.length > 6 ? ticks.filter((_, i) => (ticks.length - 1 - i) % 2 === 0) : ticks;
    return html`<h2>${this.say(this.masks ? text.title : text.twoWays)}</h2>
      <div class="head">
        <span>${this.say(text.structure)}</span>
        <span>${this.masks ? this.say(text.raw) : nothing}</span><span></span>
        <span>${this.say(this.masks ? text.rule : text.region)}</span><span></span>
        <span>${this.say(text.label)}</span>
      </div>
      ${rows.map((row) => this.#row(row, from, shown))}
      <div class="foot" aria-hidden="true">
        <span class="axis">
          ${shown.map((tick) => html`<span .style=${`left: ${place(tick, from)}%`}>${tick}</span>`)}
        </span>
      </div>
      ${this.masks ? html`<p>${sayPatternCost(result, spoken())}</p>` : nothing}`;
  }

  #row({ region, raw, label, ruleStep, labelStep }: ThreeWays, from: number, ticks: readonly number[]) {
    return html`<div class="row">
      <span class="chips" title=${[region?.name, label?.name].filter(Boolean).join(', ')}>
        ${region ? structureChip(region.structure, region.labels) : nothing}
        ${label ? structureChip(label.structure, label.labels) : nothing}
      </span>
      ${this.#score(raw, true)} ${this.#step(ruleStep)} ${this.#score(region, false)} ${this.#step(labelStep)}
      ${this.#score(label, false)} ${this.#dots({ raw, region, label }, from, ticks)}
    </div>`;
  }

  #score(score: StructureScore | null, raw: boolean) {
    if (!score) return html`<span></span>`;
    const { name, dice, tp, fp, fn, structure } = score;
    const absent = Number.isNaN(dice);
    const isSame =
      this.chosen !== null &&
      this.chosen.raw === raw &&
      JSON.stringify(this.chosen.structure) === JSON.stringify(structure);
    const title = absent
      ? this.say(text.absentTitle)
      : this.say(text.show, { name, dice: formatScore(dice, 4), tp, fp, fn });
    return html`<button
      class="number"
      title=${title}
      aria-label=${title}
      aria-pressed=${isSame ? 'true' : 'false'}
      @click=${() => this.dispatchEvent(elementEvent<StructureChoice>('structure-choose', { structure, raw }))}
    >
      ${absent ? this.say(text.absent) : formatScore(dice)}
    </button>`;
  }

  #step(step: number | null) {
    return html`<span class="step"
      >${step === null || Number.isNaN(step) ? '' : formatDifference(step)}</span
    >`;
  }

  #dots(
    { raw, region, label }: Pick<ThreeWays, 'raw' | 'region' | 'label'>,
    from: number,
    ticks: readonly number[],
  ) {
    const known = [raw, region, label].flatMap((score) =>
      score && !Number.isNaN(score.dice) ? [score.dice] : [],
    );
    if (known.length === 0) return nothing;
    const [low, high] = [Math.min(...known), Math.max(...known)];
    const dot = (score: StructureScore | null, kind: string) =>
      score && !Number.isNaN(score.dice)
        ? html`<i
            class=${kind}
            .style=${`left: ${place(score.dice, from)}%; --dot: ${kind === 'label' ? labelColour(score.labels[0]) : ''}`}
          ></i>`
        : nothing;
    return html`<div class="dots" aria-hidden="true">
      ${ticks.map((tick) => html`<u .style=${`left: ${place(tick, from)}%`}></u>`)}
      <b .style=${`left: ${place(low, from)}%; width: ${place(high, from) - place(low, from)}%`}></b>
      ${dot(raw, 'raw')} ${dot(region, 'rule')} ${dot(label, 'label')}
    </div>`;
  }
}

/** Percent of the axis. */
function place(dice: number, from: number): number {
  return ((dice - from) / (1 - from)) * 100;
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-three-ways': DlThreeWays;
  }
}
