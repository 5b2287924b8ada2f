import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { SampledCase } from '../../core/pseudo-dice/patch-locations.ts';
import { NNUNET_SAMPLING, type SamplerSettings } from '../../core/pseudo-dice/patch-settings.ts';
import { planCache } from '../../core/pseudo-dice/sampling-cache.ts';
import { planSampling, type ExpectedDraws } from '../../core/pseudo-dice/sampling-planner.ts';
import { planSteps, scaleOfSteps, stepsPerPass, stepsToSee } from '../../core/pseudo-dice/sampling-steps.ts';
import { samplingPlannerWords as text } from '../../core/messages/sampling-planner-page.ts';
import { integer } from '../../core/messages/sentence.ts';
import { formatShare } from '../../core/text/format.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement } from '../controls/dl-element.ts';
import { elementEvent } from '../case/selection-event.ts';
import './dl-sampling-planner-curves.ts';
import { samplingPlannerStyles } from './sampling-planner-styles.ts';

const GB = 1e9;
const FLOAT_BYTES = 4;
const MOST_STEPS = 2000;
const CURVE_POINTS = 120;
/** Cases with a row of their own where they are not all drawn alike. */
const SHOWN_CASES = 6;

/** What is planned; everything else is as in the settings. */
export interface SamplingWish {
  /** Cases of the whole data set; null is as many as are at hand. */
  readonly cases: number | null;
  readonly iterations: number;
  readonly epochs: number;
  readonly batch: number | null;
  readonly oversampling: number | null;
  readonly channels: number;
  readonly cacheGb: number;
}

/** A training of nnU-Net: 250 steps an epoch, 1000 epochs. */
export const NNUNET_WISH: SamplingWish = {
  cases: null,
  iterations: 250,
  epochs: 1000,
  batch: null,
  oversampling: null,
  channels: 1,
  cacheGb: 32,
};

/**
 * Plans how a training draws its patches: expected draws of every case and structure, what an epoch misses, memory of
 * a batch, size of the data set and what a cache serves; with curves over the steps of an epoch.
 * @fires sampling-wish-change - detail: SamplingWish
 */
@customElement('dl-sampling-planner')
export class DlSamplingPlanner extends DlElement {
  @property({ attribute: false }) cases: readonly SampledCase[] = [];
  @property({ attribute: false }) structures: readonly { readonly key: string; readonly name: string }[] = [];
  @property({ attribute: false }) settings: SamplerSettings = NNUNET_SAMPLING;
  @property({ attribute: false }) wish: SamplingWish = NNUNET_WISH;

  static override styles = [baseStyles, samplingPlannerStyles];

  protected override render() {
    const { cases, wish } = this;
    if (cases.length === 0) return html`<p>${this.say(text.none)}</p>`;
    const count = wish.cases ?? cases.length;
    const settings = {
      ...this.settings,
      iterations: wish.iterations,
      epochs: wish.epochs,
      batch: wish.batch ?? this.settings.batch,
      oversampling: wish.oversampling ?? this.settings.oversampling,
    };
    return html`${this.#form(count, settings)}
      <p>${this.#finding(count, settings)}</p>
      <div class="parts">
        <div>${this.#draws(count, settings)}</div>
        <div>${this.#curves(count, settings)} ${this.#memory(count, settings)}</div>
      </div>`;
  }

  #form(count: number, { batch, oversampling, iterations, epochs }: SamplerSettings) {
    const { channels, cacheGb } = this.wish;
    const least = this.cases.length;
    return html`<div class="form">
      ${this.#number(this.say(text.cases), count, [least, 100_000, 1], (cases) => ({ cases }))}
      ${this.#number(this.say(text.batch), batch, [1, 1000, 1], (value) => ({ batch: value }))}
      <label
        >${this.say(text.steps)}
        <span class="pair">
          <input
            type="range"
            min="0"
            max="100"
            .value=${String(Math.round((Math.log(iterations) / Math.log(MOST_STEPS)) * 100))}
            aria-valuetext=${integer(iterations)}
            @input=${(event: Event) => this.#slide(event)}
          />
          <input
            type="number"
            min="1"
            max="10000"
            aria-label=${this.say(text.steps)}
            .value=${String(iterations)}
            @change=${(event: Event) => this.#type(event, iterations, [1, 10_000, 1], (value) => ({ iterations: value }))}
          />
        </span>
      </label>
      ${this.#number(this.say(text.epochs), epochs, [1, 10_000, 1], (value) => ({ epochs: value }))}
      ${this.#number(this.say(text.forced), oversampling, [0, 1, 0.01], (value) => ({ oversampling: value }))}
      ${this.#number(this.say(text.channels), channels, [1, 64, 1], (value) => ({ channels: value }))}
      ${this.#number(this.say(text.cache), cacheGb, [0, 10_000, 1], (value) => ({ cacheGb: value }))}
    </div>`;
  }

  #finding(count: number, settings: SamplerSettings) {
    const { batch, iterations } = settings;
    const [now] = planSteps(this.cases, settings, count, [iterations]);
    return this.say(text.finding, {
      cases: count,
      steps: iterations,
      views: countText(now.viewsPerCase),
      missed: formatShare(1 - now.casesSeen),
      pass: stepsPerPass(count, batch),
      sure: stepsToSee(count, batch, 0.99),
    });
  }

  #draws(count: number, settings: SamplerSettings) {
    const { cases, structures } = this;
    const { perCase, forcedPerStructure } = planSampling(cases, settings, count);
    const isAlike = perCase.every(({ perEpoch }) => Math.abs(perEpoch - perCase[0].perEpoch) < 1e-9);
    const row = (name: string, draws: ExpectedDraws, title = name) =>
      html`<tr>
        <th scope="row" title=${title}>${name}</th>
        <td>${countText(draws.perEpoch)}</td>
        <td>${countText(draws.perTraining)}</td>
        <td>${formatShare(draws.missedInEpoch)}</td>
      </tr>`;
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${this.say(text.title)}>
        <table>
          <thead>
            <tr>
              <th scope="col">${this.say(text.seen)}</th>
              <th scope="col">${this.say(text.perEpoch)}</th>
              <th scope="col">${this.say(text.perTraining)}</th>
              <th scope="col">${this.say(text.missed)}</th>
            </tr>
          </thead>
          <tbody>
            ${
              isAlike
                ? row(this.say(text.eachCase), perCase[0])
                : perCase
                    .slice(0, SHOWN_CASES)
                    .map((draws, i) => row(this.say(text.caseLike, { name: cases[i].name }), draws))
            }
            ${forcedPerStructure.map((draws, s) => {
              const name = this.say(text.forcedOn, { name: structures[s]?.name ?? String(s + 1) });
              const has = cases.filter(({ voxels }) => voxels[s] > 0);
              const voxels = has.reduce((sum, one) => sum + one.voxels[s], 0);
              const facts = this.say(text.inCases, { cases: has.length, of: cases.length, voxels });
              return row(name, draws, `${name}: ${facts}`);
            })}
          </tbody>
        </table>
      </div>
      <p class="caption">${this.say(text.onTop)}</p>`;
  }

  #curves(count: number, settings: SamplerSettings) {
    const steps = scaleOfSteps(Math.max(MOST_STEPS, settings.iterations), CURVE_POINTS);
    const [now] = planSteps(this.cases, settings, count, [settings.iterations]);
    const missable = now.missed.map((chance, at) => ({ chance, at })).filter(({ chance }) => chance < 1);
    const rarest = missable.length > 0 ? missable.reduce((a, b) => (b.chance > a.chance ? b : a)) : null;
    return html`<dl-sampling-planner-curves
      .points=${planSteps(this.cases, settings, count, steps)}
      .now=${now}
      .rarest=${rarest && { at: rarest.at, name: this.structures[rarest.at]?.name ?? String(rarest.at + 1) }}
      .cases=${count}
    ></dl-sampling-planner-curves>`;
  }

  #memory(count: number, settings: SamplerSettings) {
    const { cases, wish } = this;
    const { batchVoxels, wholeBatchVoxels } = planSampling(cases, settings, count);
    const cache = planCache(
      cases.map(({ size }) => size),
      wish.channels,
      wish.cacheGb * GB,
      count,
    );
    const bytes = FLOAT_BYTES * wish.channels;
    return html`<p>
        ${this.say(text.memory, {
          patches: batchVoxels,
          whole: Math.round(wholeBatchVoxels),
          share: wholeBatchVoxels > 0 ? formatShare(batchVoxels / wholeBatchVoxels) : '–',
          bytes: batchVoxels * bytes,
          wholeBytes: wholeBatchVoxels * bytes,
        })}
      </p>
      <p>
        ${this.say(text.data, {
          bytes: cache.dataBytes,
          cache: wish.cacheGb * GB,
          fits: formatShare(cache.cached),
          cached: cache.cachedCases,
          cases: count,
          served: formatShare(cache.servedDraws),
        })}
      </p>`;
  }

  #number(
    name: string,
    value: number,
    range: readonly [min: number, max: number, step: number],
    change: (value: number) => Partial<SamplingWish>,
  ) {
    const [min, max, step] = range;
    return html`<label
      >${name}<input
        type="number"
        min=${min}
        max=${max}
        step=${step}
        .value=${String(value)}
        @change=${(event: Event) => this.#type(event, value, range, change)}
    /></label>`;
  }

  /** What is typed, within its range; what is no number leaves the value as it was. */
  #type(
    event: Event,
    before: number,
    [min, max, step]: readonly [min: number, max: number, step: number],
    change: (value: number) => Partial<SamplingWish>,
  ): void {
    const input = event.target as HTMLInputElement;
    const typed = step === 1 ? Math.round(input.valueAsNumber) : input.valueAsNumber;
    const value = Number.isFinite(typed) ? Math.min(max, Math.max(min, typed)) : before;
    input.value = String(value);
    this.#change(change(value));
  }

  #slide(event: Event): void {
    const place = (event.target as HTMLInputElement).valueAsNumber / 100;
    this.#change({ iterations: Math.max(1, Math.round(MOST_STEPS ** place)) });
  }

  #change(fields: Partial<SamplingWish>): void {
    this.wish = { ...this.wish, ...fields };
    this.dispatchEvent(elementEvent<SamplingWish>('sampling-wish-change', this.wish));
  }
}

/** An expected number of draws: whole from 100 on, three digits below. */
function countText(count: number): string {
  if (count >= 100) return integer(count);
  return count === 0 ? '0' : String(Number(count.toPrecision(3)));
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-sampling-planner': DlSamplingPlanner;
  }
}
