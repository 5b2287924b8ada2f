import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { CohortStatistics, ModelStatistics } from '../../core/cohort/cohort-statistics.ts';
import type { PlotStructure } from '../../core/cohort/plot-cohort.ts';
import type { Way } from '../../core/cohort/cohort-result.ts';
import { statisticsWords as words } from '../../core/messages/cohort-statistics.ts';
import { integer } from '../../core/messages/sentence.ts';
import type { StructureStatistics } from '../../core/statistics/statistics.ts';
import { formatDifference, formatScore } from '../../core/text/format.ts';
import { elementEvent } from '../case/selection-event.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement } from '../controls/dl-element.ts';
import { structureChip } from '../labels/structure-chip.ts';
import { statisticsStyles } from './dl-cohort-statistics-styles.ts';

/** A number, or a dash where there is none. */
const shown = (value: number) => (Number.isNaN(value) ? '–' : formatScore(value));

/**
 * The statistics of a cohort by one way of evaluating: a table a model, nnU-Net's mean beside the pooled Dice.
 * @fires structure-choose - detail: the key of the structure
 */
@customElement('dl-cohort-statistics')
export class DlCohortStatistics extends DlElement {
  /** null while they are counted. */
  @property({ attribute: false }) statistics: CohortStatistics | null = null;
  @property() way: Way = 'labels';
  /** The structures of the way shown, for their chips. */
  @property({ attribute: false }) structures: readonly PlotStructure[] = [];
  /** Key of the chosen structure. */
  @property() structure = '';

  static override styles = [baseStyles, statisticsStyles];

  protected override render() {
    const { statistics } = this;
    if (!statistics) {
      return html`<header>
        <h2>${this.say(words.title)}</h2>
        <span class="caption" role="status">${this.say(words.counting)}</span>
      </header>`;
    }
    const models = statistics.ways.find(({ way }) => way === this.way)?.models ?? [];
    const { draws, seed } = statistics;
    return html`<header>
        <h2>${this.say(words.title)}</h2>
        <span class="caption">${this.say(words.caption, { draws, seed })}</span>
        ${models.length === 1 ? this.#foreground(models[0]) : nothing}
      </header>
      ${models.map(
        (model) =>
          html`${
            models.length > 1
              ? html`<header>
                  <h3 class="cut">${model.name}</h3>
                  <span class="caption"></span>${this.#foreground(model)}
                </header>`
              : nothing
          }${this.#table(model)}`,
      )}`;
  }

  #foreground({ foreground }: ModelStatistics) {
    const value = Number.isNaN(foreground) ? 'NaN' : formatScore(foreground, 4);
    return html`<span class="figure">${this.say(words.foregroundMean)} <strong>${value}</strong></span>`;
  }

  #table({ name, structures }: ModelStatistics) {
    return html`<div class="scroll" tabindex="0" role="group" aria-label="${this.say(words.title)} ${name}">
      <table>
        <thead>
          <tr>
            <th scope="col">${this.say(this.way === 'regions' ? words.region : words.label)}</th>
            <th scope="col" title=${this.say(words.meanTitle)}>${this.say(words.mean)}</th>
            <th scope="col">${this.say(words.interval)}</th>
            <th scope="col">${this.say(words.median)}</th>
            <th scope="col">${this.say(words.quartiles)}</th>
            <th scope="col" title=${this.say(words.pooledTitle)}>${this.say(words.pooled)}</th>
            <th scope="col">${this.say(words.pooledLessMean)}</th>
            <th scope="col">${this.say(words.zero)}</th>
            <th scope="col" title=${this.say(words.absentTitle)}>${this.say(words.absent)}</th>
          </tr>
        </thead>
        <tbody>
          ${structures.map((row) => this.#row(row))}
        </tbody>
      </table>
    </div>`;
  }

  #row({ key, mean, quartiles, pooled, zero, absent }: StructureStatistics) {
    const of = this.structures.find((one) => one.key === key);
    const { low, high } = mean;
    const between = (from: number, to: number) =>
      Number.isNaN(from) ? '–' : this.say(words.to, { low: formatScore(from), high: formatScore(to) });
    const difference = pooled - mean.value;
    return html`<tr aria-current=${key === this.structure}>
      <th scope="row">
        <button @click=${() => this.dispatchEvent(elementEvent('structure-choose', key))}>
          ${of ? structureChip(of.structure, of.labels) : nothing}
          <span class="cut" title=${of?.name ?? key}>${of?.name ?? key}</span>
        </button>
      </th>
      <td title=${mean.value}><strong>${shown(mean.value)}</strong></td>
      <td>${between(low, high)}</td>
      <td title=${quartiles.median}>${shown(quartiles.median)}</td>
      <td>${between(quartiles.lower, quartiles.upper)}</td>
      <td title=${pooled}><strong>${shown(pooled)}</strong></td>
      <td>${Number.isNaN(difference) ? '–' : formatDifference(difference)}</td>
      <td class=${zero === 0 ? 'quiet' : ''}>${integer(zero)}</td>
      <td class=${absent === 0 ? 'quiet' : ''}>${integer(absent)}</td>
    </tr>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-cohort-statistics': DlCohortStatistics;
  }
}
