import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { startWords as words } from '../../core/messages/start.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement } from '../controls/dl-element.ts';
import '../controls/dl-icon.ts';
import { elementEvent } from '../case/selection-event.ts';

/** One of the list. */
export interface RecentRow {
  readonly name: string;
  readonly kind: 'case' | 'cohort' | 'runs';
  /** In ms since 1970. */
  readonly opened: number;
}

const DAY_MS = 24 * 3600 * 1000;

/**
 * What was opened before, the latest first.
 * @fires recent-open - detail: the row
 * @fires recent-forget - detail: the row
 */
@customElement('dl-recent-list')
export class DlRecentList extends DlElement {
  @property({ attribute: false }) list: readonly RecentRow[] = [];
  /** The time from which days are told, in ms since 1970. */
  @property({ type: Number }) now = 0;

  static override styles = [
    baseStyles,
    css`
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(300px, 100%), 1fr));
        gap: 0 28px;
        margin-top: var(--s2);
      }
      li {
        display: flex;
        gap: var(--s2);
        align-items: center;
        min-width: 0;
        border-top: 1px solid var(--line);
      }
      li:hover {
        background: var(--hover);
      }
      .open {
        display: flex;
        flex: 1;
        gap: 10px;
        align-items: baseline;
        min-width: 0;
        padding: 7px 0;
      }
      b {
        min-width: 0;
        font-weight: 600;
      }
      span {
        color: var(--text-3);
      }
      .when {
        margin-left: auto;
        white-space: nowrap;
      }
    `,
  ];

  protected override render() {
    return html`<ul>
      ${this.list.map((row) => {
        const forget = this.say(words.forget, row);
        return html`<li>
          <button
            class="open"
            title=${row.name}
            @click=${() => this.dispatchEvent(elementEvent('recent-open', row))}
          >
            <b class="cut">${row.name}</b><span>${this.say(words.kinds[row.kind])}</span
            ><span class="when">${this.say(words.daysAgo, daysBetween(row.opened, this.now))}</span>
          </button>
          <button
            class="icon-button"
            aria-label=${forget}
            title=${forget}
            @click=${() => this.dispatchEvent(elementEvent('recent-forget', row))}
          >
            <dl-icon name="x"></dl-icon>
          </button>
        </li>`;
      })}
    </ul>`;
  }
}

const daysBetween = (then: number, now: number) => Math.max(0, Math.floor((now - then) / DAY_MS));

declare global {
  interface HTMLElementTagNameMap {
    'dl-recent-list': DlRecentList;
  }
}
