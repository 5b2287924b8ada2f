import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { unsafeSVG } from 'lit/directives/unsafe-svg.js';
import { ICONS, type IconName } from './icons.ts';

/** One of lucide's icons, 16 px, stroke 1.5. Hidden from screen readers unless it has a `label`. */
@customElement('dl-icon')
export class DlIcon extends LitElement {
  @property() name: IconName = 'x';
  @property() label = '';

  static override styles = css`
    :host {
      display: inline-flex;
      flex: none;
      width: 16px;
      height: 16px;
    }
    svg {
      display: block;
      width: 100%;
      height: 100%;
      stroke-width: 1.5;
    }
  `;

  protected override willUpdate(): void {
    this.role = this.label ? 'img' : null;
    this.ariaLabel = this.label || null;
    this.ariaHidden = this.label ? null : 'true';
  }

  protected override render() {
    return html`${unsafeSVG(ICONS[this.name])}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-icon': DlIcon;
  }
}
