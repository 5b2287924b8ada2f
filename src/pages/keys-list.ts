import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Page } from '../app/link.ts';
import { baseStyles } from '../ui/controls/base-styles.ts';
import { DlElement } from '../ui/controls/dl-element.ts';
import { shortcutsOf } from './shortcuts-of.ts';

/** Keys and mouse of the page on screen; it comes when it is first asked for. */
@customElement('keys-list')
export class KeysList extends DlElement {
  @property() page: Page = 'case';

  static override styles = [
    baseStyles,
    css`
      .keys {
        display: grid;
        grid-template-columns: auto auto;
        gap: 6px var(--s5);
        margin: 0;
        font: 400 var(--t-body) var(--font);
      }
      dt {
        color: var(--text-2);
      }
      dd {
        margin: 0;
        font-weight: 500;
      }
    `,
  ];

  protected override render() {
    return html`<dl class="keys">
      ${shortcutsOf(this.page).map(
        ([what, keys]) =>
          html`<dt>${this.say(what)}</dt>
            <dd>${typeof keys === 'string' ? keys : this.say(keys)}</dd>`,
      )}
    </dl>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'keys-list': KeysList;
  }
}
