import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { integer, type Sentence } from '../../core/messages/sentence.ts';
import { legendWords } from '../../core/messages/viewer.ts';
import { DlElement } from '../controls/dl-element.ts';
import type { LegendEntry, Said } from './overlay-spec.ts';

/** What the colours and lines on the slices mean, with voxel counts of the whole volume. */
@customElement('dl-slice-legend')
export class DlSliceLegend extends DlElement {
  @property({ attribute: false }) entries: readonly LegendEntry[] = [];

  static override styles = css`
    :host {
      position: absolute;
      bottom: 6px;
      left: 0;
      box-sizing: border-box;
      overflow: hidden;
      max-width: max(calc(50% - 16px), min(190px, calc(100% - 84px)));
      max-height: calc(100% - 60px);
      padding: 4px 8px 4px 11px;
      border-radius: 0 var(--r2) var(--r2) 0;
      background: rgb(15 17 19 / 68%);
      color: var(--well-text);
      font: 400 11px/18px var(--font);
      font-variant-numeric: tabular-nums;
      pointer-events: none;
    }
    :host([hidden]) {
      display: none;
    }
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      gap: 6px;
      align-items: center;
      white-space: nowrap;
    }
    .text {
      overflow: hidden;
      color: #fff;
      text-overflow: ellipsis;
    }
    .note {
      color: var(--well-dim);
    }
    i {
      flex: none;
      width: 8px;
      height: 8px;
      border-radius: 2px;
      background: var(--swatch);
    }
    .dot {
      border-radius: 50%;
    }
    .hatch {
      background: repeating-linear-gradient(-45deg, var(--swatch) 0 2px, transparent 2px 4px);
    }
    .outline,
    .dashed {
      border: 1px solid var(--swatch);
      background: none;
    }
    .dashed {
      border-style: dashed;
    }
    .none {
      display: none;
    }
  `;

  protected override willUpdate(): void {
    this.hidden = this.entries.length === 0;
  }

  protected override render() {
    return html`<ul aria-label=${this.say(legendWords.legend)}>
      ${this.entries.map(
        ({ swatch, colour, text, note, voxels }) =>
          html`<li>
            <i class=${swatch} .style=${`--swatch: ${colour}`}></i>
            <span class="text">${this.#text(text)}</span>
            ${voxels === null ? nothing : html`<span class="note">${integer(voxels)}</span>`}
            ${note ? html`<span class="note">${this.#text(note)}</span>` : nothing}
          </li>`,
      )}
    </ul>`;
  }

  #text(text: string | Said): string {
    return typeof text === 'string' ? text : this.say(text.sentence as Sentence<unknown>, text.facts);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-slice-legend': DlSliceLegend;
  }
}
