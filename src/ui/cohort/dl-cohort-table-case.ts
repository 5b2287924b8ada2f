import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { TableRow } from '../../core/cohort/cohort-table.ts';
import type { PlotStructure } from '../../core/cohort/plot-cohort.ts';
import { sayWarning } from '../../core/errors.ts';
import { cohortPageWords as words } from '../../core/messages/cohort-page.ts';
import { integer } from '../../core/messages/sentence.ts';
import { formatScore } from '../../core/text/format.ts';
import { elementEvent } from '../case/selection-event.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement, spoken } from '../controls/dl-element.ts';
import { structureChip } from '../labels/structure-chip.ts';

/** Structures beyond this number are those with the lowest scores. */
const MOST = 14;

/**
 * The chosen case: TP, FP and FN of its structures, what is odd about it, and the way to its voxels.
 * @fires case-open - detail: id of the case
 */
@customElement('dl-cohort-table-case')
export class DlCohortTableCase extends DlElement {
  @property({ attribute: false }) row: TableRow | null = null;
  @property({ attribute: false }) structures: readonly PlotStructure[] = [];

  static override styles = [
    baseStyles,
    css`
      :host {
        display: grid;
        gap: 6px;
      }
      .rows {
        display: grid;
        grid-template-columns: max-content 48px minmax(40px, 1fr) 62px 56px 56px;
        gap: 2px 8px;
        align-items: center;
      }
      header,
      .row {
        display: contents;
      }
      header h2 {
        grid-column: 1 / 4;
      }
      header span {
        display: inline-flex;
        gap: 5px;
        align-items: center;
        justify-content: flex-end;
        color: var(--text-2);
      }
      i.dot {
        width: 7px;
        height: 7px;
        border-radius: 50%;
      }
      .tp {
        background: var(--tp);
      }
      .fp {
        background: var(--pred);
      }
      .fn {
        background: var(--ref);
      }
      .row b {
        font-weight: 600;
        text-align: right;
      }
      .row > span {
        min-height: 20px;
        line-height: 20px;
        text-align: right;
      }
      .row > span:first-child {
        text-align: left;
      }
      .bar {
        display: flex;
        height: 5px;
        min-height: 0 !important;
        overflow: hidden;
        border-radius: 1px;
        background: var(--raised);
      }
      .absent {
        color: var(--text-3);
        font: 400 var(--t-caption) var(--font);
      }
      p {
        color: var(--text-2);
      }
      .error {
        color: var(--alert);
      }
    `,
  ];

  protected override render() {
    const { row } = this;
    if (!row) return nothing;
    const { of } = row;
    const dot = (kind: string) => html`<span><i class="dot ${kind}"></i>${kind.toUpperCase()}</span>`;
    return html`<div class="rows">
        <header>
          <h2 class="cut" title=${of.name}>${of.name}${of.model === '' ? '' : `, ${of.model}`}</h2>
          ${of.evaluated ? ['tp', 'fp', 'fn'].map(dot) : nothing}
        </header>
        ${this.#shown(row).map((s) => this.#structure(row, s))}
      </div>
      ${of.error ? html`<p class="error">${of.error.say(spoken())}</p>` : nothing} ${this.#sentence(row)}
      ${of.warnings.map((warning) => html`<p>${sayWarning(warning, spoken())}</p>`)}
      ${of.isReused ? html`<p class="caption">${this.say(words.kept)}</p>` : nothing}`;
  }

  /** In the sequence of the structures; of many, those with the lowest scores. */
  #shown({ scores }: TableRow): number[] {
    const known = scores.map((_, s) => s).filter((s) => !Number.isNaN(scores[s]));
    if (scores.length <= MOST) return scores.map((_, s) => s);
    return known.toSorted((a, b) => scores[a] - scores[b]).slice(0, MOST);
  }

  #structure(row: TableRow, s: number) {
    const { tp, fp, fn } = row.counts[s];
    const all = tp + fp + fn;
    const { structure, labels, name } = this.structures[s];
    const part = (kind: string, voxels: number) =>
      html`<i class=${kind} .style=${`width:${all === 0 ? 0 : (voxels / all) * 100}%`}></i>`;
    return html`<div class="row">
      <span title=${name}>${structureChip(structure, labels)}</span>
      ${
        Number.isNaN(row.scores[s])
          ? html`<span class="absent">${this.say(words.absent)}</span>`
          : html`<b>${formatScore(row.scores[s])}</b>`
      }
      <span class="bar">${part('tp', tp)}${part('fp', fp)}${part('fn', fn)}</span>
      <span>${integer(tp)}</span><span>${integer(fp)}</span><span>${integer(fn)}</span>
    </div>`;
  }

  #sentence(row: TableRow) {
    const { falseStructures, missingStructures, counts, of } = row;
    const named = (indices: readonly number[]) => indices.slice(0, 4).map((s) => this.structures[s].name);
    const open =
      of.index === null
        ? html`<span class="caption">${this.say(words.notOpen)}</span>`
        : html`<button class="link" @click=${() => this.dispatchEvent(elementEvent('case-open', of.id))}>
            ${this.say(of.evaluated ? words.openAtError : words.openCase)}
          </button>`;
    const most = (indices: readonly number[], part: 'fp' | 'fn') =>
      Math.max(...indices.map((s) => counts[s][part]));
    return html`<p>
      ${
        falseStructures.length > 0
          ? this.say(words.noReference, {
              structures: named(falseStructures),
              voxels: most(falseStructures, 'fp'),
            })
          : nothing
      }
      ${
        missingStructures.length > 0
          ? this.say(words.noPrediction, {
              structures: named(missingStructures),
              voxels: most(missingStructures, 'fn'),
            })
          : nothing
      }
      ${open}
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-cohort-table-case': DlCohortTableCase;
  }
}
