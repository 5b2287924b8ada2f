import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { MAX_BAND_MM } from '../../core/surface/boundary-zones.ts';
import type { StructureScore } from '../../core/case/case-result.ts';
import { bandWords as text } from '../../core/messages/why-page.ts';
import type { StructureRef } from '../../core/labels/selection.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { sliderStyles } from '../controls/slider-styles.ts';
import { DlElement } from '../controls/dl-element.ts';
import { elementEvent } from '../case/selection-event.ts';
import { structureChip } from '../labels/structure-chip.ts';

/**
 * How wide the band round a boundary is, and whose.
 * @fires band-width - detail: mm, in tenths
 * @fires band-choose - detail: the structure chosen
 */
@customElement('dl-boundary-band')
export class DlBoundaryBand extends DlElement {
  @property({ attribute: false }) structures: readonly StructureScore[] = [];
  @property({ attribute: false }) chosen: StructureRef | null = null;
  @property({ type: Number }) bandMm = 2;

  static override styles = [
    baseStyles,
    sliderStyles,
    css`
      :host {
        display: flex;
        gap: 12px;
        align-items: center;
        min-width: 0;
        height: 40px;
      }
      h2 {
        flex: none;
      }
      input {
        flex: 1;
        min-width: 60px;
        height: 20px;
      }
      b {
        flex: none;
        min-width: 52px;
        font: 600 var(--t-body) var(--font);
        text-align: right;
      }
      .choice {
        display: flex;
        flex: 0 1 auto;
        gap: 8px;
        align-items: center;
        min-width: 0;
        height: 28px;
        padding: 0 4px 0 8px;
        border-radius: var(--r2);
        background: var(--raised);
      }
      .choice:focus-within {
        outline: 2px solid var(--focus);
        outline-offset: 2px;
      }
      select {
        min-width: 40px;
        max-width: 150px;
        height: 26px;
        border: 0;
        outline: none;
        background: var(--raised);
        color: var(--text);
        font: 400 var(--t-table) var(--font);
        text-overflow: ellipsis;
      }
    `,
  ];

  protected override render() {
    const key = JSON.stringify(this.chosen);
    const index = this.structures.findIndex(({ structure }) => JSON.stringify(structure) === key);
    const chosen = this.structures[index];
    return html`<h2>${this.say(text.title)}</h2>
      <input
        type="range"
        min="0"
        max=${MAX_BAND_MM}
        step="0.1"
        aria-label=${this.say(text.width)}
        aria-valuetext=${this.say(text.mm, { mm: this.bandMm.toFixed(1) })}
        .value=${String(this.bandMm)}
        .style=${`--filled: ${(this.bandMm / MAX_BAND_MM) * 100}%`}
        @input=${(event: Event) =>
          this.dispatchEvent(elementEvent('band-width', (event.target as HTMLInputElement).valueAsNumber))}
      />
      <b>${this.say(text.mm, { mm: this.bandMm.toFixed(1) })}</b>
      <span class="choice">
        ${chosen ? structureChip(chosen.structure, chosen.labels) : nothing}
        <select
          aria-label=${this.say(text.structure)}
          @change=${(event: Event) => this.#choose((event.target as HTMLSelectElement).selectedIndex)}
        >
          ${this.structures.map(({ name }, i) => html`<option .selected=${i === index}>${name}</option>`)}
        </select>
      </span>`;
  }

  #choose(index: number): void {
    const score = this.structures[index];
    if (score) this.dispatchEvent(elementEvent<StructureRef>('band-choose', score.structure));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-boundary-band': DlBoundaryBand;
  }
}
