import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { CaseResult, PatternRow } from '../../core/case/case-result.ts';
import { formatVoxels } from '../../core/text/format.ts';
import { nameOf } from '../../core/labels/label-scheme.ts';
import { patternWords } from '../../core/messages/case-page.ts';
import { regionInitials } from '../../core/labels/region-initials.ts';
import type { Selection } from '../../core/labels/selection.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement } from '../controls/dl-element.ts';
import '../labels/dl-label-chip.ts';
import '../labels/dl-pattern-chip.ts';
import './dl-pattern-table.ts';
import '../controls/dl-segmented.ts';
import { selectionChange } from './selection-event.ts';

/**
 * The patterns that were predicted: those that the reconstruction kept and those that it changed, as strips that
 * scroll sideways, or as a table with every figure.
 * @fires selection-change - detail: the pattern clicked
 */
@customElement('dl-pattern-strip')
export class DlPatternStrip extends DlElement {
  @property({ attribute: false }) result: CaseResult | null = null;
  @property({ attribute: false }) selection: Selection | null = null;
  /** Where "Open the laboratory" leads; no link where it is empty. */
  @property() laboratory = '';
  @state() private form: 'strip' | 'table' = 'strip';

  static override styles = [
    baseStyles,
    css`
      :host {
        min-width: 0;
        container-type: inline-size;
      }
      header {
        display: flex;
        gap: 10px;
        align-items: baseline;
        min-width: 0;
      }
      header .caption {
        flex: 1;
        min-width: 0;
      }
      dl-segmented {
        align-self: center;
      }
      .groups {
        display: flex;
        gap: 12px;
        margin-top: 2px;
      }
      .group {
        flex: 1 1 0;
        min-width: 0;
      }
      .group.kept {
        flex-grow: 3;
      }
      .group.changed {
        flex-grow: 4;
      }
      .group > .caption {
        display: block;
        color: var(--text-3);
      }
      .group > .caption b {
        color: var(--text);
        font-weight: 500;
      }
      .gained {
        color: var(--gained);
      }
      .lost {
        color: var(--lost-text);
      }
      ul {
        display: flex;
        margin-top: 4px;
        overflow-x: auto;
        border: solid var(--line);
        border-width: 1px 0;
        scrollbar-width: thin;
        scrollbar-color: var(--line-strong) transparent;
      }
      li {
        flex: 1 0 auto;
        max-width: 160px;
        border-left: 1px solid var(--line);
      }
      li:first-child {
        border-left: 0;
      }
      li button {
        display: flex;
        flex-direction: column;
        gap: 4px;
        width: 100%;
        padding: 5px 8px 6px;
      }
      li button:hover {
        background: var(--raised);
      }
      li button[aria-pressed='true'] {
        background: var(--sel);
        box-shadow: inset 0 0 0 1px var(--control);
      }
      li button:focus-visible {
        outline-offset: -2px;
      }
      .figures {
        display: flex;
        gap: 10px;
        align-items: center;
        justify-content: space-between;
        width: 100%;
      }
      .figures strong {
        font: 600 13px/18px var(--font);
      }
      .writes {
        display: inline-flex;
        gap: 6px;
        align-items: center;
        color: var(--text-3);
      }
      dl-pattern-chip {
        flex-wrap: nowrap;
      }
      .empty {
        margin-top: 4px;
        padding: 8px 0;
        border: solid var(--line);
        border-width: 1px 0;
        color: var(--text-3);
      }
      @container (width < 880px) {
        .writes > span {
          display: none;
        }
      }
    `,
  ];

  protected override render() {
    const { result } = this;
    if (!result?.patterns) return nothing;
    const rows = result.patterns.filter(({ pattern }) => pattern !== 0);
    const changed = rows.filter(({ gained, lost }) => gained.length + lost.length > 0);
    const kept = rows.filter((row) => !changed.includes(row));
    return html`
      <header>
        <h2>${this.say(patternWords.title)}</h2>
        <span class="caption cut">${this.say(patternWords.caption)}</span>
        <dl-segmented
          small
          .label=${this.say(patternWords.shownAs)}
          .segments=${[
            { value: 'strip', text: this.say(patternWords.asStrip) },
            { value: 'table', text: this.say(patternWords.asTable) },
          ]}
          .value=${this.form}
          @value-change=${this.#choose}
        ></dl-segmented>
        ${
          this.laboratory
            ? html`<a class="link" href=${this.laboratory}>${this.say(patternWords.openLaboratory)}</a>`
            : nothing
        }
      </header>
      ${
        this.form === 'table'
          ? html`<dl-pattern-table .result=${result} .selection=${this.selection}></dl-pattern-table>`
          : html`<div class="groups">
              ${this.#group('kept', kept, result)} ${this.#group('changed', changed, result)}
            </div>`
      }
    `;
  }

  #choose(event: CustomEvent<'strip' | 'table'>): void {
    event.stopPropagation();
    this.form = event.detail;
  }

  #group(kind: 'kept' | 'changed', rows: readonly PatternRow[], result: CaseResult): TemplateResult {
    const voxels = rows.reduce((sum, row) => sum + row.voxels, 0);
    const initials = regionInitials(result.scheme.regions.map(({ name }) => name));
    const empty = kind === 'kept' ? patternWords.noneKept : patternWords.nothingChanged;
    return html`<section class="group ${kind}">
      <span class="caption cut">
        <b>${this.say(kind === 'kept' ? patternWords.kept : patternWords.changed)}</b>
        ${this.say(patternWords.voxels, { voxels })}${
          rows.length > 4 ? this.say(patternWords.inPatterns, { patterns: rows.length }) : nothing
        }${kind === 'changed' ? this.#key(rows) : nothing}
      </span>
      ${
        rows.length === 0
          ? html`<p class="empty">${this.say(empty)}</p>`
          : html`<ul>
              ${rows.map((row) => this.#pattern(row, initials, result))}
            </ul>`
      }
    </section>`;
  }

  /** What the outlines say, as far as they occur here. */
  #key(rows: readonly PatternRow[]): TemplateResult {
    const part = (kind: 'gained' | 'lost') =>
      rows.some((row) => row[kind].length > 0)
        ? html`${this.say(patternWords.comma)}<span class=${kind}
              >${this.say(kind === 'gained' ? patternWords.outlined : patternWords.struck)}</span
            >${this.say(kind === 'gained' ? patternWords.regionsAdded : patternWords.regionsDropped)}`
        : nothing;
    return html`${part('gained')}${part('lost')}`;
  }

  #pattern(row: PatternRow, initials: readonly string[], { scheme }: CaseResult): TemplateResult {
    const { pattern, voxels, writes, gained, lost } = row;
    const names = (regions: readonly number[]) =>
      regions.map((region) => scheme.regions[region].name).join(', ');
    const title = this.say(patternWords.patternTitle, {
      set: names(scheme.regions.map((_, i) => i).filter((i) => (pattern & (1 << i)) !== 0)),
      gained: names(gained),
      lost: names(lost),
      writes: `${writes} ${nameOf(scheme, writes)}`,
      voxels,
    });
    const isChosen = this.selection?.kind === 'pattern' && this.selection.pattern === pattern;
    return html`<li>
      <button
        title=${title}
        aria-label=${title}
        aria-pressed=${isChosen ? 'true' : 'false'}
        @click=${() => this.dispatchEvent(selectionChange({ kind: 'pattern', pattern }))}
      >
        <dl-pattern-chip
          .initials=${initials}
          .pattern=${pattern}
          .gained=${gained}
          .lost=${lost}
        ></dl-pattern-chip>
        <span class="figures">
          <strong>${formatVoxels(voxels)}</strong>
          <span class="writes">
            <span>${this.say(patternWords.writes)}</span><dl-label-chip .label=${writes}></dl-label-chip>
          </span>
        </span>
      </button>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-pattern-strip': DlPatternStrip;
  }
}
