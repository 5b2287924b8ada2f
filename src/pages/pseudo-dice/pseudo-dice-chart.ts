import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { App } from '../../app/app.ts';
import { chartOf } from '../../app/pseudo-dice/pseudo-dice-chart.ts';
import type { PseudoDiceState, ShownSimulation } from '../../app/pseudo-dice/pseudo-dice-state.ts';
import {
  changePseudoDice,
  chooseEpoch,
  hoverEpoch,
  markedEpoch,
} from '../../app/pseudo-dice/pseudo-dice-view.ts';
import type { Range } from '../../core/charts/chart-range.ts';
import { pseudoDicePageWords as words } from '../../core/messages/pseudo-dice-page.ts';
import { forcedShare } from '../../core/pseudo-dice/patch-forced.ts';
import { spreadOf } from '../../core/pseudo-dice/pseudo-dice.ts';
import { formatScore } from '../../core/text/format.ts';
import { baseStyles } from '../../ui/controls/base-styles.ts';
import { DlElement, spoken } from '../../ui/controls/dl-element.ts';
import '../../ui/controls/dl-segmented.ts';
import '../../ui/runs/dl-run-chart.ts';
import { pseudoDiceChartStyles } from './pseudo-dice-chart-styles.ts';

/** The simulated epochs: what is drawn, other ways to draw in figures, the epoch read out, the chart. */
@customElement('pseudo-dice-chart')
export class PseudoDiceChart extends DlElement {
  @property({ attribute: false }) app!: App;
  @property({ attribute: false }) pseudo!: PseudoDiceState;
  @property() theme = 'dark';

  static override styles = [baseStyles, pseudoDiceChartStyles];

  protected override render() {
    const { pseudo } = this;
    const { shown } = pseudo;
    const spec = chartOf(pseudo, spoken());
    if (!shown || !spec) return nothing;
    const { epochs } = shown.result;
    const epochAt = (place: number) => Math.min(epochs.length - 1, Math.max(0, Math.round(place)));
    return html`${this.#head(pseudo, shown)} <slot name="status">${this.#ways(shown)}</slot>
      ${this.#readout(shown)}
      <dl-run-chart
        axis
        .spec=${spec}
        .theme=${this.theme}
        .positions=${positionsOf(epochs.length)}
        .whole=${[0, Math.max(1, epochs.length)]}
        .marked=${markedEpoch(pseudo)}
        @place-hover=${({ detail }: CustomEvent<number | null>) =>
          hoverEpoch(this.app, detail === null ? null : epochAt(detail))}
        @place-choose=${({ detail }: CustomEvent<number>) => chooseEpoch(this.app, epochAt(detail))}
        @range-choose=${({ detail }: CustomEvent<Range | null>) =>
          changePseudoDice(this.app, { range: detail })}
      ></dl-run-chart>`;
  }

  #head({ isPerClass }: PseudoDiceState, shown: ShownSimulation) {
    const { settings, epochs } = shown.result;
    const nan = epochs.filter(({ dice }) => dice.some(Number.isNaN)).length;
    const line = (kind: string, text: string) => html`<span class="key"><i class=${kind}></i>${text}</span>`;
    return html`<div class="head">
      <h2>${this.say(words.title)}</h2>
      ${
        isPerClass
          ? nothing
          : html`${line('dots', this.say(words.dots))} ${line('ema', this.say(words.ema))}
            ${shown.comparison ? line('other', this.say(settings.order === 'case-first' ? words.emaTextbook : words.emaNnunet)) : nothing}
            ${line('band', this.say(words.band))}`
      }
      ${nan > 0 ? line('nan', this.say(words.nanNote, { epochs: nan })) : nothing}
      <dl-segmented
        small
        .label=${this.say(words.curves)}
        .value=${isPerClass ? 'each' : 'mean'}
        .segments=${[
          { value: 'mean', text: this.say(words.curvesMean) },
          { value: 'each', text: this.say(words.curvesEach) },
        ]}
        @value-change=${({ detail }: CustomEvent<string>) =>
          changePseudoDice(this.app, { isPerClass: detail === 'each' })}
      ></dl-segmented>
    </div> `;
  }

  /** The mean over the epochs, drawn as set and in other ways. */
  #ways({ result, comparison }: ShownSimulation) {
    const { settings, epochs } = result;
    const own = {
      text: this.#shareText(forcedShare(settings)),
      dice: spreadOf(epochs.map(({ mean }) => mean)).mean,
    };
    const other = (of: keyof NonNullable<typeof comparison>, text: string) => ({
      text,
      dice: comparison ? spreadOf(comparison[of].means).mean : null,
    });
    const isNnunet = settings.order === 'case-first';
    const ways = [
      other('noneForced', this.#shareText(0)),
      own,
      other('allForced', this.#shareText(1)),
      other('otherOrder', this.say(isNnunet ? words.textbook : words.nnunet)),
    ];
    return html`<div class="ways" title=${this.say(words.otherWays)}>
      ${ways.map(
        ({ text, dice }) => html`<span>${text}: <b>${dice === null ? '…' : formatScore(dice)}</b></span>`,
      )}
    </div>`;
  }

  #shareText(share: number): string {
    return this.say(words.forcedShare, { share });
  }

  #readout({ result }: ShownSimulation) {
    const marked = markedEpoch(this.pseudo);
    const epoch = result.epochs[marked];
    if (!epoch) return nothing;
    const value = (name: string, text: string) => html`<span>${name} <b>${text}</b></span>`;
    return html`<div class="readout">
      <span class="epoch">${this.say(words.epoch, { epoch: marked })}</span>
      ${value(this.say(words.pseudo), formatScore(epoch.mean, 4))}
      ${value(this.say(words.ema), formatScore(epoch.ema, 4))}
      <span class=${epoch.isBest ? 'best' : 'best off'}>${this.say(words.newBest)}</span>
      ${result.structures.map(({ name }, s) => value(name, formatScore(epoch.dice[s], 4)))}
      <span class="keys"><kbd>[</kbd> <kbd>]</kbd> <i>${this.say(words.bestKeys)}</i></span>
    </div>`;
  }
}

let last: readonly number[] = [];

/** 0, 1, 2, ...; the same array for the same number, so that nothing is drawn anew. */
function positionsOf(epochs: number): readonly number[] {
  if (last.length !== epochs) last = Array.from({ length: epochs }, (_, epoch) => epoch);
  return last;
}

declare global {
  interface HTMLElementTagNameMap {
    'pseudo-dice-chart': PseudoDiceChart;
  }
}
