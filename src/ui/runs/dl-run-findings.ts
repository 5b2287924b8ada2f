import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { gapPageWords } from '../../core/messages/gap-page.ts';
import { runChecks, runsWords } from '../../core/messages/runs.ts';
import { runsPageWords } from '../../core/messages/runs-page.ts';
import type { RunAnalysis } from '../../core/runs/run-analysis.ts';
import { sayFinding, type Finding } from '../../core/runs/run-finding.ts';
import { elementEvent } from '../case/selection-event.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement, spoken } from '../controls/dl-element.ts';
import './dl-run-spark.ts';

/**
 * What the log of a run says: title, sentence with its figures bold, small picture; and what was looked for in vain.
 * @fires gap-open - the account of the gap to validation is to be shown, step by step
 */
@customElement('dl-run-findings')
export class DlRunFindings extends DlElement {
  @property({ attribute: false }) analysis: RunAnalysis = { findings: [], clean: [] };

  static override styles = [
    baseStyles,
    css`
      li {
        display: grid;
        grid-template-columns: 70px minmax(0, 1fr);
        gap: var(--s4);
        padding: 14px 0;
        border-bottom: 1px solid var(--line);
      }
      li:first-child {
        padding-top: 4px;
      }
      h3 {
        margin: 0;
        font: 600 var(--t-body) var(--font);
      }
      p {
        color: var(--text-2);
      }
      b {
        color: var(--text);
        font-weight: 600;
      }
      .caption {
        margin-top: 4px;
        color: var(--text-3);
      }
      .clean {
        padding: var(--s3) 0;
        color: var(--text-3);
      }
      .clean b {
        color: var(--text-2);
      }
    `,
  ];

  protected override render() {
    const { findings, clean } = this.analysis;
    const checks = clean.map((code) => this.say(runChecks[code]));
    return html`<ul>
        ${findings.map((finding) => this.#finding(finding))}
      </ul>
      ${
        checks.length > 0
          ? html`<p class="clean">
              <b>${this.say(runsWords.checked)}</b> ${this.say(runsPageWords.list, { items: checks })}
            </p>`
          : nothing
      }`;
  }

  #finding(finding: Finding) {
    const { title, text } = sayFinding(finding, spoken());
    const [sentence, figures] = splitFigures(text);
    return html`<li data-code=${finding.code}>
      <dl-run-spark .finding=${finding}></dl-run-spark>
      <div>
        <h3>${title}</h3>
        <p>${boldFigures(sentence)}</p>
        ${figures === '' ? nothing : html`<p class="caption">${figures}</p>`}
        ${
          finding.code === 'gap' && finding.facts.pooled !== null
            ? html`<button class="link" @click=${() => this.dispatchEvent(elementEvent('gap-open'))}>
                ${this.say(gapPageWords.open)}
              </button>`
            : nothing
        }
      </div>
    </li>`;
  }
}

/** Intervals in brackets go below the sentence, in grey. */
export function splitFigures(text: string): readonly [sentence: string, figures: string] {
  const brackets = / ?[(（]([^()（）]*(?:\d[^()（）]*){2})[)）]/g;
  const figures = [...text.matchAll(brackets)].map(([, inside]) => inside);
  return [text.replace(brackets, ''), figures.join('; ')];
}

/** Scores and losses stand out: numbers with three decimals or more. */
function boldFigures(text: string) {
  return text.split(/([+−]?\d+\.\d{3,})/).map((part, i) => (i % 2 === 1 ? html`<b>${part}</b>` : part));
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-run-findings': DlRunFindings;
  }
}
