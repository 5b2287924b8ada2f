import { html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ErrorPicture } from '../../core/errors-of-case/error-picture.ts';
import { causeWords } from '../../core/messages/error-atlas.ts';
import { navigatorWords as words } from '../../core/messages/error-navigator.ts';
import { formatMl } from '../../core/text/format.ts';
import { elementEvent } from '../case/selection-event.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement } from '../controls/dl-element.ts';
import '../controls/dl-icon.ts';
import { errorStripStyles } from './dl-error-strip-styles.ts';
import type { ErrorRow } from './error-row.ts';
import { errorsStyles } from './errors-styles.ts';
import { paintErrorPicture } from './paint-error-picture.ts';

/**
 * The chosen error below the slices, among its neighbours as pictures, with its mark and its note.
 * @fires error-choose - detail: the rank of the error
 * @fires error-step - detail: 1 or -1
 * @fires review-change - detail: { reviewed } or { note } of the chosen error
 */
@customElement('dl-error-strip')
export class DlErrorStrip extends DlElement {
  /** The errors that stand in the strip. */
  @property({ attribute: false }) rows: readonly ErrorRow[] = [];
  @property({ attribute: false }) pictures: ReadonlyMap<number, ErrorPicture> = new Map();
  /** Rank of the chosen one; -1 for none. */
  @property({ type: Number }) chosen = -1;
  /** Its place in the list, from 0, and how many are listed. */
  @property({ type: Number }) at = 0;
  @property({ type: Number }) of = 0;
  @query('input[type=text]') private note!: HTMLInputElement | null;

  static override styles = [baseStyles, errorsStyles, errorStripStyles];

  /** Puts the cursor into the note of the chosen error. */
  writeNote(): void {
    this.note?.focus();
  }

  protected override render() {
    const chosen = this.rows.find(({ rank }) => rank === this.chosen);
    const step = (by: 1 | -1) => () => this.dispatchEvent(elementEvent('error-step', by));
    return html`<header>
        <b role="status">
          ${chosen ? this.say(words.at, { at: this.at + 1, of: this.of }) : this.say(words.noneListed)}
        </b>
        <span class="caption cut hint" title=${this.say(words.hint)}>${this.say(words.hint)}</span>
        <button class="act" ?disabled=${this.of < 2} @click=${step(-1)}>
          <dl-icon name="chevron-left"></dl-icon>${this.say(words.previous)} <kbd>P</kbd>
        </button>
        <button class="act" ?disabled=${this.of < 2} @click=${step(1)}>
          ${this.say(words.next)} <kbd>N</kbd><dl-icon name="chevron-right"></dl-icon>
        </button>
      </header>
      <div class="strip" role="group" aria-label=${this.say(words.pictures)}>
        ${repeat(
          this.rows,
          ({ rank }) => rank,
          (row) => this.#picture(row),
        )}
      </div>
      ${chosen ? this.#review(chosen) : nothing}`;
  }

  protected override updated(): void {
    for (const canvas of this.renderRoot.querySelectorAll<HTMLCanvasElement & { of?: ErrorPicture }>(
      'canvas',
    )) {
      const picture = this.pictures.get(Number(canvas.dataset.rank));
      if (!picture || canvas.of === picture) continue;
      canvas.of = picture;
      paintErrorPicture(canvas, picture);
    }
  }

  #picture({ rank, kind, cause, volumeMl, reviewed }: ErrorRow) {
    const ml = formatMl(volumeMl);
    const facts = {
      number: rank + 1,
      kind: this.say(words[kind]),
      cause: this.say(causeWords[cause]),
      ml,
      reviewed,
    };
    const name = this.say(words.picture, facts);
    return html`<button
      class="picture"
      aria-current=${rank === this.chosen ? 'true' : nothing}
      aria-label=${name}
      title=${name}
      @click=${() => this.dispatchEvent(elementEvent('error-choose', rank))}
    >
      <canvas data-rank=${rank}></canvas>
      <span class="under">
        <b>${rank + 1}</b>${reviewed ? html`<dl-icon name="check"></dl-icon>` : nothing}
        <span>${ml}<span class="unit"> ${this.say(words.ml)}</span></span>
      </span>
    </button>`;
  }

  #review({ rank, reviewed, note }: ErrorRow) {
    const change = (detail: { reviewed?: boolean; note?: string }) =>
      this.dispatchEvent(elementEvent('review-change', detail));
    return html`<div class="review">
      <label>
        <input
          type="checkbox"
          .checked=${reviewed}
          @change=${(event: Event) => change({ reviewed: (event.target as HTMLInputElement).checked })}
        />${this.say(words.review)}
      </label>
      <label class="note">
        <span class="caption">${this.say(words.note)} <kbd>E</kbd></span>
        <input
          type="text"
          maxlength="2000"
          aria-label=${this.say(words.noteOf, { number: rank + 1 })}
          .value=${note}
          @change=${(event: Event) => change({ note: (event.target as HTMLInputElement).value })}
          @keydown=${this.#endNote}
        />
      </label>
    </div>`;
  }

  /** Enter keeps the note and leaves it, Escape leaves it as it was. */
  #endNote(event: KeyboardEvent): void {
    const input = event.target as HTMLInputElement;
    event.stopPropagation();
    if (event.key === 'Escape') {
      input.value = this.rows.find(({ rank }) => rank === this.chosen)?.note ?? '';
    }
    if (event.key === 'Enter' || event.key === 'Escape') input.blur();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-error-strip': DlErrorStrip;
  }
}
