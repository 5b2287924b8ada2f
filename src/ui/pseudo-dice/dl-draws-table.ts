import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { drawsWords as words } from '../../core/messages/pseudo-dice-page.ts';
import type { CaseDraws } from '../../core/pseudo-dice/epoch-draws.ts';
import type { SimulatedStructure } from '../../core/pseudo-dice/pseudo-dice-result.ts';
import { formatScore } from '../../core/text/format.ts';
import { elementEvent } from '../case/selection-event.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement } from '../controls/dl-element.ts';
import { structureChip } from '../labels/structure-chip.ts';

/** A structure with the labels that it holds. */
export interface DrawnStructure extends SimulatedStructure {
  readonly labels: readonly number[];
}

export interface DrawnCase extends CaseDraws {
  readonly name: string;
  /** In the whole volume, by structure; NaN where it is absent in both maps. */
  readonly dice: readonly number[];
}

/**
 * How often each case was drawn in an epoch, and its Dice per structure, which weigh accordingly.
 * @fires case-choose - detail: index of the case
 */
@customElement('dl-draws-table')
export class DlDrawsTable extends DlElement {
  @property({ attribute: false }) cases: readonly DrawnCase[] = [];
  @property({ attribute: false }) structures: readonly DrawnStructure[] = [];
  @property({ type: Number }) epoch = 0;
  @property({ type: Number }) chosen = 0;

  static override styles = [
    baseStyles,
    css`
      :host {
        overflow: auto;
      }
      table {
        width: 100%;
        border-collapse: collapse;
      }
      caption {
        position: absolute;
        overflow: hidden;
        width: 1px;
        height: 1px;
        clip-path: inset(50%);
      }
      th,
      td {
        height: 24px;
        padding: 0 0 0 7px;
        border-bottom: 1px solid var(--line);
        font-weight: 400;
        text-align: right;
        white-space: nowrap;
      }
      th:first-child {
        overflow: hidden;
        width: 100%;
        max-width: 0;
        padding: 0;
        text-align: left;
      }
      thead th {
        color: var(--text-3);
        font: 400 var(--t-caption) var(--font);
      }
      thead .bar {
        text-align: left;
      }
      tr[aria-current='true'] {
        background: var(--raised);
      }
      button {
        overflow: hidden;
        max-width: 100%;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      tbody th button:hover {
        text-decoration: underline;
      }
      .bar {
        width: 64px;
      }
      svg {
        display: block;
        width: 62px;
        height: 6px;
      }
      .forced {
        fill: var(--text);
      }
      .random {
        fill: var(--control);
      }
      .absent {
        color: var(--text-3);
      }
    `,
  ];

  protected override render() {
    const most = Math.max(1, ...this.cases.map(({ all }) => all));
    return html`<table>
      <caption>
        ${this.say(words.title)}
      </caption>
      <thead>
        <tr>
          <th scope="col">${this.say(words.case)}</th>
          <th scope="col" class="bar">${this.say(words.drawnIn, { epoch: this.epoch })}</th>
          <th scope="col">${this.say(words.all)}</th>
          <th scope="col">${this.say(words.forced)}</th>
          ${this.structures.map(
            ({ structure, labels, name }) =>
              html`<th
                scope="col"
                title=${this.say(words.dice, { name })}
                aria-label=${this.say(words.dice, { name })}
              >
                ${structureChip(structure, labels)}
              </th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${this.cases.map((one, index) => this.#row(one, index, most))}
      </tbody>
    </table>`;
  }

  #row({ name, all, forced, dice }: DrawnCase, index: number, most: number) {
    const [left, right] = [(70 * forced) / most, (70 * all) / most];
    return html`<tr aria-current=${index === this.chosen}>
      <th scope="row">
        <button title=${name} @click=${() => this.dispatchEvent(elementEvent('case-choose', index))}>
          ${name}
        </button>
      </th>
      <td class="bar">
        <svg viewBox="0 0 70 6" role="img" aria-label=${this.say(words.bar, { name, forced, all })}>
          <rect class="random" x=${left} width=${right - left} height="6"></rect>
          <rect class="forced" width=${left} height="6"></rect>
        </svg>
      </td>
      <td>${all}</td>
      <td>${forced}</td>
      ${dice.map((value) =>
        Number.isNaN(value)
          ? html`<td class="absent">${this.say(words.absent)}</td>`
          : html`<td>${formatScore(value)}</td>`,
      )}
    </tr>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-draws-table': DlDrawsTable;
  }
}
