import '@awesome.me/webawesome/dist/components/radio/radio.js';
import '@awesome.me/webawesome/dist/components/radio-group/radio-group.js';
import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { DlElement } from './dl-element.ts';
import { elementEvent } from '../case/selection-event.ts';

/** One choice of a segmented control; `title` says more than its text has room for. */
export interface Segment {
  readonly value: string;
  readonly text: string;
  readonly title?: string;
}

/**
 * One of a few choices, side by side: Web Awesome's radio group, drawn as segments.
 * @fires value-change - detail: the value chosen
 */
@customElement('dl-segmented')
export class DlSegmented extends DlElement {
  @property({ attribute: false }) segments: readonly Segment[] = [];
  @property() value = '';
  @property() label = '';
  /** 22 px high instead of 26, for places inside a panel. */
  @property({ type: Boolean, reflect: true }) small = false;

  static override styles = css`
    :host {
      display: inline-block;
      --segment: 24px;
    }
    :host([small]) {
      --segment: 20px;
    }
    wa-radio-group::part(form-control-label) {
      position: absolute;
      overflow: hidden;
      width: 1px;
      height: 1px;
      clip-path: inset(50%);
    }
    wa-radio-group::part(form-control-input) {
      display: flex;
      flex-wrap: nowrap;
      gap: 2px;
      width: max-content;
      margin: 0;
      padding: 2px;
      border-radius: var(--r2);
      background: var(--raised);
    }
    wa-radio-group::part(form-control) {
      margin: 0;
    }
    wa-radio {
      min-height: var(--segment) !important;
      margin: 0 !important;
      padding: 0 var(--segment-padding, 9px) !important;
      border: 1px solid transparent !important;
      border-radius: 4px !important;
      background: none !important;
      color: var(--text-2) !important;
      font: 400 var(--t-table) var(--font) !important;
      white-space: nowrap;
    }
    :host([small]) wa-radio {
      padding: 0 7px !important;
      font: 400 var(--t-caption) var(--font) !important;
    }
    wa-radio:hover {
      color: var(--text) !important;
    }
    wa-radio:state(checked) {
      border-color: var(--line-strong) !important;
      background: var(--sel) !important;
      color: var(--text) !important;
      font-weight: 500 !important;
    }
    wa-radio:focus-visible {
      outline: 2px solid var(--focus);
      outline-offset: 2px;
    }
  `;

  protected override render() {
    return html`<wa-radio-group
      orientation="horizontal"
      size="s"
      .label=${this.label}
      .value=${this.value}
      @change=${this.#choose}
    >
      ${this.segments.map(
        ({ value, text, title }) =>
          html`<wa-radio appearance="button" value=${value} title=${title ?? ''}>${text}</wa-radio>`,
      )}
    </wa-radio-group>`;
  }

  #choose(event: Event): void {
    event.stopPropagation();
    this.value = String((event.target as HTMLElement & { value: string }).value);
    this.dispatchEvent(elementEvent('value-change', this.value));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-segmented': DlSegmented;
  }
}
