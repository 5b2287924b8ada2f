import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import {
  errorsOfCause,
  NO_ATLAS,
  NO_REVIEW,
  type AtlasError,
  type AtlasReview,
  type ErrorAtlas,
} from '../../core/cohort/atlas-errors.ts';
import type { ErrorCause } from '../../core/errors-of-case/error-cause.ts';
import { atlasWords as words, causeTitles, causeWords } from '../../core/messages/error-atlas.ts';
import { integer } from '../../core/messages/sentence.ts';
import { formatMl, formatMm, formatShare } from '../../core/text/format.ts';
import { elementEvent } from '../case/selection-event.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement } from '../controls/dl-element.ts';
import '../controls/dl-icon.ts';
import '../labels/dl-label-chip.ts';
import { atlasStyles } from './dl-cohort-atlas-styles.ts';
import { paintThumbnail } from './dl-cohort-atlas-thumbnail.ts';

/**
 * All errors of a cohort, largest first: by cause, as tiles, reviewed by keys.
 * @fires error-open - detail: the AtlasError whose case is to be opened at its place
 * @fires review-change - detail: { id, reviewed } or { id, note }
 * @fires atlas-export - detail: the errors listed
 */
@customElement('dl-cohort-atlas')
export class DlCohortAtlas extends DlElement {
  @property({ attribute: false }) atlas: ErrorAtlas = NO_ATLAS;
  @property({ attribute: false }) review: AtlasReview = NO_REVIEW;
  /** The cause that is listed; null for all. */
  @state() private cause: ErrorCause | null = null;
  /** Id of the chosen error. */
  @state() private chosen = '';
  @query('[role=listbox]') private list!: HTMLElement | null;
  @query('input[type=text]') private note!: HTMLInputElement | null;

  static override styles = [baseStyles, atlasStyles];

  protected override render() {
    const { atlas, review } = this;
    const { pieces, cases, volumeMl } = atlas;
    const errors = errorsOfCause(atlas, this.cause);
    const reviewed = errors.filter(({ id }) => review.reviewed.has(id)).length;
    return html`<header>
        <h2>${this.say(words.title)}</h2>
        <span class="caption">${this.say(words.caption, { pieces, cases, ml: formatMl(volumeMl) })}</span>
        <button
          class="save"
          title=${this.say(words.csv)}
          aria-label=${this.say(words.csv)}
          ?disabled=${errors.length === 0}
          @click=${() => this.dispatchEvent(elementEvent('atlas-export', errors))}
        >
          <dl-icon name="download"></dl-icon>CSV
        </button>
      </header>
      ${pieces === 0 ? html`<p>${this.say(words.none)}</p>` : nothing}
      <div class="causes" role="group" aria-label=${this.say(words.cause)}>
        ${atlas.causes.map(({ cause, pieces: of, volumeMl: ml }) => this.#cause(cause, of, ml))}
      </div>
      <p class="line caption">
        <span>${this.say(words.kept, { shown: atlas.errors.length, of: pieces })}</span>
        <span>${this.say(words.reviewedOf, { reviewed, of: errors.length })}</span>
        <span class="legend">
          <span class="fp">${this.say(words.legendFp)}</span
          ><span class="fn">${this.say(words.legendFn)}</span>
          <span class="swap">${this.say(words.legendSwap)}</span>
          <span class="agreed">${this.say(words.legendAgreed)}</span>
        </span>
        <span>${this.say(words.keys)}</span>
      </p>
      ${this.#chosen(errors)}
      <div
        role="listbox"
        tabindex="0"
        aria-label=${this.say(words.list)}
        aria-activedescendant=${this.#indexOf(errors) < 0 ? nothing : `error-${this.#indexOf(errors)}`}
        @keydown=${this.#press}
      >
        ${repeat(
          errors,
          ({ id }) => id,
          (error, i) => this.#tile(error, i),
        )}
      </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('atlas') || changed.has('cause' as never)) {
      const errors = errorsOfCause(this.atlas, this.cause);
      this.renderRoot.querySelectorAll<HTMLCanvasElement>('[role=option] canvas').forEach((canvas, i) => {
        if (canvas.dataset.of === errors[i].id) return;
        canvas.dataset.of = errors[i].id;
        paintThumbnail(canvas, errors[i].thumbnail);
      });
    }
  }

  #cause(cause: ErrorCause, pieces: number, volumeMl: number) {
    const share = volumeMl / this.atlas.volumeMl;
    const most = this.atlas.causes[0].volumeMl;
    return html`<button
      aria-pressed=${cause === this.cause}
      title=${this.say(causeTitles[cause])}
      @click=${() => this.#chooseCause(cause)}
    >
      <span class="cut">${this.say(causeWords[cause])}</span>
      <strong>${formatMl(volumeMl)} ${this.say(words.ml)}</strong>
      <span aria-hidden="true"
        ><span class="bar" .style=${`display: block; width: ${((volumeMl / most) * 100).toFixed(1)}%`}></span
      ></span>
      <span>${formatShare(share)}</span>
      <span class="pieces" title=${this.say(words.pieces)}>${integer(pieces)}</span>
    </button>`;
  }

  #chooseCause(cause: ErrorCause): void {
    this.cause = cause === this.cause ? null : cause;
  }

  #tile(error: AtlasError, i: number) {
    const reviewed = this.review.reviewed.has(error.id);
    const { reference, predicted } = error;
    const ml = formatMl(error.volumeMl);
    const name = this.say(words.tile, {
      rank: i + 1,
      case: error.case,
      cause: this.say(causeWords[error.cause]),
      ml,
      reference,
      predicted,
      reviewed,
    });
    return html`<div
      id="error-${i}"
      role="option"
      aria-selected=${error.id === this.chosen}
      aria-label=${name}
      title=${name}
      @click=${() => this.#choose(error)}
      @dblclick=${() => this.#open(error)}
    >
      <canvas aria-hidden="true"></canvas>
      <span class="tile"
        ><span>${i + 1}</span>${reviewed ? html`<dl-icon name="check"></dl-icon>` : nothing}
        <span>${ml} ${this.say(words.ml)}</span></span
      >
      <span class="tile"><small class="cut">${error.case}</small></span>
    </div>`;
  }

  #chosen(errors: readonly AtlasError[]) {
    const error = errors[this.#indexOf(errors)];
    if (!error) return nothing;
    const { id, voxels, reachMm, reference, predicted, model } = error;
    const mm = Number.isFinite(reachMm) ? formatMm(reachMm) : this.say(words.beyond);
    return html`<div class="chosen">
      <strong class="cut">${error.case}${model ? ` (${model})` : ''}</strong>
      <span title=${this.say(causeTitles[error.cause])}>${this.say(causeWords[error.cause])}</span>
      <span>${this.say(words.voxels, { voxels })}</span>
      <span class="read-as"
        ><dl-label-chip .label=${reference}></dl-label-chip>${this.say(words.readAs)}
        <dl-label-chip .label=${predicted}></dl-label-chip
      ></span>
      <span title=${this.say(words.reachTitle)}>${this.say(words.reach, { mm })}</span>
      <button class="link" @click=${() => this.#open(error)}>${this.say(words.open)}</button>
      <label
        ><input
          type="checkbox"
          .checked=${this.review.reviewed.has(id)}
          @change=${() => this.#toggle(error)}
        />${this.say(words.reviewed)}</label
      >
      <label
        ><span class="caption">${this.say(words.note)}</span
        ><input
          type="text"
          .value=${this.review.notes.get(id) ?? ''}
          @change=${(event: Event) =>
            this.dispatchEvent(
              elementEvent('review-change', { id, note: (event.target as HTMLInputElement).value }),
            )}
          @keydown=${this.#endNote}
      /></label>
    </div>`;
  }

  #indexOf(errors: readonly AtlasError[]): number {
    return errors.findIndex(({ id }) => id === this.chosen);
  }

  #choose(error: AtlasError): void {
    this.chosen = error.id;
  }

  #open(error: AtlasError): void {
    this.dispatchEvent(elementEvent<AtlasError>('error-open', error));
  }

  #toggle({ id }: AtlasError): void {
    const reviewed = !this.review.reviewed.has(id);
    this.dispatchEvent(elementEvent('review-change', { id, reviewed }));
  }

  /** Enter and Escape go back to the list. */
  #endNote(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key === 'Enter' || event.key === 'Escape') this.list?.focus();
  }

  #press(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const errors = errorsOfCause(this.atlas, this.cause);
    const at = this.#indexOf(errors);
    const tiles = this.list ? getComputedStyle(this.list).gridTemplateColumns.split(' ').length : 1;
    const steps: Partial<Record<string, number>> = {
      ArrowLeft: at - 1,
      ArrowRight: at + 1,
      ArrowUp: at - tiles,
      ArrowDown: at < 0 ? 0 : at + tiles,
      Home: 0,
      End: errors.length - 1,
    };
    const to = steps[event.key];
    const key = event.key.toLowerCase();
    if (to !== undefined && errors.length > 0) {
      this.chosen = errors[Math.min(Math.max(to, 0), errors.length - 1)].id;
      void this.updateComplete.then(() =>
        this.list?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }),
      );
    } else if (key === 'enter' && at >= 0) this.#open(errors[at]);
    else if (key === 'r' && at >= 0) this.#toggle(errors[at]);
    else if (key === 'n' && at >= 0) this.note?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-cohort-atlas': DlCohortAtlas;
  }
}
