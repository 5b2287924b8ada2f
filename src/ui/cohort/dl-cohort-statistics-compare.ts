import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { StructureComparison } from '../../core/cohort/cohort-compare.ts';
import type { CohortStatistics, WayStatistics } from '../../core/cohort/cohort-statistics.ts';
import { statisticsWords as words } from '../../core/messages/cohort-statistics.ts';
import { integer } from '../../core/messages/sentence.ts';
import { formatP } from '../../core/text/format-p.ts';
import { formatDifference, formatScore, formatShare } from '../../core/text/format.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement } from '../controls/dl-element.ts';
import { statisticsStyles } from './dl-cohort-statistics-styles.ts';

const shown = (value: number) => (Number.isNaN(value) ? '–' : formatScore(value));

/** Two models on the same cases, by regions and by labels: paired differences, Wilcoxon's test, Holm's correction. */
@customElement('dl-cohort-statistics-compare')
export class DlCohortStatisticsCompare extends DlElement {
  @property({ attribute: false }) statistics: CohortStatistics | null = null;
  /** Draws of the cases behind the stability of the order. */
  @property({ type: Number }) draws = 1000;

  static override styles = [
    baseStyles,
    statisticsStyles,
    css`
      header {
        margin-top: var(--s4);
      }
    `,
  ];

  protected override render() {
    const ways = (this.statistics?.ways ?? []).filter(({ comparison }) => comparison !== null);
    const [first] = ways;
    if (!first?.comparison) return nothing;
    const [a, b] = first.models;
    const cases = first.comparison.cases.length;
    return html`<header>
        <h2>${this.say(words.comparison)}</h2>
        <span class="caption">${this.say(words.compared, { a: a.name, b: b.name, cases })}</span>
      </header>
      ${ways.map((way) => this.#way(way))}`;
  }

  #way(of: WayStatistics) {
    const { way, comparison, structures } = of;
    if (!comparison) return nothing;
    const title = this.say(way === 'regions' ? words.byRegions : words.byLabels);
    const other = comparison.otherReference.length;
    return html`<h3>${title}</h3>
      <div class="scroll" tabindex="0" role="group" aria-label="${this.say(words.comparison)} ${title}">
        <table>
          <thead>
            <tr>
              <th scope="col">${this.say(words.structure)}</th>
              <th scope="col">${this.say(words.pairs)}</th>
              <th scope="col">${this.say(words.meanA)}</th>
              <th scope="col">${this.say(words.meanB)}</th>
              <th scope="col">${this.say(words.difference)}</th>
              <th scope="col">${this.say(words.interval)}</th>
              <th scope="col">${this.say(words.p)}</th>
              <th scope="col" title=${this.say(words.pHolmTitle)}>${this.say(words.pHolm)}</th>
              <th scope="col" title=${this.say(words.effectTitle)}>${this.say(words.effect)}</th>
            </tr>
          </thead>
          <tbody>
            ${comparison.structures.map((row) =>
              this.#row(row, structures.find(({ key }) => key === row.key)?.name ?? row.key),
            )}
          </tbody>
        </table>
      </div>
      ${other > 0 ? html`<p class="note">${this.say(words.otherReference, { cases: other })}</p>` : nothing}
      <p class="note">${this.#stability(of)}</p>`;
  }

  #row({ pairs, meanA, meanB, difference, test, pHolm }: StructureComparison, name: string) {
    const { low, high, value } = difference;
    const { leftOut, zeros, method, effect } = test;
    const signed = (of: number) => (Number.isNaN(of) ? '–' : formatDifference(of));
    const interval = Number.isNaN(low) ? '–' : this.say(words.to, { low: signed(low), high: signed(high) });
    return html`<tr>
      <th scope="row"><span class="cut" title=${name}>${name}</span></th>
      <td title=${this.say(words.pairsTitle, { leftOut, zeros })}>${integer(pairs)}</td>
      <td title=${meanA}>${shown(meanA)}</td>
      <td title=${meanB}>${shown(meanB)}</td>
      <td title=${value}><strong>${signed(value)}</strong></td>
      <td>${interval}</td>
      <td title=${this.say(words.pTitle, { method })}>
        ${formatP(test.p)}${method === 'exact' ? html` <span class="quiet">${this.say(words.exact)}</span>` : nothing}
      </td>
      <td>${formatP(pHolm)}</td>
      <td>${Number.isNaN(effect) ? '–' : formatDifference(effect, 2)}</td>
    </tr>`;
  }

  /** Which model comes first, and how often it would on other cases like these. */
  #stability({ stability, models }: WayStatistics): string {
    if (!stability) return this.say(words.stabilityNone);
    const best = stability.ranks.reduce((least, rank, m) => (rank < stability.ranks[least] ? m : least), 0);
    return this.say(words.stability, {
      model: models[best].name,
      share: formatShare(stability.shares[best][0]),
      draws: this.draws,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-cohort-statistics-compare': DlCohortStatisticsCompare;
  }
}
