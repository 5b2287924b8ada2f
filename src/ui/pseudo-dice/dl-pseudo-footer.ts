import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { pseudoDicePageWords as words } from '../../core/messages/pseudo-dice-page.ts';
import { shellWords } from '../../core/messages/shell.ts';
import type { PseudoDiceResult } from '../../core/pseudo-dice/pseudo-dice-result.ts';
import { formatScore } from '../../core/text/format.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement } from '../controls/dl-element.ts';
import '../controls/dl-icon.ts';
import { footerStyles } from '../controls/footer-styles.ts';

/** What was drawn and how it was counted, that nothing leaves the machine, and the epoch under the pointer. */
@customElement('dl-pseudo-footer')
export class DlPseudoFooter extends DlElement {
  @property({ attribute: false }) result: PseudoDiceResult | null = null;
  @property({ type: Number }) epoch = 0;

  static override styles = [
    baseStyles,
    footerStyles,
    css`
      span {
        min-width: 0;
      }
      .nothing {
        display: inline-flex;
        flex: none;
        align-items: center;
        gap: 6px;
      }
      .epoch {
        display: inline-flex;
        gap: 14px;
        margin-left: auto;
      }
      .epoch span {
        white-space: nowrap;
      }
      b {
        color: var(--text);
        font-weight: 600;
      }
      @media (max-width: 720px) {
        .counted,
        .cases,
        .epoch span:nth-child(n + 3) {
          display: none;
        }
      }
    `,
  ];

  protected override render() {
    const { result } = this;
    return html`<footer>
      ${result ? this.#counted(result) : nothing}
      <span class="nothing"
        ><dl-icon name="shield-check"></dl-icon>${this.say(shellWords.nothingLeaves)}</span
      >
      ${result ? this.#epoch(result) : nothing}
    </footer>`;
  }

  #counted({ epochs, draws, cases, structures }: PseudoDiceResult) {
    const areRegions = structures[0]?.structure.kind === 'region';
    return html`<span class="cut counted"
        >${this.say(words.counted, { epochs: epochs.length, patches: draws.cases.length })}</span
      >
      <span class="cut cases"
        >${this.say(words.onCases, { cases: cases.length, structures: structures.length, areRegions })}</span
      >`;
  }

  #epoch({ epochs, draws }: PseudoDiceResult) {
    const epoch = epochs[this.epoch];
    if (!epoch) return nothing;
    return html`<span class="epoch">
      <span>${this.say(words.epoch, { epoch: this.epoch })}</span>
      <span>${this.say(words.pseudo)} <b>${formatScore(epoch.mean, 4)}</b></span>
      <span>${this.say(words.ema)} <b>${formatScore(epoch.ema, 4)}</b></span>
      <span>${this.say(words.patches)} <b>${draws.perEpoch}</b></span>
    </span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-pseudo-footer': DlPseudoFooter;
  }
}
