import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { CaseResult, PatternRow } from '../../core/case/case-result.ts';
import { formatMl, formatShare, formatVoxels } from '../../core/text/format.ts';
import { voxelVolumeMl } from '../../core/volume/grid.ts';
import { rulePatternWords as text } from '../../core/messages/reconstruction-page.ts';
import { integer } from '../../core/messages/sentence.ts';
import { causesOf, type Cause } from '../../core/volume/overlay.ts';
import { regionsIn } from '../../core/reconstruction/reconstruction.ts';
import { regionInitials } from '../../core/labels/region-initials.ts';
import { foregroundRows, isChanged, keyOfRow } from '../../core/reconstruction/rule-selection.ts';
import {
  BY_CHANGE,
  filterPatterns,
  sortPatterns,
  type PatternColumn,
} from '../../core/reconstruction/sort-patterns.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement } from '../controls/dl-element.ts';
import '../controls/dl-icon.ts';
import '../labels/dl-label-chip.ts';
import '../labels/dl-pattern-chip.ts';
import { GAINED_TONES, LOST_TONES, OVERLAY } from '../labels/palette.ts';
import { rulePatternsStyles } from './rule-patterns-styles.ts';
import { elementEvent } from '../case/selection-event.ts';

/** The most rows that are shown at once. */
const MOST = 200;

/**
 * Every pattern and the label written there: voxels, mL, share of the foreground, what the change added to TP and FP of
 * each region, connected pieces. Sorted by any column, filtered by words.
 * @fires pattern-choose - detail: the row
 * @fires rows-shown - detail: the rows on screen whose pieces are wanted
 */
@customElement('dl-rule-patterns')
export class DlRulePatterns extends DlElement {
  @property({ attribute: false }) result: CaseResult | null = null;
  /** `keyOfRow` of the row chosen. */
  @property() chosen = '';
  /** Pieces by `keyOfRow`, as far as they are counted. */
  @property({ attribute: false }) pieces: ReadonlyMap<string, number> = new Map();
  /** Of a label map alone. */
  @property({ type: Boolean }) implied = false;
  @state() private order = BY_CHANGE;
  @state() private typed = '';
  #found: readonly PatternRow[] = [];
  #shown: readonly PatternRow[] = [];

  static override styles = [baseStyles, rulePatternsStyles];

  protected override willUpdate(): void {
    const { result } = this;
    const names = result?.scheme.regions.map(({ name }) => name) ?? [];
    const initials = regionInitials(names);
    const rows = foregroundRows(result?.patterns ?? []);
    const found = filterPatterns(rows, this.typed, (row) => this.#textOf(row, names, initials));
    this.#found = sortPatterns(found, this.order, this.pieces);
    this.#shown = this.#found.slice(0, MOST);
  }

  protected override updated(changed: PropertyValues): void {
    const isOther = ['result', 'order', 'typed'].some((name) => changed.has(name));
    if (isOther && this.#shown.length > 0) {
      this.dispatchEvent(elementEvent<readonly PatternRow[]>('rows-shown', this.#shown));
    }
  }

  protected override render() {
    const { result } = this;
    if (!result) return nothing;
    const initials = regionInitials(result.scheme.regions.map(({ name }) => name));
    const rows = foregroundRows(result.patterns ?? []);
    const total = rows.reduce((sum, { voxels }) => sum + voxels, 0);
    const causes = causesOf(rows);
    return html`${this.#header(rows, total)}
      <div class="scroll">
        <table @keydown=${this.#keydown}>
          <thead>
            <tr>
              ${this.#head('changed', '', 'left')} ${this.#head('pattern', this.say(text.predicted), 'left')}
              ${this.#head('voxels', this.say(text.voxels))} ${this.#head(null, this.say(text.ml))}
              ${this.#head(null, this.say(text.share), '', this.say(text.shareTitle))}
              ${this.#head('writes', this.say(text.writes))}
              ${this.#head('effect', this.say(text.adds), 'left')}
              ${this.#head('pieces', this.say(text.pieces), '', this.say(text.piecesTitle))}
            </tr>
          </thead>
          <tbody>
            ${this.#shown.map((row) => this.#row(row, result, initials, total, causes))}
          </tbody>
        </table>
      </div>
      ${this.#found.length > MOST ? html`<p class="more">${this.say(text.more, { more: this.#found.length - MOST })}</p>` : nothing}
      ${rows.length > 0 && this.#found.length === 0 ? html`<p class="more">${this.say(text.noneFound)}</p>` : nothing}`;
  }

  #header(rows: readonly PatternRow[], total: number) {
    const changed = rows.filter(isChanged).reduce((sum, { voxels }) => sum + voxels, 0);
    const share = formatShare(total === 0 ? 0 : changed / total);
    return html`<header>
      <h2>${this.say(text.title)}</h2>
      <span class="caption cut">
        ${
          this.implied
            ? this.say(text.implied)
            : html`<b title=${integer(changed)}>${formatVoxels(changed)}</b>
                ${this.say(text.summary, { voxels: changed, share })}`
        }
      </span>
      <label class="filter">
        <dl-icon name="search"></dl-icon>
        <input
          type="search"
          aria-label=${this.say(text.filter)}
          placeholder=${this.say(text.filter)}
          title=${this.say(text.filterHint)}
          .value=${this.typed}
          @input=${(event: Event) => (this.typed = (event.target as HTMLInputElement).value)}
        />
      </label>
    </header>`;
  }

  #head(column: PatternColumn | null, words: string, side = '', title = '') {
    if (!column) return html`<th scope="col" class=${side} title=${title}>${words}</th>`;
    const { order } = this;
    const isOrder = order.column === column;
    const direction = order.descending ? 'descending' : 'ascending';
    return html`<th
      scope="col"
      class=${side}
      title=${title}
      aria-sort=${isOrder && words ? direction : nothing}
    >
      <button
        aria-label=${words || this.say(text.changedText)}
        title=${words ? title : this.say(text.changedText)}
        @click=${() => (this.order = { column, descending: isOrder ? !order.descending : true })}
      >
        ${words || html`<span class="off-screen">${this.say(text.changedText)}</span>`}
      </button>
    </th>`;
  }

  #row(
    row: PatternRow,
    { grid, scheme }: CaseResult,
    initials: readonly string[],
    total: number,
    causes: readonly Cause[],
  ) {
    const { pattern, voxels, writes, gained, lost, effects } = row;
    const key = keyOfRow(row);
    const chosen = key === this.chosen;
    const pieces = this.pieces.get(key);
    const named = regionsIn(pattern)
      .map((region) => scheme.regions[region].name)
      .join(', ');
    return html`<tr
      class=${isChanged(row) ? '' : 'kept'}
      aria-current=${chosen ? 'true' : 'false'}
      @click=${() => this.dispatchEvent(elementEvent<PatternRow>('pattern-choose', row))}
    >
      <td class="colour">
        ${swatch(
          causes.find(({ patterns }) => patterns.includes(row)),
          chosen,
        )}
      </td>
      <td class="left set">
        <button class="pattern" aria-label=${this.say(text.row, { pattern: named, voxels, writes })}>
          <dl-pattern-chip
            title=${named}
            .initials=${initials}
            .pattern=${pattern}
            .gained=${gained}
            .lost=${lost}
          ></dl-pattern-chip>
        </button>
      </td>
      <td title=${integer(voxels)}>${formatVoxels(voxels)}</td>
      <td>${formatMl(voxels * voxelVolumeMl(grid))}</td>
      <td>${formatShare(voxels / total).replace(' %', '')}</td>
      <td><dl-label-chip .label=${writes}></dl-label-chip></td>
      <td class="left effect grow">
        ${
          effects.length === 0
            ? this.say(text.unchanged)
            : effects.map(
                ({ region, tp, fp, fn }) =>
                  html`<span
                    title=${this.say(text.effect, {
                      name: scheme.regions[region].name,
                      tp: signed(tp),
                      fp: signed(fp),
                      fn: signed(fn),
                    })}
                    >${initials[region]} <b class="tp">${signed(tp)}</b> <b class="fp">${signed(fp)}</b></span
                  >`,
              )
        }
      </td>
      <td>${pieces === undefined ? html`<i class="waiting"></i>` : formatVoxels(pieces)}</td>
    </tr>`;
  }

  /** What the filter looks in: names and initials of all regions concerned, the label written, what happened. */
  #textOf(row: PatternRow, names: readonly string[], initials: readonly string[]): string {
    const part = (words: typeof text.gained, regions: readonly number[]) =>
      regions.map((region) => `${this.say(words)} ${names[region]} ${initials[region]}`);
    return [
      ...regionsIn(row.pattern).map((region) => `${names[region]} ${initials[region]}`),
      ...part(text.gained, row.gained),
      ...part(text.lost, row.lost),
      `${row.writes}`,
      this.say(isChanged(row) ? text.changedText : text.unchanged),
    ].join(' ');
  }

  #keydown(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const buttons = [...this.renderRoot.querySelectorAll<HTMLElement>('button.pattern')];
    const at = buttons.indexOf(event.target as HTMLElement);
    if (!step || event.altKey || at < 0) return;
    event.preventDefault();
    buttons[at + step]?.focus();
  }
}

function swatch(cause: Cause | undefined, chosen: boolean) {
  if (!cause) {
    return chosen
      ? html`<i class="swatch" .style=${`--swatch: ${OVERLAY.chosen}`}></i>`
      : html`<i class="swatch kept"></i>`;
  }
  const [fill, second] = [GAINED_TONES[cause.tone], LOST_TONES[cause.tone]];
  const colours = cause.kind === 'lost' ? `--swatch: ${second}` : `--swatch: ${fill}; --second: ${second}`;
  return html`<i class="swatch ${cause.kind}" .style=${colours}></i>`;
}

function signed(change: number): string {
  return change === 0 ? '0' : `${change < 0 ? '−' : '+'}${integer(Math.abs(change))}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-rule-patterns': DlRulePatterns;
  }
}
