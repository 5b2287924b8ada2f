import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { causeWords } from '../../core/messages/error-atlas.ts';
import { navigatorWords as words } from '../../core/messages/error-navigator.ts';
import { integer } from '../../core/messages/sentence.ts';
import { formatMl, formatMm } from '../../core/text/format.ts';
import { elementEvent } from '../case/selection-event.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement } from '../controls/dl-element.ts';
import '../controls/dl-icon.ts';
import '../labels/dl-label-chip.ts';
import { errorListStyles } from './dl-error-list-styles.ts';
import type { ErrorRow } from './error-row.ts';
import { errorsStyles } from './errors-styles.ts';

/** Rows that are drawn at once; more come by a button, or as far as the chosen one. */
const PAGE = 150;

/**
 * Errors one a row: number, kind, cause, size, what was read as what, reach, and whether it was reviewed.
 * @fires error-choose - detail: the rank of the error
 */
@customElement('dl-error-list')
export class DlErrorList extends DlElement {
  @property({ attribute: false }) rows: readonly ErrorRow[] = [];
  /** Voxels of all errors of the case. */
  @property({ type: Number }) total = 0;
  /** Rank of the chosen one. */
  @property({ type: Number }) chosen = -1;
  @state() private drawn = PAGE;

  static override styles = [baseStyles, errorsStyles, errorListStyles];

  protected override render() {
    const at = this.rows.findIndex(({ rank }) => rank === this.chosen);
    const shown = Math.max(this.drawn, at + 20);
    const more = this.rows.length - shown;
    return html`<div class="scroll" @keydown=${this.#press}>
      <table>
        <thead>
          <tr>
            <th><span class="off-screen">${this.say(words.number)}</span></th>
            <th class="text">${this.say(words.kind)}</th>
            <th class="text">${this.say(words.cause)}</th>
            <th>${this.say(words.ml)}</th>
            <th>${this.say(words.voxels)}</th>
            <th class="wide">${this.say(words.share)}</th>
            <th class="text">${this.say(words.readAs)}</th>
            <th class="wide">${this.say(words.reach)}</th>
            <th><span class="off-screen">${this.say(words.state)}</span></th>
          </tr>
        </thead>
        <tbody>
          ${repeat(
            this.rows.slice(0, shown),
            ({ rank }) => rank,
            (row) => this.#row(row),
          )}
        </tbody>
      </table>
      ${
        more > 0
          ? html`<button class="more" @click=${() => this.#drawMore(shown)}>
              ${this.say(words.more, { more })}
            </button>`
          : nothing
      }
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('chosen')) {
      this.renderRoot.querySelector('tr[aria-current]')?.scrollIntoView({ block: 'nearest' });
    }
  }

  #row({ rank, kind, cause, volumeMl, voxels, reference, predicted, reachMm, reviewed, note }: ErrorRow) {
    const isChosen = rank === this.chosen;
    return html`<tr aria-current=${isChosen ? 'true' : nothing} @click=${() => this.#choose(rank)}>
      <td class="rank">
        <button
          tabindex=${isChosen ? 0 : -1}
          aria-label=${this.say(words.at, { at: rank + 1, of: this.rows.length })}
        >
          ${rank + 1}
        </button>
      </td>
      <td class="text"><i class="dot ${kind}"></i>${this.say(words[kind])}</td>
      <td class="text">${this.say(causeWords[cause])}</td>
      <td><strong>${formatMl(volumeMl)}</strong></td>
      <td>${integer(voxels)}</td>
      <td class="wide">${((voxels / this.total) * 100).toFixed(1)}</td>
      <td class="text read-as">
        <dl-label-chip .label=${reference}></dl-label-chip><dl-icon name="arrow-right"></dl-icon
        ><dl-label-chip .label=${predicted}></dl-label-chip>
      </td>
      <td class="wide">${Number.isFinite(reachMm) ? formatMm(reachMm) : '>20'}</td>
      <td class="state" title=${note}>
        ${note ? html`<dl-icon name="pencil"></dl-icon>` : nothing}
        ${
          reviewed
            ? html`<dl-icon name="check"></dl-icon><span class="off-screen">${this.say(words.state)}</span>`
            : nothing
        }
      </td>
    </tr>`;
  }

  #drawMore(shown: number): void {
    this.drawn = shown + PAGE;
  }

  #choose(rank: number): void {
    this.dispatchEvent(elementEvent('error-choose', rank));
  }

  #press(event: KeyboardEvent): void {
    const at = this.rows.findIndex(({ rank }) => rank === this.chosen);
    const last = this.rows.length - 1;
    const steps: Partial<Record<string, number>> = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: last };
    const to = steps[event.key];
    if (to === undefined || last < 0) return;
    event.preventDefault();
    event.stopPropagation();
    this.#choose(this.rows[Math.min(Math.max(to, 0), last)].rank);
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('tr[aria-current] button')?.focus({ preventScroll: true }),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-error-list': DlErrorList;
  }
}
