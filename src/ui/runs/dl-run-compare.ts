import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { conditionText } from '../../core/runs/condition-texts.ts';
import { conditionWords } from '../../core/messages/runs.ts';
import { runsPageWords } from '../../core/messages/runs-page.ts';
import type { ConditionRow } from '../../core/runs/run-compare.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement } from '../controls/dl-element.ts';

/** The conditions of several runs side by side, differing ones first and bold, and what may be concluded. */
@customElement('dl-run-compare')
export class DlRunCompare extends DlElement {
  @property({ attribute: false }) names: readonly string[] = [];
  @property({ attribute: false }) rows: readonly ConditionRow[] = [];
  /** Sentences on the comparison, the most important first. */
  @property({ attribute: false }) sentences: readonly string[] = [];

  static override styles = [
    baseStyles,
    css`
      p {
        margin-bottom: var(--s2);
        color: var(--text-2);
      }
      .scroll {
        overflow-x: auto;
        scrollbar-width: thin;
        scrollbar-color: var(--line-strong) transparent;
      }
      table {
        border-collapse: collapse;
        white-space: nowrap;
      }
      th,
      td {
        height: 24px;
        padding: 0 14px 0 0;
        border-bottom: 1px solid var(--line);
        color: var(--text-2);
        font-weight: 400;
        text-align: left;
      }
      thead th,
      tbody th {
        color: var(--text-3);
        font: 400 var(--t-caption) var(--font);
      }
      .differs td {
        color: var(--text);
        font-weight: 600;
      }
    `,
  ];

  protected override render() {
    return html`${this.sentences.map((text) => html`<p>${text}</p>`)}
      <div class="scroll" tabindex="0">
        <table>
          <thead>
            <tr>
              <th scope="col">${this.say(runsPageWords.condition)}</th>
              ${this.names.map((name) => html`<th scope="col">${name}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${this.rows.map(
              ({ key, values, differs }) =>
                html`<tr class=${differs ? 'differs' : ''}>
                  <th scope="row">${this.say(conditionWords[key])}</th>
                  ${values.map((value) => html`<td>${conditionText(value) || nothing}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-run-compare': DlRunCompare;
  }
}
