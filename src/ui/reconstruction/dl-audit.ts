import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { sayVerdict, type AuditResult } from '../../core/reconstruction/audit.ts';
import { formatVoxels } from '../../core/text/format.ts';
import type { LabelScheme } from '../../core/labels/label-scheme.ts';
import { auditPageWords as text } from '../../core/messages/reconstruction-page.ts';
import { integer } from '../../core/messages/sentence.ts';
import { regionInitials } from '../../core/labels/region-initials.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement, spoken } from '../controls/dl-element.ts';
import '../controls/dl-icon.ts';
import '../labels/dl-label-chip.ts';
import '../labels/dl-pattern-chip.ts';
import { elementEvent } from '../case/selection-event.ts';

/** Voxels that have this label where this pattern was predicted. */
export interface EvidenceChoice {
  readonly pattern: number;
  readonly label: number;
}

const MOST = 60;

/**
 * What the user's own label map was made by: the verdict in one line, and as its evidence each pattern with the label
 * that nnU-Net writes there and those that stand there; those that differ first.
 * @fires evidence-choose - detail: EvidenceChoice
 * @fires audit-start
 * @fires audit-stop
 */
@customElement('dl-audit')
export class DlAudit extends DlElement {
  @property() phase: 'none' | 'running' | 'stopped' | 'done' = 'none';
  @property({ attribute: false }) audit: AuditResult | null = null;
  @property({ attribute: false }) scheme: LabelScheme | null = null;
  @property({ attribute: false }) chosen: EvidenceChoice | null = null;

  static override styles = [
    baseStyles,
    css`
      header {
        display: flex;
        gap: 10px;
        align-items: baseline;
      }
      .verdict {
        margin-top: 2px;
        color: var(--text-2);
        text-wrap: pretty;
      }
      .verdict b {
        color: var(--text);
        font-weight: 600;
      }
      table {
        width: 100%;
        max-width: 560px;
        margin-top: 4px;
        border-collapse: separate;
        border-spacing: 0;
      }
      th,
      td {
        height: 28px;
        padding: 0 10px 0 0;
        border-bottom: 1px solid var(--line);
        color: var(--text-2);
        font-weight: 400;
        text-align: left;
        white-space: nowrap;
      }
      th {
        height: 24px;
        border-bottom-color: var(--line-strong);
        color: var(--text-3);
        font: 400 var(--t-caption) var(--font);
      }
      .end {
        text-align: right;
      }
      tr.differs {
        cursor: pointer;
      }
      tr.differs:hover > * {
        background: var(--raised);
      }
      tr.differs td {
        color: var(--text);
      }
      tr[aria-current='true'] > * {
        background: var(--sel);
      }
      tr button {
        display: inline-flex;
        align-items: center;
        height: 24px;
      }
      dl-pattern-chip {
        flex-wrap: nowrap;
      }
    `,
  ];

  protected override render() {
    const { phase, audit, scheme } = this;
    if (!scheme || phase === 'none') return nothing;
    const way = (words: typeof text.start, event: string) =>
      html`<button class="link" @click=${() => this.dispatchEvent(elementEvent(event))}>
        ${this.say(words)}
      </button>`;
    return html`<header>
        <h2>${this.say(text.title)}</h2>
        ${audit ? html`<span class="caption">${this.say(text.differing, { voxels: audit.differing })}</span>` : nothing}
      </header>
      <p class="verdict" role="status">
        ${phase === 'running' ? html`${this.say(text.running)} ${way(text.stop, 'audit-stop')}` : nothing}
        ${phase === 'stopped' ? html`${this.say(text.stopped)} ${way(text.start, 'audit-start')}` : nothing}
        ${phase === 'done' && audit ? html`<b>${sayVerdict(audit, scheme, spoken())}</b>` : nothing}
      </p>
      ${phase === 'done' && audit ? this.#evidence(audit, scheme) : nothing}`;
  }

  #evidence({ patterns }: AuditResult, { regions }: LabelScheme) {
    const initials = regionInitials(regions.map(({ name }) => name));
    const lines = patterns
      .flatMap(({ pattern, expected, found }) => found.map((share) => ({ pattern, expected, ...share })))
      .filter(({ pattern, expected, label }) => pattern !== 0 || label !== expected)
      .sort((a, b) => Number(b.label !== b.expected) - Number(a.label !== a.expected) || b.voxels - a.voxels);
    return html`<table>
      <thead>
        <tr>
          <th scope="col">${this.say(text.predicted)}</th>
          <th scope="col">${this.say(text.expected)}</th>
          <th scope="col">${this.say(text.found)}</th>
          <th scope="col" class="end">${this.say(text.voxels)}</th>
          <th scope="col"></th>
        </tr>
      </thead>
      <tbody>
        ${lines.slice(0, MOST).map((line) => this.#line(line, initials))}
      </tbody>
    </table>`;
  }

  #line(
    { pattern, expected, label, voxels }: EvidenceChoice & { expected: number; voxels: number },
    initials: readonly string[],
  ) {
    const differs = label !== expected;
    const chosen = this.chosen?.pattern === pattern && this.chosen.label === label;
    const choose = () =>
      differs && this.dispatchEvent(elementEvent<EvidenceChoice>('evidence-choose', { pattern, label }));
    const chip = html`<dl-pattern-chip .initials=${initials} .pattern=${pattern}></dl-pattern-chip>`;
    return html`<tr
      class=${differs ? 'differs' : ''}
      aria-current=${chosen ? 'true' : 'false'}
      @click=${choose}
    >
      <td>
        ${
          differs
            ? html`<button aria-label=${this.say(text.row, { found: label, expected, voxels })}>
                ${chip}
              </button>`
            : chip
        }
      </td>
      <td><dl-label-chip .label=${expected}></dl-label-chip></td>
      <td><dl-label-chip .label=${label}></dl-label-chip></td>
      <td class="end" title=${integer(voxels)}>${formatVoxels(voxels)}</td>
      <td>${differs ? nothing : this.say(text.agrees)}</td>
    </tr>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-audit': DlAudit;
  }
}
