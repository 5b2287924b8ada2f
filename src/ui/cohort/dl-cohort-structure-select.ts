import '@awesome.me/webawesome/dist/components/option/option.js';
import '@awesome.me/webawesome/dist/components/select/select.js';
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { PlotStructure } from '../../core/cohort/plot-cohort.ts';
import { plotWords } from '../../core/messages/cohort-plots.ts';
import { elementEvent } from '../case/selection-event.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement } from '../controls/dl-element.ts';
import '../controls/dl-icon.ts';
import { structureChip } from '../labels/structure-chip.ts';

/**
 * Which structure a plot shows.
 * @fires structure-choose - detail: the key of the structure
 */
@customElement('dl-cohort-structure-select')
export class DlCohortStructureSelect extends DlElement {
  @property({ attribute: false }) structures: readonly PlotStructure[] = [];
  @property() chosen = '';
  /** Until the select is reached only the chosen structure is among its options: there may be hundreds. */
  @state() private offersAll = false;
  #onlyOffered = '';

  static override styles = [
    baseStyles,
    css`
      :host {
        display: inline-block;
        max-width: 190px;
        --wa-form-control-height: 26px;
        --wa-form-control-padding-inline: 6px;
      }
      wa-select {
        --wa-form-control-activated-color: var(--sel);
      }
      wa-select::part(form-control-label) {
        position: absolute;
        overflow: hidden;
        width: 1px;
        height: 1px;
        margin: 0;
        clip-path: inset(50%);
      }
      wa-select::part(combobox) {
        border-color: var(--raised);
        background: var(--raised);
      }
      wa-select:hover::part(combobox) {
        border-color: var(--line-strong);
      }
      wa-select::part(expand-icon) {
        margin-inline-start: var(--s1);
      }
      wa-select::part(display-input) {
        color: var(--text);
        font: 400 var(--t-table) var(--font);
        text-overflow: ellipsis;
      }
      wa-select::part(listbox) {
        width: max-content;
        min-width: 180px;
        max-width: 340px;
        max-height: 360px;
        border-radius: var(--r2);
      }
      span[slot='start'] {
        margin-inline-end: var(--s2);
      }
      wa-option {
        padding-block: 5px;
        color: var(--text);
        font: 400 var(--t-table) var(--font);
        --current-text-color: var(--text);
      }
      wa-option:state(selected) {
        font-weight: 500;
      }
    `,
  ];

  /** The select keeps the text of an option it once showed: other names need another select. */
  protected override willUpdate(): void {
    if (!this.offersAll) this.#onlyOffered = this.chosen;
  }

  protected override render() {
    const { structures, chosen } = this;
    const current = structures.find(({ key }) => key === chosen);
    const offered = this.offersAll ? structures : structures.filter((one) => one === current);
    const names = structures.map(({ key, name }) => `${key} ${name}`).join('\n');
    return keyed(
      `${names}\n${this.#onlyOffered}`,
      html`<wa-select
        size="s"
        appearance="filled"
        placement="bottom-start"
        aria-label=${this.say(plotWords.structure)}
        title=${current?.name ?? this.say(plotWords.structure)}
        .value=${chosen}
        @pointerover=${this.#offerAll}
        @focusin=${this.#offerAll}
        @change=${this.#choose}
      >
        <span slot="label" class="off-screen">${this.say(plotWords.structure)}</span>
        ${current ? html`<span slot="start">${structureChip(current.structure, current.labels)}</span>` : nothing}
        <dl-icon slot="expand-icon" name="chevron-down"></dl-icon>
        ${offered.map(
          ({ key, name, structure, labels }) =>
            html`<wa-option value=${key} .label=${name} title=${name}>
              <span slot="start">${structureChip(structure, labels)}</span>${name}
            </wa-option>`,
        )}
      </wa-select>`,
    );
  }

  #offerAll(): void {
    this.offersAll = true;
  }

  #choose(event: Event): void {
    event.stopPropagation();
    const key = String((event.target as HTMLElement & { value: string }).value);
    if (key && key !== this.chosen) this.dispatchEvent(elementEvent('structure-choose', key));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-cohort-structure-select': DlCohortStructureSelect;
  }
}
