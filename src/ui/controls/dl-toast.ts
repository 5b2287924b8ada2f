import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { stateWords } from '../../core/messages/case-page.ts';
import { baseStyles } from './base-styles.ts';
import { DlElement } from './dl-element.ts';
import { elementEvent } from '../case/selection-event.ts';

const SHOWN_MS = 8000;

/**
 * What was just done, with Undo: at the bottom of the window for 8 seconds, longer while the pointer or the focus
 * is on it. Empty text hides it.
 * @fires toast-undo
 * @fires toast-close - its time is over
 */
@customElement('dl-toast')
export class DlToast extends DlElement {
  @property() text = '';
  @property({ type: Boolean }) undo = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  static override styles = [
    baseStyles,
    css`
      :host {
        position: fixed;
        bottom: 42px;
        left: 50%;
        z-index: 20;
        translate: -50%;
      }
      div {
        display: flex;
        gap: 18px;
        align-items: center;
        max-width: min(560px, 90vw);
        min-height: 36px;
        padding: 6px 14px;
        border-radius: var(--r2);
        background: var(--invert-bg);
        color: var(--invert-text);
        box-shadow: 0 8px 24px rgb(0 0 0 / 35%);
        animation: rise 120ms ease-out;
      }
      .link {
        color: inherit;
      }
      .link:focus-visible {
        outline-color: var(--invert-text);
      }
      @keyframes rise {
        from {
          opacity: 0;
          translate: 0 6px;
        }
      }
    `,
  ];

  override disconnectedCallback(): void {
    this.#hold();
    super.disconnectedCallback();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('text')) this.#count();
  }

  protected override render() {
    return html`<span role="status"
      >${
        this.text
          ? html`<div
              @pointerenter=${this.#hold}
              @pointerleave=${this.#count}
              @focusin=${this.#hold}
              @focusout=${this.#count}
            >
              <span>${this.text}</span>
              ${
                this.undo
                  ? html`<button class="link" @click=${() => this.dispatchEvent(elementEvent('toast-undo'))}>
                      ${this.say(stateWords.undo)}
                    </button>`
                  : nothing
              }
            </div>`
          : nothing
      }</span
    >`;
  }

  #hold(): void {
    clearTimeout(this.timer);
  }

  #count(): void {
    this.#hold();
    if (this.text) this.timer = setTimeout(() => this.dispatchEvent(elementEvent('toast-close')), SHOWN_MS);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-toast': DlToast;
  }
}
