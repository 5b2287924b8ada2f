import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { shellWords } from '../../core/messages/shell.ts';
import { baseStyles } from './base-styles.ts';
import { DlElement } from './dl-element.ts';
import './dl-icon.ts';
import { elementEvent } from '../case/selection-event.ts';

/** One answer: what it says, and what is sent when it is chosen. */
export interface Answer {
  readonly value: string;
  readonly text: string;
}

/**
 * A question that only the user can answer, raised above the page; what is open stays until it is answered.
 * @fires question-answer - detail: the value of the answer
 * @fires question-dismiss
 */
@customElement('dl-question')
export class DlQuestion extends DlElement {
  @property() text = '';
  @property({ attribute: false }) answers: readonly Answer[] = [];

  static override styles = [
    baseStyles,
    css`
      div {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--s2) var(--s3);
        padding: var(--s2) var(--s4);
        border-radius: var(--r2);
        background: var(--raised);
      }
      p {
        flex: 1 1 320px;
        font-weight: 500;
      }
      .answer {
        height: 30px;
        padding: 0 var(--s3);
        border: 1px solid var(--control);
        border-radius: var(--r2);
      }
      .answer:hover {
        background: var(--hover);
      }
    `,
  ];

  protected override render() {
    return html`<div role="alertdialog" aria-label=${this.text}>
      <p>${this.text}</p>
      ${this.answers.map(
        ({ value, text }) =>
          html`<button
            class="answer"
            @click=${() => this.dispatchEvent(elementEvent('question-answer', value))}
          >
            ${text}
          </button>`,
      )}
      <button
        class="icon-button"
        aria-label=${this.say(shellWords.close)}
        title=${this.say(shellWords.close)}
        @click=${() => this.dispatchEvent(elementEvent('question-dismiss'))}
      >
        <dl-icon name="x"></dl-icon>
      </button>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-question': DlQuestion;
  }
}
