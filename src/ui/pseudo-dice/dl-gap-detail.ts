import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { GapAccount, GapCode } from '../../core/pseudo-dice/gap-account.ts';
import { gapPageWords as text, gapStepNames } from '../../core/messages/gap-page.ts';
import type { Sentence } from '../../core/messages/sentence.ts';
import { integer } from '../../core/messages/sentence.ts';
import { formatDifference, formatScore, formatShare } from '../../core/text/format.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement } from '../controls/dl-element.ts';
import '../controls/dl-icon.ts';
import { elementEvent } from '../case/selection-event.ts';

/** Pulls that have a row of their own. */
const SHOWN_PULLS = 8;

/**
 * What one step of the gap account is made of: the structures at it, or the cases that weigh more when pooled.
 * @fires gap-detail-close
 */
@customElement('dl-gap-detail')
export class DlGapDetail extends DlElement {
  @property({ attribute: false }) account: GapAccount = { steps: [], pulls: [], structures: [] };
  @property({ attribute: false }) code: GapCode = 'validation';
  /** Of the account, where there are several. */
  @property({ attribute: false }) heading = '';

  static override styles = [
    baseStyles,
    css`
      :host {
        margin-top: var(--s3);
        padding: var(--s3) var(--s4);
        border-radius: var(--r2);
        background: var(--raised);
      }
      header {
        display: flex;
        gap: var(--s2);
        align-items: center;
      }
      header > :last-child {
        margin-left: auto;
      }
      .scroll {
        overflow: auto;
        max-height: 320px;
      }
      table {
        width: 100%;
        border-collapse: collapse;
      }
      th,
      td {
        height: 24px;
        padding: 0 0 0 var(--s3);
        border-bottom: 1px solid var(--line-strong);
        font-weight: 400;
        text-align: right;
        white-space: nowrap;
      }
      thead th {
        color: var(--text-2);
        font: 400 var(--t-caption) var(--font);
      }
      th:first-child,
      td.left,
      th.left {
        padding-left: 0;
        text-align: left;
      }
      td.left,
      th.left {
        padding-left: var(--s3);
      }
      .name {
        overflow: hidden;
        max-width: 200px;
        text-overflow: ellipsis;
      }
      small {
        display: block;
        color: var(--text-2);
        font: 400 var(--t-caption) var(--font);
        white-space: normal;
      }
      p {
        margin-top: var(--s2);
        color: var(--text-2);
      }
    `,
  ];

  protected override render() {
    const [table, note] = this.#parts();
    return html`<header>
        <h2 class="cut">${[this.heading, this.say(gapStepNames[this.code])].filter(Boolean).join(', ')}</h2>
        <button
          class="icon-button"
          aria-label=${this.say(text.close)}
          title=${this.say(text.close)}
          @click=${() => this.dispatchEvent(elementEvent('gap-detail-close'))}
        >
          <dl-icon name="x"></dl-icon>
        </button>
      </header>
      <div class="scroll" tabindex="0" role="region" aria-label=${this.say(gapStepNames[this.code])}>
        ${table}
      </div>
      <p>${this.say(note)}</p>`;
  }

  #parts(): readonly [TemplateResult, Sentence] {
    const { structures } = this.account;
    const first = [text.structure];
    switch (this.code) {
      case 'validation':
        return [
          this.#table(
            [...first, text.mean, text.cases, text.zero, text.absent],
            structures.map((one) => [
              one.name,
              scoreText(one.meanDice),
              integer(one.cases),
              integer(one.zeroCases),
              integer(one.absentCases),
            ]),
          ),
          text.meansAdd,
        ];
      case 'aggregation':
        return [this.#pulls(), text.pullsAdd];
      case 'reconstruction':
        return [
          this.#table(
            [...first, text.pooled, text.raw, text.change],
            structures.map(({ name, pooledDice, rawDice }) => [
              name,
              scoreText(pooledDice),
              scoreText(rawDice),
              changeText(rawDice, pooledDice),
            ]),
          ),
          text.meansAdd,
        ];
      case 'sampling':
        return [
          this.#table(
            [...first, text.pooled, text.pseudo, text.change, text.nanEpochs],
            structures.map(({ name, pooledDice, rawDice, pseudoDice, nanEpochs }) => [
              name,
              scoreText(rawDice ?? pooledDice),
              scoreText(pseudoDice),
              changeText(pseudoDice, rawDice ?? pooledDice),
              integer(nanEpochs),
            ]),
          ),
          text.epochsAdd,
        ];
      case 'remainder':
        return [
          this.#table(
            [...first, text.tp, text.fp, text.fn, text.pooled],
            structures.map(({ name, tp, fp, fn, pooledDice }) => [
              name,
              integer(tp),
              integer(fp),
              integer(fn),
              scoreText(pooledDice),
            ]),
          ),
          text.restIs,
        ];
    }
  }

  #table(heads: readonly Sentence[], rows: readonly (readonly string[])[]) {
    return html`<table>
      <thead>
        <tr>
          ${heads.map((head) => html`<th scope="col">${this.say(head)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([name, ...cells]) =>
            html`<tr>
              <th scope="row" class="name" title=${name}>${name}</th>
              ${cells.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  /** Each case as often as it has structures, the strongest pulls first; the rest in one row. */
  #pulls() {
    const { pulls, structures } = this.account;
    const nameOf = (key: string) => structures.find((one) => one.key === key)?.name ?? key;
    const rest = pulls.slice(SHOWN_PULLS);
    const heads = [text.dice, text.size, text.weightPooled, text.weightMean, text.pull];
    return html`<table>
      <thead>
        <tr>
          <th scope="col">${this.say(text.case)}</th>
          <th scope="col" class="left">${this.say(text.structure)}</th>
          ${heads.map((head) => html`<th scope="col">${this.say(head)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${pulls.slice(0, SHOWN_PULLS).map(
          (one) =>
            html`<tr>
              <th scope="row" class="name" title=${one.case}>${one.case}</th>
              <td class="left">
                ${nameOf(one.key)}${one.isFalseAlarm ? html`<small>${this.say(text.falseAlarm)}</small>` : nothing}
              </td>
              <td>${scoreText(one.dice)}</td>
              <td>${integer(one.size)}</td>
              <td>${formatShare(one.weight)}</td>
              <td>${formatShare(one.evenWeight)}</td>
              <td>${formatDifference(one.pull, 4)}</td>
            </tr>`,
        )}
        ${
          rest.length > 0
            ? html`<tr>
                <th scope="row" colspan="7">
                  ${this.say(text.more, {
                    more: rest.length,
                    pull: formatDifference(
                      rest.reduce((sum, { pull }) => sum + pull, 0),
                      4,
                    ),
                  })}
                </th>
              </tr>`
            : nothing
        }
      </tbody>
    </table>`;
  }
}

function scoreText(score: number | null): string {
  return score === null || Number.isNaN(score) ? '–' : formatScore(score, 4);
}

function changeText(to: number | null, from: number | null): string {
  const change = to === null || from === null ? Number.NaN : to - from;
  return Number.isNaN(change) ? '–' : formatDifference(change, 4);
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-gap-detail': DlGapDetail;
  }
}
