import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { CaseResult } from '../../core/case/case-result.ts';
import { formatVoxels, formatVoxelsShort } from '../../core/text/format.ts';
import { nameOf } from '../../core/labels/label-scheme.ts';
import { labelsOf } from '../../core/counts/make-up.ts';
import { roleOf, tabulate, tintOf, type CellTable } from '../../core/counts/matrix-cells.ts';
import { jointWords } from '../../core/messages/case-page.ts';
import type { Selection, StructureRef } from '../../core/labels/selection.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement } from '../controls/dl-element.ts';
import '../labels/dl-label-chip.ts';
import { jointMatrixStyles } from './joint-matrix-styles.ts';
import { HEAD_HEIGHT, layoutMatrix, visibleRange, type MatrixLayout } from './matrix-layout.ts';
import { selectionChange } from './selection-event.ts';

/** Beyond so many labels only the cells in view are in the page: 118 labels would be 14,000 buttons. */
const WHOLE_UP_TO = 16;
const ROOM_FOR_NAMES = 60;

interface Place {
  readonly row: number;
  readonly column: number;
}

/**
 * Joint counts as a heat map: rows reference, columns prediction. Cells of `structure` are tinted in the
 * colours of TP, FN and FP by the logarithm of their voxels, the rest grey. It fills the height it is given.
 * @fires selection-change - detail: the cell clicked
 */
@customElement('dl-joint-matrix')
export class DlJointMatrix extends DlElement {
  @property({ attribute: false }) result: CaseResult | null = null;
  @property({ attribute: false }) selection: Selection | null = null;
  /** The structure whose cells are tinted. */
  @property({ attribute: false }) structure: StructureRef | null = null;
  @state() private room = { width: 360, height: 300, left: 0, top: 0 };
  @state() private cursor: Place = { row: 0, column: 0 };
  @state() private pointed: Place | null = null;
  @query('.scroll') private readonly scroller!: HTMLElement | null;
  private table: CellTable | null = null;
  private readonly observer = new ResizeObserver(() => this.#measure());

  static override styles = [baseStyles, jointMatrixStyles];

  override disconnectedCallback(): void {
    this.observer.disconnect();
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('result')) return;
    this.table = this.result && tabulate(this.result.joint);
    this.cursor = { row: 0, column: 0 };
    this.pointed = null;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!this.scroller) return;
    this.observer.observe(this.scroller);
    if (changed.has('structure') && this.structure && this.result) {
      const [label] = labelsOf(this.result, this.structure);
      const place = this.result.labels.indexOf(label);
      // in the next frame, which is laid out anyway
      if (place >= 0) requestAnimationFrame(() => this.#reveal({ row: place, column: place }));
    }
  }

  #measure(): void {
    const { clientWidth: width, clientHeight: height, scrollLeft: left, scrollTop: top } = this.scroller!;
    const { room } = this;
    if (width === room.width && height === room.height && left === room.left && top === room.top) return;
    this.room = { width, height, left, top };
  }

  protected override render() {
    const { result, table } = this;
    if (!result || !table) return nothing;
    const count = result.labels.length;
    const layout = layoutMatrix(count, this.room.width, this.room.height);
    const { cellWidth, cellHeight, headWidth, sumWidth, compact } = layout;
    const [firstRow, lastRow] = this.#range('top', 'height', cellHeight, count);
    const [firstColumn, lastColumn] = this.#range('left', 'width', cellWidth, count);
    const rows = indices(firstRow, lastRow, this.cursor.row);
    const columns = indices(firstColumn, lastColumn, this.cursor.column);
    const world =
      `grid-template: ${HEAD_HEIGHT}px ${count * cellHeight}px ${HEAD_HEIGHT}px / ` +
      `${headWidth}px ${count * cellWidth}px ${sumWidth}px`;
    const all = this.say(jointWords.all);
    return html`
      <header>
        <h2>${this.say(jointWords.title)}</h2>
        <span class="caption cut" aria-live="off">${this.#caption(result, table)}</span>
      </header>
      <div class="scroll ${compact ? 'compact' : ''}" tabindex="-1" @scroll=${this.#measure}>
        <div
          class="world"
          role="group"
          aria-label="${this.say(jointWords.title)}, ${this.say(jointWords.caption)}"
          .style=${world}
          @click=${this.#click}
          @keydown=${this.#keydown}
          @focusin=${this.#point}
          @pointerover=${this.#point}
          @pointerleave=${this.#point}
        >
          <div class="heads corner top left">
            ${headWidth > ROOM_FOR_NAMES ? this.say(jointWords.reference) : nothing}
          </div>
          <div class="heads top">${columns.map((column) => this.#columnHead(column, layout, result))}</div>
          <div class="sums corner top right">${all}</div>
          <div class="heads left">${rows.map((row) => this.#rowHead(row, layout, result))}</div>
          <div class="cells">
            ${repeat(
              rows.flatMap((row) => columns.map((column) => ({ row, column }))),
              ({ row, column }) => row * count + column,
              (place) => this.#cell(place, layout, result, table),
            )}
          </div>
          <div class="sums right">
            ${rows.map(
              (row) =>
                html`<span class="place" .style=${`top:${row * cellHeight}px;height:${cellHeight}px`}
                  >${this.#count(table.rowSums[row], compact)}</span
                >`,
            )}
          </div>
          <div class="sums corner bottom left">${all}</div>
          <div class="sums bottom">
            ${columns.map(
              (column) =>
                html`<span
                  class="place across"
                  .style=${`left:${column * cellWidth}px;width:${cellWidth}px;height:${HEAD_HEIGHT}px`}
                  >${this.#count(table.columnSums[column], compact)}</span
                >`,
            )}
          </div>
          <div class="sums corner bottom right"></div>
        </div>
      </div>
    `;
  }

  /** Which rows or columns are in the page. */
  #range(from: 'top' | 'left', room: 'height' | 'width', size: number, count: number): [number, number] {
    return count <= WHOLE_UP_TO ? [0, count] : visibleRange(this.room[from], this.room[room], size, count);
  }

  /** The cell under the pointer or the focus, exactly; else what rows and columns are. */
  #caption(result: CaseResult, table: CellTable): string {
    const { pointed } = this;
    if (pointed) return this.#sentence(pointed, result, table.cell(pointed.row, pointed.column));
    const isOfRaw = this.selection?.kind === 'structure' && this.selection.raw;
    return this.say(isOfRaw ? jointWords.captionOfMap : jointWords.caption);
  }

  #sentence({ row, column }: Place, { labels, scheme }: CaseResult, voxels: number): string {
    const named = (value: number) => `${value} ${nameOf(scheme, value)}`;
    return this.say(jointWords.cell, {
      reference: named(labels[row]),
      predicted: named(labels[column]),
      voxels,
    });
  }

  #columnHead(column: number, { cellWidth }: MatrixLayout, { labels, scheme }: CaseResult): TemplateResult {
    return html`<span
      class="place across"
      title=${nameOf(scheme, labels[column])}
      .style=${`left:${column * cellWidth}px;width:${cellWidth}px;height:${HEAD_HEIGHT}px`}
      ><dl-label-chip .label=${labels[column]}></dl-label-chip
    ></span>`;
  }

  #rowHead(row: number, layout: MatrixLayout, { labels, scheme }: CaseResult): TemplateResult {
    const { cellHeight, headWidth } = layout;
    const name = nameOf(scheme, labels[row]);
    return html`<span
      class="place named"
      title=${name}
      .style=${`top:${row * cellHeight}px;height:${cellHeight}px;width:${headWidth - 6}px`}
      ><dl-label-chip .label=${labels[row]}></dl-label-chip>${
        headWidth > ROOM_FOR_NAMES ? html`<span class="cut">${name}</span>` : nothing
      }</span
    >`;
  }

  #cell(place: Place, layout: MatrixLayout, result: CaseResult, table: CellTable): TemplateResult {
    const { row, column } = place;
    const { labels } = result;
    const voxels = table.cell(row, column);
    const chosen = this.structure ? new Set(labelsOf(result, this.structure)) : new Set<number>();
    const role = roleOf(chosen, labels[row], labels[column]);
    const tint = tintOf(voxels, table.largest);
    const percent = voxels === 0 ? 0 : role === 'other' ? 3 + 17 * tint : 16 + 60 * tint;
    const { cellWidth, cellHeight, compact } = layout;
    const style =
      `left:${column * cellWidth}px;top:${row * cellHeight}px;width:${cellWidth}px;height:${cellHeight}px;` +
      `--tint:${percent.toFixed(1)}%`;
    const { selection } = this;
    const isChosen =
      selection?.kind === 'cell' &&
      selection.reference === labels[row] &&
      selection.predicted === labels[column];
    const isStop = this.cursor.row === row && this.cursor.column === column;
    const sentence = this.#sentence(place, result, voxels);
    return html`<button
      class="${role} ${voxels === 0 ? 'none' : ''}"
      data-row=${row}
      data-column=${column}
      tabindex=${isStop ? 0 : -1}
      aria-pressed=${isChosen ? 'true' : 'false'}
      aria-label=${sentence}
      title=${sentence}
      .style=${style}
    >
      ${compact && voxels === 0 ? '·' : this.#count(voxels, compact)}
    </button>`;
  }

  #count(voxels: number, compact: boolean): string {
    return compact ? formatVoxelsShort(voxels) : formatVoxels(voxels);
  }

  #place(event: Event): Place | null {
    const button = (event.target as HTMLElement).closest<HTMLElement>('button');
    return button && { row: Number(button.dataset.row), column: Number(button.dataset.column) };
  }

  #point(event: Event): void {
    this.pointed = event.type === 'pointerleave' ? null : this.#place(event);
  }

  #click(event: Event): void {
    const place = this.#place(event);
    if (!place || !this.result) return;
    this.cursor = place;
    const { labels } = this.result;
    this.dispatchEvent(
      selectionChange({ kind: 'cell', reference: labels[place.row], predicted: labels[place.column] }),
    );
  }

  #keydown(event: KeyboardEvent): void {
    const place = this.#place(event);
    if (!place || !this.result) return;
    const last = this.result.labels.length - 1;
    const { row, column } = place;
    const next = {
      ArrowUp: { row: row - 1, column },
      ArrowDown: { row: row + 1, column },
      ArrowLeft: { row, column: column - 1 },
      ArrowRight: { row, column: column + 1 },
      Home: { row: event.ctrlKey ? 0 : row, column: 0 },
      End: { row: event.ctrlKey ? last : row, column: last },
      PageUp: { row: Math.max(0, row - 10), column },
      PageDown: { row: Math.min(last, row + 10), column },
    }[event.key];
    if (!next) return;
    event.preventDefault();
    const isInside = next.row >= 0 && next.column >= 0 && next.row <= last && next.column <= last;
    if (isInside) void this.#goTo(next);
  }

  async #goTo(place: Place): Promise<void> {
    this.cursor = place;
    this.#reveal(place);
    await this.updateComplete;
    const selector = `button[data-row="${place.row}"][data-column="${place.column}"]`;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
  }

  /** Scrolls no further than it takes to show the whole cell between heads and sums. */
  #reveal({ row, column }: Place): void {
    const { scroller, result } = this;
    if (!scroller || !result) return;
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = scroller;
    const layout = layoutMatrix(result.labels.length, clientWidth, clientHeight);
    const { cellWidth, cellHeight, headWidth, sumWidth } = layout;
    const reveal = (at: number, size: number, start: number, room: number) =>
      Math.min(at * size, Math.max(start, (at + 1) * size - room));
    scroller.scrollLeft = reveal(column, cellWidth, scrollLeft, clientWidth - headWidth - sumWidth);
    scroller.scrollTop = reveal(row, cellHeight, scrollTop, clientHeight - 2 * HEAD_HEIGHT);
  }
}

/** first ... last - 1, and `kept` in its place where it lies outside: the focus must not leave the page. */
function indices(first: number, last: number, kept: number): number[] {
  const range = Array.from({ length: last - first }, (_, i) => first + i);
  if (kept < first) return [kept, ...range];
  return kept >= last ? [...range, kept] : range;
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-joint-matrix': DlJointMatrix;
  }
}
