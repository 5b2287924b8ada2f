import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { formatScore } from '../../core/text/format.ts';
import { runValidationWords as words } from '../../core/messages/run-validation.ts';
import type { ScoredCase } from '../../core/runs/worst-cases.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement } from '../controls/dl-element.ts';
import { elementEvent } from '../case/selection-event.ts';

const SHOWN_AT_FIRST = 6;

/**
 * The cases of a run's validation, worst first; those whose files are at hand can be opened.
 * @fires case-open - detail: the name of a case
 * @fires validation-open - all of them
 */
@customElement('dl-run-validation')
export class DlRunValidation extends DlElement {
  @property({ attribute: false }) cases: readonly ScoredCase[] = [];
  /** Names of the cases whose prediction and reference are at hand. */
  @property({ attribute: false }) openable: ReadonlySet<string> = new Set();
  @state() private showsAll = false;

  static override styles = [
    baseStyles,
    css`
      table {
        width: 100%;
        border-collapse: collapse;
        font: 400 var(--t-table) var(--font);
      }
      td {
        padding: 3px 0 3px var(--s2);
        border-bottom: 1px solid var(--line);
        text-align: right;
        font-variant-numeric: tabular-nums;
      }
      td:first-child {
        max-width: 0;
        width: 60%;
        padding-left: 0;
        text-align: left;
      }
      .zeros {
        color: var(--text-3);
        white-space: nowrap;
      }
      .link {
        min-height: 24px;
        text-decoration: underline;
        text-underline-offset: 3px;
      }
      .all {
        height: 26px;
        margin: var(--s2) var(--s2) 0 0;
        padding: 0 var(--s2);
        border: 1px solid var(--control);
        border-radius: var(--r2);
      }
      .all:hover {
        background: var(--hover);
      }
      p {
        margin: var(--s2) 0 0;
        color: var(--text-3);
        font: 400 var(--t-caption) var(--font);
      }
    `,
  ];

  protected override render() {
    const { cases, openable } = this;
    const shown = this.showsAll ? cases : cases.slice(0, SHOWN_AT_FIRST);
    return html`<table aria-label=${this.say(words.title, { cases: cases.length })}>
        <tbody>
          ${shown.map((scored) => this.#row(scored))}
        </tbody>
      </table>
      ${
        openable.size > 0
          ? html`<button
              class="all"
              @click=${() => this.dispatchEvent(elementEvent('validation-open', null))}
            >
              ${this.say(words.evaluate, { cases: openable.size })}
            </button>`
          : nothing
      }
      ${
        cases.length > SHOWN_AT_FIRST
          ? html`<button class="all" aria-expanded=${this.showsAll} @click=${this.#toggle}>
              ${this.say(this.showsAll ? words.fewer : words.every, { cases: cases.length })}
            </button>`
          : nothing
      }
      ${openable.size === 0 ? html`<p>${this.say(words.dropFiles)}</p>` : nothing}`;
  }

  #toggle(): void {
    this.showsAll = !this.showsAll;
  }

  #row({ name, dice, zeros }: ScoredCase) {
    return html`<tr>
      <td class="cut" title=${name}>
        ${
          this.openable.has(name)
            ? html`<button
                class="link cut"
                @click=${() => this.dispatchEvent(elementEvent('case-open', name))}
              >
                ${name}
              </button>`
            : name
        }
      </td>
      <td class="zeros">${zeros > 0 ? this.say(words.zeros, { zeros }) : nothing}</td>
      <td>${Number.isNaN(dice) ? this.say(words.absent) : formatScore(dice)}</td>
    </tr>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-run-validation': DlRunValidation;
  }
}
