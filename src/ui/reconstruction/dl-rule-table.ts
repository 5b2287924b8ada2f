import { html, nothing, svg, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { formatScore } from '../../core/text/format.ts';
import { nameOf, type LabelScheme } from '../../core/labels/label-scheme.ts';
import { ruleWords } from '../../core/messages/reconstruction-page.ts';
import type { Rule } from '../../core/reconstruction/rule.ts';
import { CURVE_THRESHOLDS, type ThresholdCurves } from '../../core/reconstruction/threshold-curves.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement } from '../controls/dl-element.ts';
import '../controls/dl-icon.ts';
import '../labels/dl-label-chip.ts';
import '../labels/dl-region-chip.ts';
import './dl-threshold-curve.ts';
import { labelColour } from '../labels/label-colour.ts';
import { followRowDrag, moved } from './row-drag.ts';
import { ruleTableStyles } from './rule-table-styles.ts';
import { elementEvent } from '../case/selection-event.ts';

/** Another rule; changes of one gesture (one drag) carry the same word, '' stands alone. */
export interface RuleEdit {
  readonly rule: Rule;
  readonly gesture: string;
}

const MANY = 4;
/** Dice at the lower edge of the curves, where all of them reach so high; else 0. */
const EDGE = 0.4;

/**
 * The rule, a row a region in the order of writing: handle, label written, Dice over the threshold, threshold.
 * @fires rule-change - detail: RuleEdit
 * @fires rule-settle - a drag or a slider was let go
 */
@customElement('dl-rule-table')
export class DlRuleTable extends DlElement {
  @property({ attribute: false }) rule: Rule | null = null;
  @property({ attribute: false }) scheme: LabelScheme | null = null;
  @property({ attribute: false }) curves: ThresholdCurves | null = null;
  /** The curves are of the rule before; those of this one follow. */
  @property({ type: Boolean, reflect: true }) stale = false;
  /** All thresholds move as one. */
  @property({ type: Boolean }) together = false;
  /** Masks have none. */
  @property({ type: Boolean }) thresholds = true;
  /** Many regions: low rows. */
  @property({ type: Boolean, reflect: true }) many = false;
  @state() private grabbed = -1;
  @state() private told = '';

  /** Moving a row takes the focus from what is in it. */
  #focused: HTMLElement | null = null;

  static override styles = [baseStyles, ruleTableStyles];

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('rule')) return;
    this.#focused?.focus();
    this.#focused = null;
  }

  protected override willUpdate(): void {
    this.many = (this.rule?.sequence.length ?? 0) > MANY;
  }

  protected override render() {
    const { rule, scheme } = this;
    if (!rule || !scheme) return nothing;
    const ordered = rule.kind !== 'argmax';
    return html`<div class="head">
        <span>
          ${
            ordered
              ? html`${this.say(ruleWords.order)} <kbd>Alt</kbd> <kbd>↑</kbd> <kbd>↓</kbd>`
              : this.say(ruleWords.noOrder)
          }
        </span>
        <span>${this.say(ruleWords.writes)}</span>
        <span>
          ${
            this.thresholds
              ? html`${this.say(this.together ? ruleWords.curvesTogether : ruleWords.curves)}:
                  <b>${this.say(ruleWords.ofRegion)}</b>, ${this.say(ruleWords.ofLabel)}`
              : nothing
          }
        </span>
        <span class="end">${this.thresholds ? this.say(ruleWords.threshold) : nothing}</span>
        <span class="end">${this.thresholds ? this.say(ruleWords.best) : nothing}</span>
      </div>
      <div role="list">
        ${repeat(
          rule.sequence,
          (region) => region,
          (region, place) => this.#row(rule, scheme, region, place),
        )}
      </div>
      <span class="off-screen" role="status">${this.told}</span>`;
  }

  #row(rule: Rule, scheme: LabelScheme, region: number, place: number) {
    const { name, labels } = scheme.regions[region];
    const ordered = rule.kind !== 'argmax';
    const facts = { name, at: place + 1, of: rule.sequence.length };
    const title = this.say(ruleWords.move, facts);
    return html`<div
      class="row"
      role="listitem"
      data-region=${region}
      aria-grabbed=${this.grabbed === region ? 'true' : nothing}
      @keydown=${(event: KeyboardEvent) => this.#keydown(event, region, place)}
    >
      <button
        class="handle"
        title=${title}
        aria-label=${title}
        ?disabled=${!ordered}
        @pointerdown=${(event: PointerEvent) => this.#drag(event, region)}
      >
        ${HANDLE}
      </button>
      <span class="place">${ordered ? place + 1 : ''}</span>
      <span class="region" title=${name}>
        <dl-region-chip .labels=${labels}></dl-region-chip><span class="cut">${name}</span>
      </span>
      ${this.#writes(rule, scheme, region)}
      ${
        this.thresholds
          ? this.#threshold(rule, scheme, region)
          : html`<span class="note">${place === 0 ? this.say(ruleWords.masksOnly) : nothing}</span>`
      }
    </div>`;
  }

  #writes(rule: Rule, scheme: LabelScheme, region: number) {
    if (rule.kind === 'argmax' && rule.argmax.writes === 'index') {
      return html`<span class="writes fixed"><dl-label-chip .label=${region + 1}></dl-label-chip></span>`;
    }
    const own = rule.writes[region];
    const values = new Set([...scheme.labels.map(({ value }) => value), ...rule.writes]);
    for (const { labels, writes } of scheme.regions)
      for (const value of [...labels, writes]) values.add(value);
    return html`<span class="writes">
      <dl-label-chip .label=${own}></dl-label-chip><dl-icon name="chevron-down"></dl-icon>
      <select
        aria-label=${this.say(ruleWords.labelOf, { name: scheme.regions[region].name })}
        @change=${(event: Event) => {
          const label = Number((event.target as HTMLSelectElement).value);
          this.#edit({ ...rule, writes: rule.writes.map((old, i) => (i === region ? label : old)) });
        }}
      >
        ${[...values]
          .sort((a, b) => a - b)
          .map(
            (value) =>
              html`<option value=${value} .selected=${value === own}>
                ${value} ${nameOf(scheme, value)}
              </option>`,
          )}
      </select>
    </span>`;
  }

  #threshold(rule: Rule, scheme: LabelScheme, region: number) {
    const { name } = scheme.regions[region];
    const threshold = rule.thresholds[region];
    const written =
      rule.kind === 'argmax' && rule.argmax.writes === 'index' ? region + 1 : rule.writes[region];
    const move = this.together ? this.curves?.all : this.curves?.each[region];
    const curve = move?.regions[region];
    const label = move?.labels.find((entry) => entry.label === written);
    const disabled = rule.kind === 'argmax' && !rule.argmax.thresholded;
    const { from, ticks } = this.#axis();
    const best = curve && curve.best >= 0 ? CURVE_THRESHOLDS[curve.best] : null;
    const dice = curve && best !== null ? formatScore(curve.dice[curve.best]) : '';
    const set = (value: number, gesture = '') => this.#setThreshold(rule, region, value, gesture);
    return html`<dl-threshold-curve
        .region=${curve?.dice ?? []}
        .label=${label?.dice ?? []}
        .colour=${labelColour(written)}
        .threshold=${threshold}
        .best=${disabled ? -1 : (curve?.best ?? -1)}
        .from=${from}
        .ticks=${ticks}
        .name=${this.say(ruleWords.sliderOf, { name })}
        .description=${this.say(ruleWords.curveOf, { name, label: written })}
        ?disabled=${disabled}
        @threshold-input=${({ detail }: CustomEvent<number>) => set(detail, `slider ${region}`)}
        @threshold-end=${() => this.dispatchEvent(elementEvent('rule-settle'))}
      ></dl-threshold-curve>
      <span class="threshold">
        ${rule.comparison === '>' ? '>' : '≥'}
        <input
          type="number"
          min="0"
          max="1"
          step="0.01"
          aria-label=${this.say(ruleWords.thresholdOf, { name })}
          ?disabled=${disabled}
          .value=${formatThreshold(threshold)}
          @change=${(event: Event) => {
            const input = event.target as HTMLInputElement;
            const value = Number(input.value);
            if (input.value !== '' && value >= 0 && value <= 1) set(value);
            else input.value = formatThreshold(threshold);
          }}
        />
      </span>
      ${
        best === null || disabled
          ? html`<span></span>`
          : html`<button
              class="best"
              title=${this.say(ruleWords.takeBest, { name, threshold: formatThreshold(best), dice })}
              aria-label=${this.say(ruleWords.takeBest, { name, threshold: formatThreshold(best), dice })}
              @click=${() => set(best)}
            >
              ${formatThreshold(best)}<small>${dice}</small>
            </button>`
      }`;
  }

  /** One axis for all rows, so that curves can be compared. */
  #axis(): { from: number; ticks: readonly number[] } {
    const drawn = this.curves?.each.flatMap(({ regions, labels }, i) => [
      regions[i],
      ...labels.filter(({ label }) => label === this.rule?.writes[i]),
    ]);
    const bests = drawn?.map(({ dice, best }) => dice[best] ?? Number.NaN);
    const isHigh = !bests?.some((best) => best < EDGE + 0.15);
    return isHigh ? { from: EDGE, ticks: [0.5, 0.75] } : { from: 0, ticks: [0.25, 0.5, 0.75] };
  }

  #setThreshold(rule: Rule, region: number, value: number, gesture: string): void {
    const thresholds = rule.thresholds.map((old, i) => (this.together || i === region ? value : old));
    this.#edit({ ...rule, thresholds }, gesture);
  }

  #keydown(event: KeyboardEvent, region: number, place: number): void {
    const step = event.altKey ? { ArrowUp: -1, ArrowDown: 1 }[event.key] : undefined;
    if (!step || this.rule?.kind === 'argmax') return;
    event.preventDefault();
    this.#move(region, place + step);
    this.#focused = event.composedPath()[0] as HTMLElement;
  }

  #drag(event: PointerEvent, region: number): void {
    if (event.button !== 0) return;
    this.grabbed = region;
    const gesture = `drag ${region} ${event.timeStamp}`;
    followRowDrag(() => [...this.renderRoot.querySelectorAll<HTMLElement>('.row')], {
      onPlace: (place) => this.#move(region, place, gesture),
      onEnd: () => {
        this.grabbed = -1;
        this.dispatchEvent(elementEvent('rule-settle'));
      },
    });
  }

  #move(region: number, place: number, gesture = ''): void {
    const { rule, scheme } = this;
    if (!rule || !scheme) return;
    const from = rule.sequence.indexOf(region);
    if (place === from || place < 0 || place >= rule.sequence.length) return;
    const facts = { name: scheme.regions[region].name, at: place + 1, of: rule.sequence.length };
    this.told = this.say(ruleWords.moved1, facts);
    this.#edit({ ...rule, sequence: moved(rule.sequence, from, place) }, gesture);
  }

  #edit(rule: Rule, gesture = ''): void {
    this.dispatchEvent(elementEvent<RuleEdit>('rule-change', { rule, gesture }));
  }
}

const HANDLE = svg`<svg viewBox="0 0 8 14" aria-hidden="true">
  ${[2, 7, 12].map((y) => svg`<circle cx="2" cy=${y} r="1.2" /><circle cx="6" cy=${y} r="1.2" />`)}
</svg>`;

/** Two decimals, or as many as were typed. */
function formatThreshold(threshold: number): string {
  const text = threshold.toFixed(2);
  return Number(text) === threshold ? text : `${threshold}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-rule-table': DlRuleTable;
  }
}
