import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { runsPageWords } from '../../core/messages/runs-page.ts';
import { shellWords } from '../../core/messages/shell.ts';
import type { RunCheck } from '../../core/runs/run-check.ts';
import type { Run } from '../../core/runs/run.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement } from '../controls/dl-element.ts';
import '../controls/dl-icon.ts';
import { footerStyles } from '../controls/footer-styles.ts';

/** Which log is shown, that nothing leaves the machine, and how well the recomputed average agrees with the log. */
@customElement('dl-run-footer')
export class DlRunFooter extends DlElement {
  @property({ attribute: false }) run: { readonly run: Run; readonly check: RunCheck } | null = null;

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
      .check {
        margin-left: auto;
      }
    `,
  ];

  protected override render() {
    const { run = null, check = null } = this.run ?? {};
    const log = run?.logs.find(({ kind }) => kind === 'new-run') ?? run?.logs[0];
    return html`<footer>
      ${
        run && log
          ? html`<span class="cut" title=${log.name}>${log.name}</span>
              <span class="cut"
                >${this.say(runsPageWords.oneRun, { epochs: run.epochs.length, logs: run.logs.length })}</span
              >`
          : nothing
      }
      <span class="nothing"
        ><dl-icon name="shield-check"></dl-icon>${this.say(shellWords.nothingLeaves)}</span
      >
      ${check && run && run.epochs.length > 0 ? html`<span class="check cut">${this.#agreement(check)}</span>` : nothing}
    </footer>`;
  }

  #agreement({ largestDifference }: RunCheck): string {
    if (largestDifference === null) return this.say(runsPageWords.noLoggedEma);
    return this.say(runsPageWords.agrees, { difference: largestDifference.toFixed(5) });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-run-footer': DlRunFooter;
  }
}
