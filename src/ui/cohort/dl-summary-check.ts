import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { SummaryCheck, SummaryDifference } from '../../core/cohort/summary-check.ts';
import type { CohortStructure } from '../../core/cohort/cohort-result.ts';
import { summaryCauses, summaryCheckWords as words } from '../../core/messages/cohort-panels.ts';
import { integer } from '../../core/messages/sentence.ts';
import { formatDifference, formatScore } from '../../core/text/format.ts';
import { elementEvent } from '../case/selection-event.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement } from '../controls/dl-element.ts';
import '../controls/dl-icon.ts';

/** A summary.json and what came of holding it against the recount; `check` is null where nothing was recounted. */
export interface CheckedSummary {
  readonly id: number;
  readonly file: string;
  readonly cases: number;
  /** The model that it was held against; '' where there is one. */
  readonly model: string;
  readonly check: SummaryCheck | null;
}

/** So many differences are listed; the export has all scores. */
const SHOWN = 200;

/**
 * Every summary.json that is open, held against the recount: what agrees, what does not, and why that may be.
 * @fires summary-close - detail: id
 * @fires case-choose - detail: name of the case
 */
@customElement('dl-summary-check')
export class DlSummaryCheck extends DlElement {
  @property({ attribute: false }) summaries: readonly CheckedSummary[] = [];
  @property({ attribute: false }) structures: readonly CohortStructure[] = [];

  static override styles = [
    baseStyles,
    css`
      section {
        display: grid;
        gap: 4px;
        padding: 6px 0 12px;
      }
      section + section {
        border-top: 1px solid var(--line);
      }
      header {
        display: flex;
        gap: 6px;
        align-items: flex-start;
      }
      header dl-icon {
        margin-top: 1px;
        color: var(--text-2);
      }
      header p {
        flex: 1;
        font-weight: 500;
      }
      .grey {
        color: var(--text-2);
      }
      b {
        font-weight: 500;
      }
      table {
        width: 100%;
        margin-top: 4px;
        border-collapse: collapse;
        white-space: nowrap;
      }
      th,
      td {
        height: 24px;
        padding: 0 0 0 12px;
        border-bottom: 1px solid var(--line);
        font-weight: 400;
        text-align: right;
      }
      th:first-child,
      td:first-child {
        padding-left: 0;
        text-align: left;
      }
      thead th {
        color: var(--text-3);
        font: 400 var(--t-caption) var(--font);
      }
      .table {
        overflow: auto hidden;
      }
    `,
  ];

  protected override render() {
    if (this.summaries.length === 0) return html`<p class="grey">${this.say(words.none)}</p>`;
    return this.summaries.map((summary) => this.#summary(summary));
  }

  #summary({ id, file, check, cases, model }: CheckedSummary) {
    const close = this.say(words.close, { file });
    const isSame = check !== null && check.compared > 0 && check.differences.length === 0;
    return html`<section>
      <header>
        <dl-icon name=${check === null ? 'file' : isSame ? 'circle-check' : 'triangle-alert'}></dl-icon>
        <p>${model === '' ? nothing : `${model}: `}${this.#headline(file, check, cases)}</p>
        <button
          class="icon-button"
          aria-label=${close}
          title=${close}
          @click=${() => this.dispatchEvent(elementEvent('summary-close', id))}
        >
          <dl-icon name="x"></dl-icon>
        </button>
      </header>
      ${check ? this.#check(check) : nothing}
    </section>`;
  }

  #headline(file: string, check: SummaryCheck | null, cases: number): string {
    if (!check) return `${file}: ${this.say(words.onlyFile)}`;
    const { compared, differences } = check;
    if (compared === 0) return this.say(words.nothingCommon, { file });
    return differences.length === 0
      ? this.say(words.agrees, { file, compared, cases: cases - check.casesOnlyInFile.length })
      : this.say(words.differs, { file, compared, differing: differences.length });
  }

  #check(check: SummaryCheck) {
    const { writtenMean, fileMean, hereMean, causes, differences } = check;
    const lists = [
      [words.onlyInFile, [...check.casesOnlyInFile, ...check.keysOnlyInFile]],
      [words.onlyHere, [...check.casesOnlyHere, ...check.keysOnlyHere]],
    ] as const;
    return html`<p class="grey">
        ${this.say(words.means, { written: writtenMean, file: fileMean, here: hereMean })}
      </p>
      ${causes.map((cause) => html`<p><b>${this.say(words.likely)}.</b> ${this.say(summaryCauses[cause])}</p>`)}
      ${lists.map(([sentence, names]) =>
        names.length === 0 ? nothing : html`<p class="grey">${this.say(sentence, { names })}</p>`,
      )}
      ${differences.length === 0 ? nothing : this.#differences(differences)}`;
  }

  #differences(differences: readonly SummaryDifference[]) {
    const nameOf = (key: string) => this.structures.find((one) => one.key === key)?.name ?? key;
    const counts = ({ tp, fp, fn, dice }: SummaryDifference['file']) =>
      html`<td>${integer(tp)}</td>
        <td>${integer(fp)}</td>
        <td>${integer(fn)}</td>
        <td>${Number.isNaN(dice) ? 'NaN' : formatScore(dice, 4)}</td>`;
    return html`<div class="table" tabindex="0" role="region" aria-label=${this.say(words.difference)}>
      <table>
        <thead>
          <tr>
            <th scope="col">${this.say(words.case)}</th>
            <th scope="col">${this.say(words.structure)}</th>
            ${[words.inFile, words.here].map((of) =>
              ['TP', 'FP', 'FN', 'Dice'].map(
                (count, i) => html`<th scope="col">${i === 0 ? `${this.say(of)}: ` : ''}${count}</th>`,
              ),
            )}
            <th scope="col">${this.say(words.difference)}</th>
          </tr>
        </thead>
        <tbody>
          ${differences.slice(0, SHOWN).map(
            (one) =>
              html`<tr>
                <td>
                  <button
                    class="number"
                    @click=${() => this.dispatchEvent(elementEvent('case-choose', one.case))}
                  >
                    ${one.case}
                  </button>
                </td>
                <td>${nameOf(one.key)}</td>
                ${counts(one.file)} ${counts(one.here)}
                <td>${formatDifference(one.here.dice - one.file.dice, 4)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
      ${
        differences.length > SHOWN
          ? html`<p class="caption">${this.say(words.more, { count: differences.length - SHOWN })}</p>`
          : nothing
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-summary-check': DlSummaryCheck;
  }
}
