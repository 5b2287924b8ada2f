import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { App } from '../../app/app.ts';
import type { CohortState } from '../../app/cohort/cohort-state.ts';
import {
  exportAtlas,
  findCohortErrors,
  openError,
  reviewError,
  stopFindingErrors,
} from '../../app/cohort/find-errors.ts';
import type { AtlasError } from '../../core/cohort/atlas-errors.ts';
import { atlasWords as words } from '../../core/messages/error-atlas.ts';
import { baseStyles } from '../../ui/controls/base-styles.ts';
import { DlElement } from '../../ui/controls/dl-element.ts';
import '../../ui/cohort/dl-cohort-atlas.ts';

/** The errors of all cases, which are found when they are asked for: every case is read once more. */
@customElement('cohort-errors')
export class CohortErrors extends DlElement {
  @property({ attribute: false }) app!: App;
  @property({ attribute: false }) cohort!: CohortState;

  static override styles = [
    baseStyles,
    css`
      .start {
        display: flex;
        flex-wrap: wrap;
        gap: 8px 14px;
        align-items: center;
        padding: 4px 0 8px;
        color: var(--text-2);
      }
      .act {
        height: 28px;
        padding: 0 10px;
        border: 1px solid var(--line-strong);
        border-radius: var(--r2);
        color: var(--text);
      }
      .act:hover {
        background: var(--hover);
      }
      progress {
        width: 120px;
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
    `,
  ];

  protected override render() {
    const { app, cohort } = this;
    return html`${this.#head()}
    ${
      cohort.atlas
        ? html`<dl-cohort-atlas
            .atlas=${cohort.atlas}
            .review=${cohort.review}
            @error-open=${({ detail }: CustomEvent<AtlasError>) => openError(app, detail)}
            @review-change=${({ detail }: CustomEvent<{ id: string }>) => reviewError(app, detail)}
            @atlas-export=${({ detail }: CustomEvent<readonly AtlasError[]>) => exportAtlas(app, detail)}
          ></dl-cohort-atlas>`
        : ''
    }`;
  }

  #head() {
    const { app, cohort } = this;
    const { atlas, atlasProgress: progress, source } = cohort;
    if (source === 'summary') return html`<p class="start">${this.say(words.needsFiles)}</p>`;
    if (progress) {
      const { done, total } = progress;
      const text = this.say(words.finding, { done, total });
      return html`<p class="start">
        <progress max=${total} .value=${done} aria-label=${text}></progress>
        <span role="status">${text}</span>
        <button class="act" @click=${stopFindingErrors}>${this.say(words.stop)}</button>
      </p>`;
    }
    if (atlas) return '';
    return html`<p class="start">
      <span>${this.say(words.explain)}</span>
      <button class="act" title=${this.say(words.findTitle)} @click=${() => findCohortErrors(app)}>
        ${this.say(words.find)}
      </button>
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cohort-errors': CohortErrors;
  }
}
