import '@awesome.me/webawesome/dist/components/popover/popover.js';
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { App } from '../../app/app.ts';
import type { ShownCohort } from '../../app/cohort/cohort-shown.ts';
import type { CohortState } from '../../app/cohort/cohort-state.ts';
import { changeCohort } from '../../app/cohort/cohort-view.ts';
import { cohortPageWords as words } from '../../core/messages/cohort-page.ts';
import { baseStyles } from '../../ui/controls/base-styles.ts';
import { DlElement } from '../../ui/controls/dl-element.ts';
import '../../ui/controls/dl-icon.ts';
import { structureChip } from '../../ui/labels/structure-chip.ts';
import { cohortControlStyles } from './cohort-control-styles.ts';

/** Which structures have columns. */
@customElement('cohort-columns')
export class CohortColumns extends DlElement {
  @property({ attribute: false }) app!: App;
  @property({ attribute: false }) cohort!: CohortState;
  @property({ attribute: false }) shown!: ShownCohort;
  /** The list, hundreds of lines maybe, is made when it is first opened. */
  @state() private isOpen = false;

  static override styles = [
    baseStyles,
    cohortControlStyles,
    css`
      @media (max-width: 1500px) {
        .text {
          display: none;
        }
      }
      wa-popover {
        --max-width: 320px;
      }
      .list {
        display: grid;
        max-height: 320px;
        min-width: 200px;
        overflow: hidden auto;
        scrollbar-width: thin;
        scrollbar-color: var(--line-strong) transparent;
      }
      label {
        display: flex;
        gap: 8px;
        align-items: center;
        min-height: 26px;
        cursor: pointer;
      }
      input {
        margin: 0;
        accent-color: var(--text-2);
      }
      .all {
        display: flex;
        gap: 16px;
        padding-bottom: 6px;
        border-bottom: 1px solid var(--line);
      }
    `,
  ];

  protected override render() {
    const { structures } = this.shown;
    if (structures.length < 2) return nothing;
    const { hidden } = this.cohort;
    return html`<button
        class="toggle"
        id="columns"
        aria-label=${this.say(words.columnsTitle)}
        title=${this.say(words.columnsTitle)}
      >
        <dl-icon name="columns-3"></dl-icon><span class="text">${this.say(words.columns)}</span>${
          hidden.size > 0 ? ` ${structures.length - hidden.size}/${structures.length}` : nothing
        }
      </button>
      <wa-popover for="columns" placement="bottom-start" distance="6" without-arrow @wa-show=${this.#show}>
        ${this.isOpen ? this.#list() : nothing}
      </wa-popover>`;
  }

  readonly #show = (): void => {
    this.isOpen = true;
  };

  #list() {
    const { structures } = this.shown;
    const { hidden } = this.cohort;
    const change = (keys: Iterable<string>) => changeCohort(this.app, { hidden: new Set(keys) });
    return html`<div class="all">
        <button class="link" @click=${() => change([])}>${this.say(words.showAll)}</button>
        <button class="link" @click=${() => change(structures.map(({ key }) => key))}>
          ${this.say(words.hideAll)}
        </button>
      </div>
      <div class="list" role="group" aria-label=${this.say(words.columnsTitle)}>
        ${structures.map(
          ({ key, name, structure, labels }) =>
            html`<label>
              <input
                type="checkbox"
                .checked=${!hidden.has(key)}
                @change=${(event: Event) =>
                  change(
                    (event.target as HTMLInputElement).checked
                      ? [...hidden].filter((one) => one !== key)
                      : [...hidden, key],
                  )}
              />${structureChip(structure, labels)}<span class="cut" title=${name}>${name}</span>
            </label>`,
        )}
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cohort-columns': CohortColumns;
  }
}
