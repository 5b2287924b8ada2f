import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { patchPictureWords as text } from '../../core/messages/patch-pictures.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement } from '../controls/dl-element.ts';
import { elementEvent } from '../case/selection-event.ts';

/** A patch of an epoch in figures. */
export interface PatchRow {
  /** Its place among all draws. */
  readonly index: number;
  /** Its place in the epoch, from 1. */
  readonly number: number;
  /** The structure it was forced on; null for a random one. */
  readonly forcedOn: string | null;
  readonly start: readonly number[];
  readonly voxel: readonly number[] | null;
  readonly meets: boolean;
}

/**
 * The patches of an epoch in figures: a row is a button, arrow keys go from row to row.
 * @fires box-select - detail: the index of the patch
 */
@customElement('dl-patch-list')
export class DlPatchList extends DlElement {
  @property({ attribute: false }) rows: readonly PatchRow[] = [];
  @property({ attribute: false }) chosen: number | null = null;

  static override styles = [
    baseStyles,
    css`
      .scroll {
        overflow: auto;
        max-height: var(--patch-list, 156px);
        scrollbar-width: thin;
        scrollbar-color: var(--line-strong) transparent;
      }
      table {
        width: 100%;
        border-collapse: collapse;
        white-space: nowrap;
      }
      th,
      td {
        height: 24px;
        padding: 0 0 0 8px;
        border-bottom: 1px solid var(--line);
        font-weight: 400;
        text-align: right;
      }
      thead th {
        position: sticky;
        z-index: 1;
        top: 0;
        background: var(--panel);
        color: var(--text-3);
        font: 400 var(--t-caption) var(--font);
      }
      th:first-child {
        padding-left: 4px;
        text-align: left;
      }
      th:last-child,
      td:last-child {
        padding-right: 6px;
      }
      .kind {
        overflow: hidden;
        max-width: 104px;
        text-align: left;
        text-overflow: ellipsis;
      }
      tbody tr {
        cursor: pointer;
      }
      tbody tr:hover {
        background: var(--hover);
      }
      tbody tr[aria-current='true'] {
        background: var(--sel);
      }
      button {
        min-width: 24px;
        min-height: 24px;
      }
      button:focus-visible {
        outline-offset: -2px;
      }
      .dim {
        color: var(--text-2);
      }
      p {
        color: var(--text-2);
      }
    `,
  ];

  protected override render() {
    if (this.rows.length === 0) return html`<p>${this.say(text.none)}</p>`;
    return html`<div class="scroll">
      <table aria-label=${this.say(text.list)} @keydown=${this.#keyDown}>
        <thead>
          <tr>
            <th scope="col">${this.say(text.number)}</th>
            <th scope="col" class="kind">${this.say(text.kind)}</th>
            <th scope="col">${this.say(text.from)}</th>
            <th scope="col">${this.say(text.drawn)}</th>
            <th scope="col" title=${this.say(text.onSliceTitle)}>${this.say(text.onSlice)}</th>
          </tr>
        </thead>
        <tbody>
          ${this.rows.map((row) => this.#row(row))}
        </tbody>
      </table>
    </div>`;
  }

  /** What is chosen elsewhere comes into view, without moving the page. */
  protected override updated(): void {
    const scroll = this.renderRoot.querySelector<HTMLElement>('.scroll');
    const row = this.renderRoot.querySelector<HTMLElement>('tr[aria-current=true]');
    if (!scroll || !row) return;
    const head = scroll.querySelector('thead')?.clientHeight ?? 0;
    const top = row.offsetTop - head;
    const bottom = row.offsetTop + row.offsetHeight - scroll.clientHeight;
    scroll.scrollTop = Math.min(top, Math.max(bottom, scroll.scrollTop));
  }

  #row({ index, number, forcedOn, start, voxel, meets }: PatchRow) {
    const kind = forcedOn === null ? this.say(text.random) : this.say(text.forcedOn, { name: forcedOn });
    return html`<tr aria-current=${index === this.chosen} @click=${() => this.#select(index)}>
      <th scope="row">
        <button
          tabindex=${index === (this.chosen ?? this.rows[0].index) ? 0 : -1}
          aria-label=${this.say(text.patchTitle, { number, kind, start })}
        >
          ${number}
        </button>
      </th>
      <td class="kind ${forcedOn === null ? 'dim' : ''}" title=${kind}>${forcedOn ?? kind}</td>
      <td>${start.map(signed).join(', ')}</td>
      <td class="dim">${voxel ? voxel.join(', ') : '–'}</td>
      <td class="dim">${meets ? this.say(text.meets) : '–'}</td>
    </tr>`;
  }

  #select(index: number): void {
    this.dispatchEvent(elementEvent('box-select', index));
  }

  readonly #keyDown = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const buttons = [...this.renderRoot.querySelectorAll<HTMLButtonElement>('tbody button')];
    const next = buttons.indexOf((this.renderRoot as ShadowRoot).activeElement as HTMLButtonElement) + by;
    if (!buttons[next]) return;
    buttons[next].focus({ preventScroll: true });
    this.#select(this.rows[next].index);
  };
}

function signed(value: number): string {
  return value < 0 ? `−${-value}` : String(value);
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-patch-list': DlPatchList;
  }
}
