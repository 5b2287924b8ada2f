import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import './dl-label-chip.ts';

const MOST = 4;

/** A region as the squares of its labels in one outline, so that it reads as a set; many are cut to "+n". */
@customElement('dl-region-chip')
export class DlRegionChip extends LitElement {
  @property({ attribute: false }) labels: readonly number[] = [];

  static override styles = css`
    :host {
      display: inline-flex;
      flex: none;
      gap: 2px;
      align-items: center;
      padding: 1px;
      border: 1px solid var(--control);
      border-radius: 5px;
      vertical-align: middle;
      --chip: 14px;
    }
    span {
      padding: 0 2px;
      color: var(--text-2);
      font: 500 9.5px/14px var(--font);
    }
  `;

  protected override willUpdate(): void {
    this.title = this.labels.join(', ');
  }

  protected override render() {
    const { labels } = this;
    const shown = labels.length > MOST ? labels.slice(0, MOST - 1) : labels;
    const more = labels.length - shown.length;
    return html`${shown.map((label) => html`<dl-label-chip .label=${label}></dl-label-chip>`)}${
      more > 0 ? html`<span>+${more}</span>` : nothing
    }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-region-chip': DlRegionChip;
  }
}
