import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { formatBytes, formatBytesOf } from '../../core/text/format.ts';
import { integer } from '../../core/messages/sentence.ts';
import { stateWords } from '../../core/messages/case-page.ts';
import { baseStyles } from './base-styles.ts';
import { DlElement } from './dl-element.ts';
import { elementEvent } from '../case/selection-event.ts';

/**
 * Work that runs: what it is, how far, a thin bar, Cancel. With `total` 0 nobody knows how far, and a short bar
 * stands still at the left.
 * @fires progress-cancel
 */
@customElement('dl-progress')
export class DlProgress extends DlElement {
  /** What is done, a finished sentence; empty with `file`. */
  @property() text = '';
  /** The file that is read. */
  @property() file = '';
  @property({ type: Number }) done = 0;
  @property({ type: Number }) total = 0;
  @property() unit: 'bytes' | 'items' = 'bytes';
  /** A remark below the bar. */
  @property() note = '';

  static override styles = [
    baseStyles,
    css`
      section {
        padding: 8px 12px;
        border-radius: var(--r2);
        background: var(--raised);
      }
      div {
        display: flex;
        gap: 12px;
        justify-content: space-between;
        min-width: 0;
      }
      b {
        font-weight: 500;
      }
      .grey {
        color: var(--text-3);
        white-space: nowrap;
      }
      .track {
        height: 3px;
        margin: 7px 0;
        border-radius: 2px;
        background: var(--line-strong);
      }
      .track i {
        min-width: 6%;
        border-radius: inherit;
        background: var(--invert-bg);
      }
    `,
  ];

  protected override render() {
    const { done, total, file } = this;
    const inBytes = this.unit === 'bytes';
    const [part, whole] = inBytes ? formatBytesOf(done, total) : [integer(done), integer(total)];
    const text = this.text || (file && this.say(stateWords.reading, { file }));
    const percent = total > 0 ? Math.min(100, (100 * done) / total) : 0;
    return html`<section>
      <div>
        <b class="cut" title=${text}>${text}</b>
        <span class="grey">
          ${
            total > 0
              ? this.say(stateWords.doneOf, { done: part, total: whole })
              : done > 0
                ? inBytes
                  ? formatBytes(done)
                  : part
                : nothing
          }
        </span>
      </div>
      <div
        class="track"
        role="progressbar"
        aria-label=${text}
        aria-valuemin="0"
        aria-valuemax="100"
        aria-valuenow=${total > 0 ? Math.round(percent) : nothing}
      >
        <i .style=${`width:${percent}%`}></i>
      </div>
      <div>
        <span class="grey cut">${this.note}</span>
        <button class="link" @click=${() => this.dispatchEvent(elementEvent('progress-cancel'))}>
          ${this.say(stateWords.cancel)}
        </button>
      </div>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-progress': DlProgress;
  }
}
