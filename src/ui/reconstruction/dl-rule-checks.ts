import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { sayFinding, type DatasetFinding } from '../../core/labels/dataset-checks.ts';
import { auditPageWords as text } from '../../core/messages/reconstruction-page.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement, spoken } from '../controls/dl-element.ts';
import '../controls/dl-icon.ts';

/** Whether dataset.json passes the round trip, or each finding with the key that is wrong and the line to write. */
@customElement('dl-rule-checks')
export class DlRuleChecks extends DlElement {
  @property({ attribute: false }) findings: readonly DatasetFinding[] = [];
  /** regions_class_order as it stands. */
  @property({ attribute: false }) order: readonly number[] = [];

  static override styles = [
    baseStyles,
    css`
      p {
        display: flex;
        gap: 10px;
        align-items: flex-start;
        color: var(--text-2);
      }
      dl-icon {
        margin-top: 1px;
      }
      li {
        display: flex;
        gap: 10px;
        align-items: flex-start;
        padding: 8px 12px;
        border-radius: var(--r2);
        background: var(--raised);
        color: var(--text-2);
      }
      li + li {
        margin-top: 6px;
      }
      li span {
        flex: 1;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      b {
        color: var(--text);
        font-weight: 600;
      }
    `,
  ];

  protected override render() {
    if (this.findings.length === 0) {
      return html`<p>
        <dl-icon name="circle-check"></dl-icon><span>${this.say(text.passes, { order: this.order })}</span>
      </p>`;
    }
    return html`<ul>
      ${this.findings.map(
        (finding) =>
          html`<li>
            <dl-icon name="triangle-alert"></dl-icon>
            <span><b>${finding.key}:</b> ${sayFinding(finding, spoken())}</span>
            ${
              finding.line
                ? html`<button
                    class="icon-button"
                    title="${this.say(text.copyLine)}: ${finding.line}"
                    aria-label="${this.say(text.copyLine)}: ${finding.line}"
                    @click=${() => navigator.clipboard.writeText(finding.line)}
                  >
                    <dl-icon name="copy"></dl-icon>
                  </button>`
                : nothing
            }
          </li>`,
      )}
    </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-rule-checks': DlRuleChecks;
  }
}
