import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { App } from '../../app/app.ts';
import { saveErrorMap, saveErrorsCsv, saveErrorTable } from '../../app/errors/errors-export.ts';
import { closeErrors, findErrors, stopFinding } from '../../app/errors/errors-open.ts';
import { undoReview } from '../../app/errors/errors-review.ts';
import type { Navigator } from '../../app/errors/errors-state.ts';
import { chooseError, chosenError, listErrors } from '../../app/errors/errors-view.ts';
import type { AppState } from '../../app/state.ts';
import type { ErrorCause } from '../../core/errors-of-case/error-cause.ts';
import { ERROR_SORTS, type ErrorSort } from '../../core/errors-of-case/error-order.ts';
import { sayErrorsFinding } from '../../core/errors-of-case/errors-finding.ts';
import { causeWords } from '../../core/messages/error-atlas.ts';
import { navigatorWords as words } from '../../core/messages/error-navigator.ts';
import { voxelVolumeMl } from '../../core/volume/grid.ts';
import { baseStyles } from '../../ui/controls/base-styles.ts';
import { DlElement, spoken } from '../../ui/controls/dl-element.ts';
import '../../ui/controls/dl-icon.ts';
import '../../ui/errors/dl-error-causes.ts';
import '../../ui/errors/dl-error-list.ts';
import { errorsStyles } from '../../ui/errors/errors-styles.ts';
import { OVERLAY, rgbOf, SIDES } from '../../ui/labels/palette.ts';
import './errors-strip.ts';
import { rowsOf } from './errors-rows.ts';

const KIND_COLOURS = {
  fp: rgbOf(OVERLAY.prediction),
  fn: rgbOf(OVERLAY.reference),
  swap: rgbOf(SIDES.inner),
};
const SORT_WORDS = {
  volume: words.byVolume,
  cause: words.sortCause,
  reach: words.sortReach,
  place: words.sortPlace,
} as const;

/** The errors of the case in the place of its scores: finding, 3D and agreement (slots), causes, list. */
@customElement('errors-panel')
export class ErrorsPanel extends DlElement {
  @property({ attribute: false }) app!: App;
  @property({ attribute: false }) state!: AppState;

  static override styles = [
    baseStyles,
    errorsStyles,
    css`
      :host {
        display: flex;
        flex: 1;
        flex-direction: column;
        gap: 14px;
        min-width: 0;
        min-height: 0;
      }
      .head,
      .list-head {
        display: flex;
        flex-wrap: wrap;
        gap: 6px 8px;
        align-items: center;
      }
      h1 {
        flex: 1 1 260px;
        margin: 0;
        font: 550 var(--t-sentence) var(--font);
        text-wrap: pretty;
      }
      .list-head .caption {
        flex: 1;
      }
      dl-error-list {
        flex: 1 1 220px;
        min-height: 200px;
      }
      progress {
        width: 140px;
        height: 3px;
        border: 0;
        appearance: none;
        background: var(--line);
      }
      progress::-webkit-progress-bar {
        background: var(--line);
      }
      progress::-webkit-progress-value {
        background: var(--text-2);
      }
      select {
        height: 26px;
        padding: 0 4px;
        border: 1px solid var(--control);
        border-radius: var(--r2);
        background: var(--panel);
        color: var(--text);
        font: inherit;
      }
      @media (max-width: 1320px) {
        :host {
          gap: 8px;
        }
        h1 {
          font-size: 15px;
        }
      }
    `,
  ];

  protected override render() {
    const { app } = this;
    const { navigator: open, opened } = this.state;
    const navigator = open && open.of === opened ? open : null;
    return html`<div class="head">
        <h1>${navigator?.errors ? sayErrorsFinding(navigator.causes, spoken()) : this.say(words.errors)}</h1>
        <button class="act" title=${this.say(words.backTitle)} @click=${() => closeErrors(app)}>
          <dl-icon name="table"></dl-icon>${this.say(words.back)}
        </button>
      </div>
      ${typeof navigator?.progress === 'number' ? this.#progress(navigator.progress) : nothing}
      ${navigator?.errors === null && navigator.progress === null ? this.#stopped() : nothing}
      <slot name="volume"></slot
      ><slot name="agreement"></slot> ${navigator?.errors ? this.#found(navigator) : nothing}`;
  }

  #progress(share: number) {
    return html`<p class="head">
      <progress max="1" .value=${share} aria-label=${this.say(words.finding)}></progress>
      <span role="status">${this.say(words.finding)}</span>
      <button class="act" @click=${() => stopFinding(this.app)}>${this.say(words.stop)}</button>
    </p>`;
  }

  #stopped() {
    return html`<p class="head">
      <span role="status">${this.say(words.stopped)}</span>
      <button class="act" @click=${() => findErrors(this.app)}>${this.say(words.again)}</button>
    </p>`;
  }

  #found(navigator: Navigator) {
    const { app } = this;
    const { causes, cause, layerMm, listed, of, before } = navigator;
    const rows = rowsOf(navigator, listed);
    const reviewed = rows.filter((row) => row.reviewed).length;
    const mm3 = Number((voxelVolumeMl(of.result.grid) * 1000).toPrecision(4));
    const save = (text: string, title: string, run: () => unknown) =>
      html`<button class="act" title=${title} ?disabled=${rows.length === 0} @click=${run}>
        <dl-icon name="download"></dl-icon>${text}
      </button>`;
    return html`<dl-error-causes
        .causes=${causes}
        .cause=${cause}
        .layerMm=${layerMm}
        mm3=${mm3}
        @cause-choose=${({ detail }: CustomEvent<ErrorCause | null>) => listErrors(app, { cause: detail })}
        @layer-change=${({ detail }: CustomEvent<number>) => findErrors(app, detail)}
      ></dl-error-causes>
      <div class="list-head">
        <h2>
          ${cause ? this.say(words.listOf, { cause: this.say(causeWords[cause]) }) : this.say(words.list)}
        </h2>
        <span class="caption" role="status">
          ${this.say(words.reviewedOf, { reviewed, of: rows.length })}
        </span>
        <button
          class="icon-button"
          aria-label=${this.say(words.undoTitle)}
          title=${this.say(words.undoTitle)}
          ?disabled=${before.length === 0}
          @click=${() => undoReview(app)}
        >
          <dl-icon name="undo-2"></dl-icon>
        </button>
        <select
          aria-label=${this.say(words.sort)}
          @change=${(event: Event) =>
            listErrors(app, { sort: (event.target as HTMLSelectElement).value as ErrorSort })}
        >
          ${ERROR_SORTS.map(
            (sort) =>
              html`<option value=${sort} ?selected=${sort === navigator.sort}>
                ${this.say(SORT_WORDS[sort])}
              </option>`,
          )}
        </select>
        ${save(this.say(words.csv), this.say(words.csvTitle), () => saveErrorsCsv(app))}
        ${save(this.say(words.map), this.say(words.mapTitle), () => saveErrorMap(app))}
        ${save(this.say(words.table), this.say(words.tableTitle), () => saveErrorTable(app, KIND_COLOURS))}
      </div>
      <dl-error-list
        .rows=${rows}
        .total=${causes.reduce((sum, { voxels }) => sum + voxels, 0)}
        .chosen=${chosenError(navigator)?.rank ?? -1}
        @error-choose=${({ detail }: CustomEvent<number>) => chooseError(app, detail)}
      ></dl-error-list>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'errors-panel': ErrorsPanel;
  }
}
