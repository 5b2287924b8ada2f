import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { DiceLensError } from '../../core/errors.ts';
import { stateWords } from '../../core/messages/case-page.ts';
import { baseStyles } from './base-styles.ts';
import './dl-icon.ts';
import { DlElement, spoken } from './dl-element.ts';
import { splitLead } from './lead.ts';
import { elementEvent } from '../case/selection-event.ts';

/**
 * An error: coral edge, octagon, the sentence of a DiceLensError. Anything else is a bug of DiceLens and shown as
 * such, with its report to copy. What was loaded stays, so it can always be dismissed.
 * @fires error-dismiss
 */
@customElement('dl-error')
export class DlError extends DlElement {
  @property({ attribute: false }) error: unknown = null;
  @state() private copied = false;

  static override styles = [
    baseStyles,
    css`
      section {
        display: flex;
        gap: 10px;
        align-items: flex-start;
        padding: 8px 8px 8px 10px;
        border-left: 3px solid var(--alert);
        border-radius: var(--r2);
        background: var(--raised);
        color: var(--text-2);
      }
      section > dl-icon {
        margin-top: 2px;
        color: var(--alert);
      }
      p {
        flex: 1;
        min-width: 0;
        margin-top: 1px;
        overflow-wrap: anywhere;
      }
      b {
        color: var(--text);
        font-weight: 600;
      }
      .link {
        margin-top: 1px;
      }
      .icon-button {
        flex: none;
        margin: -2px 0;
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('error')) this.copied = false;
  }

  protected override render() {
    const { error } = this;
    if (error === null || error === undefined) return nothing;
    const isBug = !(error instanceof DiceLensError);
    const sentence = isBug
      ? this.say(stateWords.bug, { what: error instanceof Error ? error.message : String(error) })
      : error.say(spoken());
    const [lead, rest] = splitLead(sentence);
    const dismiss = this.say(stateWords.dismiss);
    return html`<section role="alert">
      <dl-icon name="octagon-x"></dl-icon>
      <p><b>${lead}</b>${rest}</p>
      ${
        isBug
          ? html`<button class="link" @click=${this.#copy}>
              ${this.say(this.copied ? stateWords.copied : stateWords.copyReport)}
            </button>`
          : nothing
      }
      <button
        class="icon-button"
        aria-label=${dismiss}
        title=${dismiss}
        @click=${() => this.dispatchEvent(elementEvent('error-dismiss'))}
      >
        <dl-icon name="x"></dl-icon>
      </button>
    </section>`;
  }

  async #copy(): Promise<void> {
    const { error } = this;
    const report = error instanceof Error ? (error.stack ?? error.message) : String(error);
    await navigator.clipboard.writeText(`${report}\n${navigator.userAgent}`);
    this.copied = true;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-error': DlError;
  }
}
