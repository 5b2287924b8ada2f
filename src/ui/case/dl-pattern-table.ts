import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { CaseResult, PatternRow } from '../../core/case/case-result.ts';
import { formatMl, formatVoxels } from '../../core/text/format.ts';
import { voxelVolumeMl } from '../../core/volume/grid.ts';
import { patternWords } from '../../core/messages/case-page.ts';
import { integer } from '../../core/messages/sentence.ts';
import { regionInitials } from '../../core/labels/region-initials.ts';
import type { Selection } from '../../core/labels/selection.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement } from '../controls/dl-element.ts';
import '../labels/dl-label-chip.ts';
import '../labels/dl-pattern-chip.ts';
import { selectionChange } from './selection-event.ts';

/**
 * Every pattern predicted, most voxels first: regions set, voxels, mL, label written, regions gained and lost,
 * and what that did to TP, FP and FN of each of them.
 * @fires selection-change - detail: the pattern of the row clicked
 */
@customElement('dl-pattern-table')
export class DlPatternTable extends DlElement {
  @property({ attribute: false }) result: CaseResult | null = null;
  @property({ attribute: false }) selection: Selection | null = null;

  static override styles = [
    baseStyles,
    css`
      :host {
        max-height: var(--pattern-table-height, 190px);
        margin-top: 6px;
        overflow: auto;
        scrollbar-width: thin;
        scrollbar-color: var(--line-strong) transparent;
      }
      table {
        width: 100%;
        border-collapse: separate;
        border-spacing: 0;
      }
      th,
      td {
        height: 28px;
        padding: 0 8px;
        border-bottom: 1px solid var(--line);
        font-weight: 400;
        text-align: right;
        white-space: nowrap;
      }
      thead th {
        position: sticky;
        top: 0;
        height: 24px;
        border-bottom-color: var(--line-strong);
        background: var(--panel);
        color: var(--text-3);
        font: 400 var(--t-caption) var(--font);
      }
      :is(th, td):first-child,
      .left {
        text-align: left;
      }
      :is(th, td):first-child {
        padding-left: 0;
      }
      tbody tr {
        cursor: pointer;
      }
      tbody tr:hover > * {
        background: var(--raised);
      }
      tr[aria-current='true'] > * {
        background: var(--sel);
      }
      dl-pattern-chip {
        flex-wrap: nowrap;
      }
      button.pattern {
        display: inline-flex;
        align-items: center;
        height: 26px;
        padding: 0 4px;
      }
      button.pattern:focus-visible {
        outline-offset: -2px;
      }
      .gained {
        color: var(--gained);
      }
      .lost {
        color: var(--lost-text);
        text-decoration: line-through;
      }
      .effect {
        color: var(--text-3);
      }
      .effect b {
        margin-left: 10px;
        color: var(--text-2);
        font-weight: 500;
      }
      .effect b:first-child {
        margin-left: 0;
      }
      i {
        font-style: normal;
        color: var(--text);
      }
    `,
  ];

  protected override render() {
    const { result } = this;
    if (!result?.patterns) return nothing;
    const initials = regionInitials(result.scheme.regions.map(({ name }) => name));
    const head = (words: keyof typeof HEADS, left = false) =>
      html`<th scope="col" class=${left ? 'left' : ''}>${this.say(HEADS[words])}</th>`;
    return html`<table @keydown=${this.#keydown}>
      <thead>
        <tr>
          ${head('set')} ${head('voxels')} ${head('ml')} ${head('writes')} ${head('gained', true)}
          ${head('lost', true)} ${head('effect', true)}
        </tr>
      </thead>
      <tbody>
        ${result.patterns
          .filter(({ pattern }) => pattern !== 0)
          .map((row) => this.#row(row, initials, result))}
      </tbody>
    </table>`;
  }

  #row(row: PatternRow, initials: readonly string[], result: CaseResult): TemplateResult {
    const { pattern, voxels, writes, gained, lost, effects } = row;
    const isChosen = this.selection?.kind === 'pattern' && this.selection.pattern === pattern;
    const names = (regions: readonly number[]) =>
      regions.map(
        (region) => html`<span title=${result.scheme.regions[region].name}>${initials[region]} </span>`,
      );
    const ml = formatMl(voxels * voxelVolumeMl(result.grid));
    return html`<tr
      aria-current=${isChosen ? 'true' : 'false'}
      @click=${() => this.dispatchEvent(selectionChange({ kind: 'pattern', pattern }))}
    >
      <td>
        <button class="pattern" aria-label=${this.say(patternWords.voxels, { voxels })}>
          <dl-pattern-chip
            .initials=${initials}
            .pattern=${pattern}
            .gained=${gained}
            .lost=${lost}
          ></dl-pattern-chip>
        </button>
      </td>
      <td title=${integer(voxels)}>${formatVoxels(voxels)}</td>
      <td>${ml}</td>
      <td><dl-label-chip .label=${writes}></dl-label-chip></td>
      <td class="left gained">${names(gained)}</td>
      <td class="left lost">${names(lost)}</td>
      <td class="left effect">
        ${effects.map(
          ({ region, tp, fp, fn }) =>
            html`<b title=${result.scheme.regions[region].name}>${initials[region]}</b> ${signed('TP', tp)}
              ${signed('FP', fp)} ${signed('FN', fn)}`,
        )}
      </td>
    </tr>`;
  }

  #keydown(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const buttons = [...this.renderRoot.querySelectorAll<HTMLElement>('button.pattern')];
    const next = buttons[buttons.indexOf(event.target as HTMLElement) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
}

const HEADS = {
  set: patternWords.regionsSet,
  voxels: patternWords.voxelsHead,
  ml: patternWords.ml,
  writes: patternWords.labelWritten,
  gained: patternWords.gained,
  lost: patternWords.lost,
  effect: patternWords.effect,
} as const;

function signed(part: string, change: number): TemplateResult | typeof nothing {
  if (change === 0) return nothing;
  return html`${part} <i>${change < 0 ? '−' : '+'}${integer(Math.abs(change))}</i>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-pattern-table': DlPatternTable;
  }
}
