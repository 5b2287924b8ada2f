import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ChartColour } from '../../core/charts/chart-spec.ts';
import { formatScore } from '../../core/text/format.ts';
import { runsPageWords } from '../../core/messages/runs-page.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement } from '../controls/dl-element.ts';
import '../controls/dl-icon.ts';
import { elementEvent } from '../case/selection-event.ts';

/** One run of the list. */
export interface ListedRun {
  readonly id: string;
  readonly name: string;
  readonly folder: string;
  readonly colour: ChartColour;
  readonly isShown: boolean;
  readonly isEarlier: boolean;
  readonly epochs: number;
  readonly bestEma: number | null;
  readonly validation: number | null;
  readonly hours: number | null;
}

/**
 * The runs that are open: which are drawn, which is the chosen one.
 * @fires run-choose - detail: id
 * @fires run-show - detail: { id, isShown }
 * @fires run-close - detail: the folder to take out
 */
@customElement('dl-run-list')
export class DlRunList extends DlElement {
  @property({ attribute: false }) runs: readonly ListedRun[] = [];
  @property() chosen = '';

  static override styles = [
    baseStyles,
    css`
      table {
        width: 100%;
        border-collapse: collapse;
        table-layout: fixed;
      }
      th,
      td {
        height: 28px;
        padding: 0 0 0 6px;
        border-bottom: 1px solid var(--line);
        font-weight: 400;
        text-align: right;
        white-space: nowrap;
      }
      thead th {
        height: 22px;
        color: var(--text-3);
        font: 400 var(--t-caption) var(--font);
      }
      .name {
        padding: 0;
        text-align: left;
      }
      .name > div {
        display: flex;
        align-items: center;
        gap: var(--s2);
        min-width: 0;
      }
      .name button {
        min-width: 0;
      }
      tr[aria-current='true'] .name button {
        font-weight: 600;
      }
      tbody tr:hover {
        background: var(--hover);
      }
      .swatch {
        flex: none;
        width: 14px;
        height: 3px;
        border-radius: 2px;
      }
      .off .swatch {
        opacity: 0.25;
      }
      .earlier {
        color: var(--text-3);
      }
      input {
        flex: none;
        margin: 0;
        accent-color: var(--text-2);
      }
      .narrow {
        width: 46px;
      }
      .wide {
        width: 60px;
      }
      .last {
        width: 28px;
      }
      @media (max-width: 1400px) {
        .hours {
          display: none;
        }
      }
    `,
  ];

  protected override render() {
    const head = (text: string, kind: string) => html`<th class=${kind} scope="col">${text}</th>`;
    return html`<table>
      <thead>
        <tr>
          <th class="name" scope="col">${this.say(runsPageWords.run)}</th>
          ${head(this.say(runsPageWords.epochs), 'narrow')} ${head(this.say(runsPageWords.bestEma), 'wide')}
          ${head(this.say(runsPageWords.validation), 'wide')}
          ${head(this.say(runsPageWords.hoursHead), 'narrow hours')}
          <th class="last"></th>
        </tr>
      </thead>
      <tbody>
        ${this.runs.map((run) => this.#row(run))}
      </tbody>
    </table>`;
  }

  #row({ id, name, folder, colour, isShown, isEarlier, epochs, bestEma, validation, hours }: ListedRun) {
    const isChosen = id === this.chosen;
    const title = isEarlier ? `${folder}, ${this.say(runsPageWords.earlier)}` : folder;
    const close = this.say(runsPageWords.close, { name: folder });
    return html`<tr aria-current=${isChosen} class=${isShown || isChosen ? '' : 'off'}>
      <th class="name" scope="row">
        <div>
          <input
            type="checkbox"
            aria-label=${this.say(runsPageWords.shown, { name })}
            .checked=${isShown || isChosen}
            ?disabled=${isChosen}
            @change=${(event: Event) =>
              this.dispatchEvent(
                elementEvent('run-show', { id, isShown: (event.target as HTMLInputElement).checked }),
              )}
          />
          <i class="swatch" .style=${`background: var(--${colour})`}></i>
          <button
            class="cut ${isEarlier ? 'earlier' : ''}"
            title=${title}
            @click=${() => this.dispatchEvent(elementEvent('run-choose', id))}
          >
            ${name}
          </button>
        </div>
      </th>
      <td>${epochs}</td>
      <td>${score(bestEma)}</td>
      <td>${score(validation)}</td>
      <td class="hours">${hours === null ? '' : hours.toFixed(1)}</td>
      <td>
        ${
          isEarlier
            ? nothing
            : html`<button
                class="icon-button"
                aria-label=${close}
                title=${close}
                @click=${() => this.dispatchEvent(elementEvent('run-close', folder))}
              >
                <dl-icon name="x"></dl-icon>
              </button>`
        }
      </td>
    </tr>`;
  }
}

const score = (value: number | null) => (value === null ? '' : formatScore(value, 4));

declare global {
  interface HTMLElementTagNameMap {
    'dl-run-list': DlRunList;
  }
}
