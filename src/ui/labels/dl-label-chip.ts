import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { labelColour, labelInk } from './label-colour.ts';

/** A label as its integer in a square of its colour; background is an empty square with a rim. */
@customElement('dl-label-chip')
export class DlLabelChip extends LitElement {
  @property({ type: Number }) label = 0;

  static override styles = css`
    :host {
      display: inline-grid;
      flex: none;
      place-items: center;
      min-width: var(--chip, 16px);
      height: var(--chip, 16px);
      padding: 0 calc(var(--chip, 16px) / 5);
      border-radius: var(--r1);
      box-sizing: border-box;
      box-shadow: inset 0 0 0 1px var(--rim);
      font: 600 calc(var(--chip, 16px) * 0.66) / 1 var(--font);
      font-variant-numeric: tabular-nums;
      vertical-align: middle;
      white-space: nowrap;
    }
    :host([background]) {
      box-shadow: inset 0 0 0 1px var(--control);
    }
  `;

  protected override willUpdate(): void {
    this.toggleAttribute('background', this.label <= 0);
    this.style.background = labelColour(this.label);
    this.style.color = labelInk(this.label);
  }

  protected override render() {
    return html`${this.label}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-label-chip': DlLabelChip;
  }
}
