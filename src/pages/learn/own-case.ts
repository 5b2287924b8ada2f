import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { App } from '../../app/app.ts';
import { openDemo } from '../../app/case/fetch-files.ts';
import type { AppState } from '../../app/state.ts';
import { accountLabels } from '../../core/account/account-labels.ts';
import { sayAccount } from '../../core/account/account-sentence.ts';
import type { CaseResult } from '../../core/case/case-result.ts';
import { learnWords as words } from '../../core/messages/learn-frame.ts';
import { shellWords } from '../../core/messages/shell.ts';
import { baseStyles } from '../../ui/controls/base-styles.ts';
import { DlElement, spoken } from '../../ui/controls/dl-element.ts';
import '../../ui/labels/dl-label-chip.ts';

/** What the lesson says of the reader's own case: the account of every drop from a region to its label. */
@customElement('own-case')
export class OwnCase extends DlElement {
  @property({ attribute: false }) app!: App;
  @property({ attribute: false }) state!: AppState;

  static override styles = [
    baseStyles,
    css`
      :host {
        margin-top: var(--s3);
        padding-top: var(--s3);
        border-top: 1px solid var(--line);
      }
      ul {
        display: grid;
        gap: 4px;
        margin-top: var(--s2);
        color: var(--text-2);
        font: 400 var(--t-body) var(--font);
      }
      li {
        display: flex;
        gap: var(--s2);
      }
      dl-label-chip {
        flex: none;
        margin-top: 2px;
      }
      p {
        padding: 6px 10px;
        border-radius: var(--r2);
        background: var(--raised);
        color: var(--text-2);
        font: 400 var(--t-body) var(--font);
      }
    `,
  ];

  protected override render() {
    const { opened, isDemo, pending } = this.state;
    if (!opened || !hasNested(opened.result)) {
      if (pending > 0) return nothing;
      return html`<p>
        ${this.say(words.noAccount)}
        <button class="link" @click=${() => openDemo(this.app)}>${this.say(words.openPhantom)}</button>
      </p>`;
    }
    const { result } = opened;
    const account = accountLabels(result);
    const name = isDemo ? this.say(shellWords.demo) : result.name;
    return html`<h2>${this.say(words.ownCase, { name })}</h2>
      <ul>
        ${account.labels
          .filter(({ ladder }) => ladder.length > 0)
          .map(
            (one) =>
              html`<li>
                <dl-label-chip .label=${one.label}></dl-label-chip>
                <span><b>${one.score.name}</b> ${sayAccount(one, account, result, spoken())}</span>
              </li>`,
          )}
      </ul>`;
  }
}

/** Whether a case has a region of several labels, of which something can be shown. */
export function hasNested(result: CaseResult | null): boolean {
  return result?.scheme.regions.some(({ labels }) => labels.length > 1) ?? false;
}

declare global {
  interface HTMLElementTagNameMap {
    'own-case': OwnCase;
  }
}
