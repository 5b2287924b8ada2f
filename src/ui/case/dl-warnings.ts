import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { sayWarning, type Warning } from '../../core/errors.ts';
import { stateWords } from '../../core/messages/case-page.ts';
import { baseStyles } from '../controls/base-styles.ts';
import '../controls/dl-icon.ts';
import { DlElement, spoken } from '../controls/dl-element.ts';
import { splitLead } from '../controls/lead.ts';

/**
 * The remarks of a result, raised, with a triangle. The first shows in one line with the number of the others;
 * a click shows all of them whole. A link that belongs to them goes into the slot `action`.
 */
@customElement('dl-warnings')
export class DlWarnings extends DlElement {
  @property({ attribute: false }) warnings: readonly Warning[] = [];
  @state() private open = false;

  static override styles = [
    baseStyles,
    css`
      section {
        display: flex;
        gap: 10px;
        align-items: flex-start;
        padding: 5px 12px;
        border-radius: var(--r2);
        background: var(--raised);
        color: var(--text-2);
      }
      dl-icon {
        margin-top: 1px;
        color: var(--text);
      }
      ul {
        flex: 1;
        min-width: 0;
      }
      .short {
        display: -webkit-box;
        overflow: hidden;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
      }
      @media (height < 800px) {
        .short {
          display: block;
          text-overflow: ellipsis;
          white-space: nowrap;
        }
      }
      .icon-button {
        margin: -3px -6px -3px 0;
      }
      section.open ul {
        max-height: 128px;
        overflow: auto;
        scrollbar-width: thin;
        scrollbar-color: var(--line-strong) transparent;
      }
      li + li {
        margin-top: 6px;
      }
      b {
        color: var(--text);
        font-weight: 600;
      }
      button {
        white-space: nowrap;
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('warnings')) this.open = false;
  }

  protected override render() {
    const { warnings, open } = this;
    if (warnings.length === 0) return nothing;
    const more = warnings.length - 1;
    const shown = open ? warnings : warnings.slice(0, 1);
    return html`<section class=${open ? 'open' : ''} role="note" aria-label=${this.say(stateWords.warnings)}>
      <dl-icon name="triangle-alert"></dl-icon>
      <ul>
        ${shown.map((warning) => {
          const [lead, rest] = splitLead(sayWarning(warning, spoken()));
          return html`<li class=${open ? '' : 'short'} data-code=${warning.code}><b>${lead}</b>${rest}</li>`;
        })}
      </ul>
      <slot name="action"></slot>
      ${
        more > 0
          ? html`<button class="link" aria-expanded=${open} @click=${this.#toggle}>
              ${open ? this.say(stateWords.fewer) : this.say(stateWords.moreWarnings, { more })}
            </button>`
          : html`<button
              class="icon-button"
              aria-expanded=${open}
              aria-label=${this.say(stateWords.showAll)}
              title=${this.say(stateWords.showAll)}
              @click=${this.#toggle}
            >
              <dl-icon name=${open ? 'chevron-up' : 'chevron-down'}></dl-icon>
            </button>`
      }
    </section>`;
  }

  #toggle(): void {
    this.open = !this.open;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-warnings': DlWarnings;
  }
}
