import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { plannerWords, runsPageWords } from '../../core/messages/runs-page.ts';
import {
  NNUNET_SCHEDULE,
  planTrainings,
  ratesOf,
  SAVE_EVERY,
  type Schedule,
} from '../../core/runs/schedule.ts';
import { thinCurve } from '../../core/charts/thin-curve.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement } from '../controls/dl-element.ts';
import '../controls/dl-segmented.ts';
import { elementEvent } from '../case/selection-event.ts';

const LENGTHS = [250, 500, 1000, 2000];
const MAX_EPOCHS = 10_000;
/** So many checkpoint times are written out. */
const MAX_TIMES = 4;

/**
 * Plans a training: number of epochs, kind of schedule, exponent, warm-up; what it costs at the measured time.
 * @fires plan-change - detail: the schedule
 */
@customElement('dl-run-planner')
export class DlRunPlanner extends DlElement {
  @property({ attribute: false }) schedule: Schedule = NNUNET_SCHEDULE;
  /** Measured seconds per epoch; null where none are known. */
  @property({ attribute: false }) epochS: number | null = null;

  static override styles = [
    baseStyles,
    css`
      .form {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s2) var(--s4);
        align-items: end;
      }
      label {
        display: grid;
        gap: 2px;
        color: var(--text-3);
        font: 400 var(--t-caption) var(--font);
      }
      input {
        width: 84px;
        height: 28px;
        padding: 0 var(--s2);
        border: 1px solid var(--control);
        border-radius: var(--r1);
        background: var(--bg);
        color: var(--text);
        font: 400 var(--t-table) var(--font);
      }
      p {
        margin-top: var(--s2);
        color: var(--text-2);
      }
      svg {
        display: block;
        width: 100%;
        height: 56px;
        margin-top: var(--s3);
        overflow: visible;
      }
      path {
        fill: none;
        stroke: var(--text);
        stroke-width: 1.4;
        vector-effect: non-scaling-stroke;
      }
      .usual {
        stroke: var(--text-3);
        stroke-dasharray: 3 3;
      }
      table {
        width: 100%;
        margin-top: var(--s2);
        border-collapse: collapse;
      }
      caption {
        color: var(--text-3);
        font: 400 var(--t-caption) var(--font);
        text-align: left;
      }
      th,
      td {
        height: 24px;
        border-bottom: 1px solid var(--line);
        font-weight: 400;
        text-align: right;
      }
      th {
        color: var(--text-3);
      }
    `,
  ];

  protected override render() {
    const { schedule, epochS } = this;
    const { epochs, kind, exponent, warmUp } = schedule;
    const number = (
      name: string,
      value: number,
      range: { min: number; max: number; step: number },
      change: (value: number) => Partial<Schedule>,
    ) =>
      html`<label
        >${name}<input
          type="number"
          .value=${String(value)}
          min=${range.min}
          max=${range.max}
          step=${range.step}
          @change=${(event: Event) => {
            const typed = (event.target as HTMLInputElement).valueAsNumber;
            const valid = Math.min(range.max, Math.max(range.min, typed));
            this.#change(change(Number.isFinite(valid) ? valid : value));
          }}
      /></label>`;
    return html`<div class="form">
        ${number(this.say(plannerWords.epochs), epochs, { min: 1, max: MAX_EPOCHS, step: 1 }, (value) => ({
          epochs: Math.round(value),
          warmUp: Math.min(warmUp, Math.round(value) - 1),
        }))}
        <dl-segmented
          label=${this.say(plannerWords.kind)}
          .value=${kind}
          .segments=${[
            { value: 'polynomial', text: this.say(plannerWords.polynomial) },
            { value: 'cosine', text: this.say(plannerWords.cosine) },
          ]}
          @value-change=${({ detail }: CustomEvent<string>) =>
            this.#change({ kind: detail === 'cosine' ? 'cosine' : 'polynomial' })}
        ></dl-segmented>
        ${
          kind === 'polynomial'
            ? number(this.say(plannerWords.exponent), exponent, { min: 0.1, max: 5, step: 0.1 }, (value) => ({
                exponent: value,
              }))
            : nothing
        }
        ${number(
          this.say(plannerWords.warmUp),
          warmUp,
          { min: 0, max: Math.max(0, epochs - 1), step: 1 },
          (value) => ({ warmUp: Math.round(value) }),
        )}
      </div>
      ${this.#curve()} ${this.#cost()} ${epochS === null ? nothing : this.#lengths(epochS)}`;
  }

  #curve() {
    const longest = Math.max(this.schedule.epochs, NNUNET_SCHEDULE.epochs);
    const highest = Math.max(this.schedule.initialRate, NNUNET_SCHEDULE.initialRate);
    const pathOf = (schedule: Schedule) => {
      const rates = [...ratesOf(schedule), 0];
      return thinCurve(
        rates.map((_, epoch) => epoch),
        rates,
        300,
      )
        .map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${(x / longest) * 300} ${50 - (y / highest) * 48}`)
        .join('');
    };
    return html`<svg
      viewBox="0 0 300 52"
      preserveAspectRatio="none"
      role="img"
      aria-label=${this.say(plannerWords.picture)}
    >
      <path class="usual" d=${pathOf(NNUNET_SCHEDULE)} />
      <path d=${pathOf(this.schedule)} />
    </svg>`;
  }

  #cost() {
    const { schedule, epochS } = this;
    const [plan] = planTrainings([schedule.epochs], epochS ?? 0, schedule);
    const facts = { epochs: schedule.epochs, lastRate: plan.lastRate.toPrecision(2) };
    if (epochS === null) return html`<p>${this.say(plannerWords.noTime, facts)}</p>`;
    const hours = (value: number) => this.say(runsPageWords.hours, { hours: value });
    const times = plan.checkpointHours;
    const cost = { ...facts, hours: hours(plan.hours), epochS: epochS.toFixed(1) };
    const checkpoints = {
      every: SAVE_EVERY,
      hours: times.slice(0, MAX_TIMES).map(hours),
      count: times.length,
    };
    return html`<p>${this.say(plannerWords.cost, cost)}</p>
      ${times.length > 0 ? html`<p class="caption">${this.say(plannerWords.checkpoints, checkpoints)}</p>` : nothing}`;
  }

  #lengths(epochS: number) {
    const plans = planTrainings(LENGTHS, epochS, this.schedule);
    return html`<table>
      <caption>
        ${this.say(plannerWords.lengths)}
      </caption>
      <thead>
        <tr>
          <th scope="col">${this.say(runsPageWords.epochs)}</th>
          ${plans.map(({ epochs }) => html`<th scope="col">${epochs}</th>`)}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">${this.say(runsPageWords.hoursHead)}</th>
          ${plans.map(({ hours }) => html`<td>${hours.toFixed(1)}</td>`)}
        </tr>
      </tbody>
    </table>`;
  }

  #change(fields: Partial<Schedule>): void {
    this.dispatchEvent(elementEvent<Schedule>('plan-change', { ...this.schedule, ...fields }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-run-planner': DlRunPlanner;
  }
}
