import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { App } from '../../app/app.ts';
import { changeRuns } from '../../app/runs/runs-view.ts';
import type { RunsState } from '../../app/runs/runs-state.ts';
import { MEDIAN_WINDOW } from '../../core/charts/chart-loss.ts';
import type { ChartSpec } from '../../core/charts/chart-spec.ts';
import { EPOCH_AXES, type EpochAxis } from '../../core/runs/epoch-axis.ts';
import { chartWords } from '../../core/messages/run-charts.ts';
import { runsPageWords as words } from '../../core/messages/runs-page.ts';
import { baseStyles } from '../../ui/controls/base-styles.ts';
import { DlElement } from '../../ui/controls/dl-element.ts';
import '../../ui/controls/dl-segmented.ts';

/** The line above a chart: its title, what is drawn, and its switches. */
@customElement('runs-chart-head')
export class RunsChartHead extends DlElement {
  @property({ attribute: false }) app!: App;
  @property({ attribute: false }) runs!: RunsState;
  @property({ attribute: false }) spec!: ChartSpec;

  static override styles = [
    baseStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 2px 14px;
        min-height: 24px;
        color: var(--text-3);
        font: 400 var(--t-caption) var(--font);
      }
      h2 {
        color: var(--text);
      }
      .key {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        white-space: nowrap;
      }
      .swatch {
        width: 16px;
        height: 2px;
      }
      .dots {
        width: 12px;
        height: 3px;
        background: radial-gradient(circle, var(--ema) 1.4px, transparent 1.6px) 0 0 / 4px 3px;
      }
      .switches {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 2px var(--s3);
        margin-left: auto;
      }
      .after {
        width: 116px;
      }
      label {
        display: inline-flex;
        align-items: center;
        gap: 4px;
        white-space: nowrap;
        cursor: pointer;
      }
      input {
        margin: 0;
        accent-color: var(--text-2);
      }
    `,
  ];

  protected override render() {
    const { spec } = this;
    return html`<h2>${spec.title}</h2>
      ${spec.id === 'dice' ? this.#dice() : nothing} ${spec.id === 'loss' ? this.#loss() : nothing}
      ${spec.id === 'rate' ? html`<span class="switches">${this.#axes()}<span class="after"></span></span>` : nothing}`;
  }

  #dice() {
    const { runs, spec } = this;
    const others = runs.list.filter(({ id }) => id !== runs.chosen && !runs.hidden.has(id));
    const hasEnds = spec.ends.some(({ symbol }) => symbol !== 'none');
    const key = (swatch: unknown, text: string) => html`<span class="key">${swatch}${text}</span>`;
    const line = (colour: string) => html`<i class="swatch" .style=${`background: var(--${colour})`}></i>`;
    return html`${
        runs.isPerClass
          ? nothing
          : html`${key(html`<i class="dots"></i>`, this.say(chartWords.dots))}
            ${key(line('ema'), this.say(chartWords.ema))}
            ${
              others.length === 1
                ? key(line('text-3'), this.say(chartWords.emaOf, { name: others[0].name }))
                : nothing
            }`
      }
      <span class="switches">
        <dl-segmented
          small
          label=${this.say(words.curves)}
          .value=${runs.isPerClass ? 'each' : 'mean'}
          .segments=${[
            { value: 'mean', text: this.say(words.mean) },
            { value: 'each', text: this.say(words.eachClass) },
          ]}
          @value-change=${({ detail }: CustomEvent<string>) =>
            changeRuns(this.app, { isPerClass: detail === 'each' })}
        ></dl-segmented>
        <span class="after">${hasEnds ? this.say(chartWords.afterTraining) : nothing}</span>
      </span>`;
  }

  #axes() {
    const text = {
      epoch: { text: this.say(words.axisEpoch), title: '' },
      hours: { text: this.say(words.axisHours), title: '' },
      schedule: { text: this.say(words.axisSchedule), title: this.say(words.axisScheduleTitle) },
      clock: { text: this.say(words.axisClock), title: this.say(words.axisClockTitle) },
    };
    return html`<dl-segmented
      small
      label=${this.say(words.axis)}
      title=${this.say(words.zoomHint)}
      .value=${this.runs.axis}
      .segments=${EPOCH_AXES.map((value) => ({ value, ...text[value] }))}
      @value-change=${({ detail }: CustomEvent<string>) =>
        changeRuns(this.app, { axis: detail as EpochAxis, range: null })}
    ></dl-segmented>`;
  }

  #loss() {
    const { isLogLoss, isWhole } = this.runs;
    return html`<span>${this.say(chartWords.lossNote, { window: MEDIAN_WINDOW })}</span>
      ${isLogLoss ? html`<span>${this.say(chartWords.logNote)}</span>` : nothing}
      <span class="switches">
        ${this.#check(words.whole, isWhole, (isWhole) => ({ isWhole }), words.wholeTitle)}
        ${this.#check(words.logScale, isLogLoss, (isLogLoss) => ({ isLogLoss }))}
        <span class="after"></span>
      </span>`;
  }

  #check(
    name: typeof words.whole,
    isOn: boolean,
    change: (isOn: boolean) => Partial<RunsState>,
    title?: typeof words.whole,
  ) {
    return html`<label title=${title ? this.say(title) : nothing}
      ><input
        type="checkbox"
        .checked=${isOn}
        @change=${(event: Event) => changeRuns(this.app, change((event.target as HTMLInputElement).checked))}
      />${this.say(name)}</label
    >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'runs-chart-head': RunsChartHead;
  }
}
