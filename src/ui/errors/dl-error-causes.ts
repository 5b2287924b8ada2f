import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { CauseSum } from '../../core/errors-of-case/case-errors.ts';
import { ERROR_CAUSES, type ErrorCause } from '../../core/errors-of-case/error-cause.ts';
import { causeTitles, causeWords } from '../../core/messages/error-atlas.ts';
import { navigatorWords as words } from '../../core/messages/error-navigator.ts';
import { integer } from '../../core/messages/sentence.ts';
import { formatShare } from '../../core/text/format.ts';
import { elementEvent } from '../case/selection-event.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement } from '../controls/dl-element.ts';

/** Causes that stand there even where there is none. */
const ALWAYS: readonly ErrorCause[] = ['outgrowth', 'shortfall', 'boundary', 'spurious', 'missed'];

/**
 * Errors by cause as bars; a bar pressed lists only these.
 * @fires cause-choose - detail: the cause, null for all
 * @fires layer-change - detail: width of the boundary layer in mm
 */
@customElement('dl-error-causes')
export class DlErrorCauses extends DlElement {
  @property({ attribute: false }) causes: readonly CauseSum[] = [];
  @property() cause: ErrorCause | null = null;
  @property({ type: Number }) layerMm = 2;
  /** Volume of a voxel as text, in mm³. */
  @property() mm3 = '';

  static override styles = [
    baseStyles,
    css`
      header {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 10px;
        align-items: baseline;
        padding-bottom: 4px;
        border-bottom: 1px solid var(--line);
      }
      header .total {
        flex: 1;
      }
      .row {
        display: grid;
        grid-template-columns: minmax(104px, 1.1fr) 62px minmax(40px, 3fr) 56px 64px;
        gap: 10px;
        align-items: center;
        width: 100%;
        height: 24px;
        border-bottom: 1px solid var(--line);
        text-align: right;
      }
      .row:hover {
        background: var(--hover);
      }
      .row[aria-pressed='true'] {
        background: var(--sel);
      }
      .row:disabled {
        background: none;
        color: var(--text-3);
        cursor: default;
      }
      .row > :first-child {
        text-align: left;
      }
      strong {
        font-weight: 600;
      }
      .row:disabled strong {
        font-weight: 400;
      }
      .bar {
        display: block;
        height: 5px;
        border-radius: 1px;
        background: var(--control);
      }
      .in {
        color: var(--text-2);
      }
      input {
        width: 46px;
        height: 20px;
        padding: 0 4px;
        border: 1px solid var(--control);
        border-radius: var(--r1);
        background: var(--bg);
        color: var(--text);
        font: inherit;
      }
    `,
  ];

  protected override render() {
    const { causes } = this;
    const voxels = causes.reduce((sum, one) => sum + one.voxels, 0);
    const pieces = causes.reduce((sum, one) => sum + one.pieces, 0);
    const absent = ERROR_CAUSES.filter(
      (cause) => ALWAYS.includes(cause) && !causes.some((one) => one.cause === cause),
    );
    return html`<header>
        <h2>${this.say(words.byCause)}</h2>
        <span class="caption total">${this.say(words.total, { voxels, mm3: this.mm3, pieces })}</span>
        <label class="caption" title=${this.say(words.layerTitle)}>
          ${this.say(words.layer)}
          <input
            type="number"
            min="0"
            max="20"
            step="0.5"
            .value=${String(this.layerMm)}
            @change=${this.#setLayer}
          />
          ${this.say(words.layerUnit)}
        </label>
      </header>
      <div role="group" aria-label=${this.say(words.byCause)}>
        ${causes.map((sum) => this.#row(sum, voxels))}
        ${absent.map((cause) => this.#row({ cause, pieces: 0, voxels: 0, volumeMl: 0 }, voxels))}
      </div>`;
  }

  #row({ cause, pieces, voxels }: CauseSum, total: number) {
    const most = this.causes[0]?.voxels ?? 1;
    return html`<button
      class="row"
      aria-pressed=${cause === this.cause}
      title=${this.say(causeTitles[cause])}
      ?disabled=${pieces === 0}
      @click=${() => this.#choose(cause)}
    >
      <span class="cut">${this.say(causeWords[cause])}</span>
      <strong>${integer(voxels)}</strong>
      <span aria-hidden="true"
        ><span class="bar" .style=${`width: ${((voxels / most) * 100).toFixed(2)}%`}></span
      ></span>
      <span>${total === 0 ? '' : formatShare(voxels / total)}</span>
      <span class="in">${this.say(words.inPieces, { pieces })}</span>
    </button>`;
  }

  #choose(cause: ErrorCause): void {
    this.dispatchEvent(elementEvent('cause-choose', cause === this.cause ? null : cause));
  }

  #setLayer(event: Event): void {
    const input = event.target as HTMLInputElement;
    const mm = input.valueAsNumber;
    if (mm >= 0 && mm <= 20) this.dispatchEvent(elementEvent('layer-change', mm));
    else input.value = String(this.layerMm);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-error-causes': DlErrorCauses;
  }
}
