import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { formatTick } from '../../core/charts/chart-ticks.ts';
import type { EpochRow } from '../../core/runs/epoch-rows.ts';
import { formatScore } from '../../core/text/format.ts';
import { runsPageWords } from '../../core/messages/runs-page.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement } from '../controls/dl-element.ts';

/** The charts in figures: a row per epoch, for those who do not see them and those who want to copy. */
@customElement('dl-run-table')
export class DlRunTable extends DlElement {
  @property({ attribute: false }) rows: readonly EpochRow[] = [];
  @property({ attribute: false }) classNames: readonly string[] = [];
  @property() name = '';

  static override styles = [
    baseStyles,
    css`
      .scroll {
        overflow: auto;
        max-height: 320px;
        scrollbar-width: thin;
        scrollbar-color: var(--line-strong) transparent;
      }
      table {
        width: 100%;
        border-collapse: collapse;
        white-space: nowrap;
      }
      th,
      td {
        height: 22px;
        padding: 0 0 0 12px;
        font-weight: 400;
        text-align: right;
      }
      thead th {
        position: sticky;
        top: 0;
        background: var(--panel);
        color: var(--text-3);
        font: 400 var(--t-caption) var(--font);
      }
      .best td,
      .best th {
        font-weight: 600;
      }
    `,
  ];

  protected override render() {
    const heads = [
      this.say(runsPageWords.epochs),
      this.say(runsPageWords.pseudo),
      this.say(runsPageWords.ema),
      this.say(runsPageWords.newBest),
      this.say(runsPageWords.train),
      this.say(runsPageWords.val),
      `${this.say(runsPageWords.duration)} (s)`,
      this.say(runsPageWords.rate),
      ...this.classNames,
    ];
    return html`<div class="scroll" tabindex="0">
      <table aria-label=${this.name}>
        <thead>
          <tr>
            ${heads.map((text) => html`<th scope="col">${text}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${this.rows.map(
            (row) =>
              html`<tr class=${row.isNewBest ? 'best' : ''}>
                <th scope="row">${row.epoch}</th>
                ${this.#cells(row).map((text) => html`<td>${text}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  #cells(row: EpochRow): string[] {
    const number = (value: number | null, digits: number) =>
      value === null ? '' : formatTick(value, digits);
    return [
      formatScore(row.mean, 4),
      formatScore(row.ema, 4),
      row.isNewBest ? this.say(runsPageWords.newBest) : '',
      number(row.trainLoss, 4),
      number(row.valLoss, 4),
      number(row.durationS, 1),
      number(row.learningRate, 5),
      ...this.classNames.map((_, c) => formatScore(row.classes[c] ?? Number.NaN, 4)),
    ];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-run-table': DlRunTable;
  }
}
