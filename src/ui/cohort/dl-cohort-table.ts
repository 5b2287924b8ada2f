import { html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { TableSort } from '../../core/cohort/cohort-table-order.ts';
import type { TableMetric, TableRow } from '../../core/cohort/cohort-table.ts';
import type { PlotStructure } from '../../core/cohort/plot-cohort.ts';
import { cohortPageWords as words } from '../../core/messages/cohort-page.ts';
import { elementEvent } from '../case/selection-event.ts';
import { baseStyles } from '../controls/base-styles.ts';
import { DlElement } from '../controls/dl-element.ts';
import { drawHeads } from './dl-cohort-table-heads.ts';
import { drawRow, type RowContext } from './dl-cohort-table-row.ts';
import { columnsInView, layOutTable, ROW_HEIGHT, type TableLayout } from './dl-cohort-table-columns.ts';
import { cohortTableStyles } from './dl-cohort-table-styles.ts';

/** A line of the table: a case, or the heading of a group of them. */
type Line = { readonly row: TableRow } | { readonly heading: string; readonly cases: number };

/** Lines drawn above and below those in view, so that a fast scroll shows no gap. */
const BEYOND = 12;
/** Height of the headings, which cover what lies below them. */
const HEAD_HEIGHT = 50;

/**
 * Every case of a cohort with every structure. Only the rows and columns in view are drawn.
 * @fires case-choose - detail: id of the case
 * @fires case-open - detail: id of the case to be opened at its largest error
 * @fires structure-choose - detail: key of the structure
 * @fires sort-change - detail: TableSort
 */
@customElement('dl-cohort-table')
export class DlCohortTable extends DlElement {
  /** In the order in which they are shown. */
  @property({ attribute: false }) rows: readonly TableRow[] = [];
  @property({ attribute: false }) structures: readonly PlotStructure[] = [];
  @property({ attribute: false }) hiddenKeys: ReadonlySet<string> = new Set();
  @property() metric: TableMetric = 'dice';
  @property({ attribute: false }) sort: TableSort = { column: 'mean', isDescending: false };
  @property() chosen = '';
  /** Key of the structure whose errors have columns. */
  @property() structure = '';
  @property({ type: Boolean }) grouped = false;
  /** Sizes are in mL; else in voxels. */
  @property({ type: Boolean }) inMl = true;
  @state() private view = { top: 0, left: 0, width: 800, height: 400 };
  @query('.scroll') private scroller!: HTMLElement;

  static override styles = [baseStyles, cohortTableStyles];

  #lines: readonly Line[] = [];
  #chosenLine = -1;
  #laidOutFor = -1;
  #layout: TableLayout = { columns: [], starts: [0], nameWidth: 0 };
  readonly #watcher = new ResizeObserver(() => this.#look());

  override disconnectedCallback(): void {
    this.#watcher.disconnect();
    super.disconnectedCallback();
  }

  protected override firstUpdated(): void {
    this.#watcher.observe(this.scroller);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('rows') || changed.has('grouped')) this.#lines = linesOf(this.rows, this.grouped);
    this.#chosenLine = this.#lines.findIndex((line) => 'row' in line && line.row.of.id === this.chosen);
    const { width } = this.view;
    const laidOut: readonly PropertyKey[] = ['rows', 'structures', 'hiddenKeys'];
    if (width !== this.#laidOutFor || laidOut.some((name) => changed.has(name))) {
      this.#layout = layOutTable(this.structures, this.hiddenKeys, this.rows, width);
      this.#laidOutFor = width;
    }
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('chosen')) this.#bringIntoView();
  }

  protected override render() {
    const { view, structures } = this;
    const { nameWidth, starts } = this.#layout;
    const first = Math.max(0, Math.floor((view.top - HEAD_HEIGHT) / ROW_HEIGHT) - BEYOND);
    const last = Math.min(this.#lines.length, Math.ceil((view.top + view.height) / ROW_HEIGHT) + BEYOND);
    const [from, to] = columnsInView(this.#layout, view.left, view.width - nameWidth);
    const { columns } = this.#layout;
    const chosenStructure = Math.max(
      0,
      structures.findIndex(({ key }) => key === this.structure),
    );
    const context: RowContext = {
      structures,
      columns: columns.slice(from, to),
      firstColumn: from,
      gap: starts[from],
      nameWidth,
      metric: this.metric,
      structure: chosenStructure,
      chosen: this.chosen,
      widthInView: view.width - nameWidth,
      choose: (id) => this.dispatchEvent(elementEvent('case-choose', id)),
      open: (id) => this.dispatchEvent(elementEvent('case-open', id)),
    };
    return html`<div
      class="scroll"
      role="grid"
      tabindex="0"
      aria-label=${this.say(words.table)}
      aria-rowcount=${this.#lines.length + 2}
      aria-colcount=${columns.length + 1}
      aria-activedescendant=${this.#chosenLine >= first && this.#chosenLine < last ? 'chosen' : nothing}
      @scroll=${this.#look}
      @keydown=${this.#keyDown}
    >
      <div role="presentation" .style=${`width:${nameWidth + starts.at(-1)!}px`}>
        ${drawHeads(context, {
          sort: this.sort,
          inMl: this.inMl,
          sortBy: (sort) => this.dispatchEvent(elementEvent('sort-change', sort)),
          chooseStructure: (s) => this.dispatchEvent(elementEvent('structure-choose', structures[s].key)),
        })}
        <div
          class="body"
          role="rowgroup"
          .style=${`padding-top:${first * ROW_HEIGHT}px;padding-bottom:${(this.#lines.length - last) * ROW_HEIGHT}px`}
        >
          ${this.#lines.slice(first, last).map((line, i) =>
            'row' in line
              ? drawRow(line.row, first + i + 3, context)
              : html`<div class="row heading" role="row" aria-rowindex=${first + i + 3}>
                  <div class="name" role="rowheader">${line.heading} (${line.cases})</div>
                </div>`,
          )}
        </div>
      </div>
    </div>`;
  }

  readonly #look = (): void => {
    const { scrollTop, scrollLeft, clientWidth, clientHeight } = this.scroller;
    const { view } = this;
    const isSame =
      view.top === scrollTop &&
      view.left === scrollLeft &&
      view.width === clientWidth &&
      view.height === clientHeight;
    if (!isSame) this.view = { top: scrollTop, left: scrollLeft, width: clientWidth, height: clientHeight };
  };

  #bringIntoView(): void {
    const line = this.#chosenLine;
    if (line < 0) return;
    const top = line * ROW_HEIGHT;
    const { scrollTop, clientHeight } = this.scroller;
    if (top < scrollTop) this.scroller.scrollTop = top;
    else if (top + ROW_HEIGHT > scrollTop + clientHeight - HEAD_HEIGHT) {
      this.scroller.scrollTop = top + ROW_HEIGHT - clientHeight + HEAD_HEIGHT;
    }
  }

  readonly #keyDown = (event: KeyboardEvent): void => {
    if (event.target !== this.scroller || event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor((this.view.height - HEAD_HEIGHT) / ROW_HEIGHT) - 1);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -Infinity,
      End: Infinity,
    };
    if (event.key === 'Enter') this.dispatchEvent(elementEvent('case-open', this.chosen));
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      this.#stepStructure(event.key === 'ArrowLeft' ? -1 : 1);
    } else if (event.key in steps) this.#stepCase(steps[event.key]);
    else return;
    event.preventDefault();
  };

  #stepCase(by: number): void {
    const { rows } = this;
    if (rows.length === 0) return;
    const chosen = rows.findIndex(({ of }) => of.id === this.chosen);
    const from = chosen >= 0 ? chosen : by > 0 ? -1 : rows.length;
    const next = Math.min(rows.length - 1, Math.max(0, from + by));
    this.dispatchEvent(elementEvent('case-choose', rows[next].of.id));
  }

  #stepStructure(by: number): void {
    const shown = this.structures.filter(({ key }) => !this.hiddenKeys.has(key));
    const at = shown.findIndex(({ key }) => key === this.structure);
    const next = shown[Math.min(shown.length - 1, Math.max(0, Math.max(at, 0) + by))];
    if (!next) return;
    this.dispatchEvent(elementEvent('structure-choose', next.key));
    const column = this.#layout.columns.findIndex(({ structure }) => this.structures[structure] === next);
    const [start, end] = [this.#layout.starts[column], this.#layout.starts[column + 1]];
    const width = this.view.width - this.#layout.nameWidth;
    if (start < this.view.left) this.scroller.scrollLeft = start;
    else if (end > this.view.left + width) this.scroller.scrollLeft = end - width;
  }
}

function linesOf(rows: readonly TableRow[], isGrouped: boolean): Line[] {
  if (!isGrouped) return rows.map((row) => ({ row }));
  const lines: Line[] = [];
  let start = 0;
  const nameOf = ({ of }: TableRow) => [of.group, of.model].filter((text) => text !== '').join(', ');
  for (let i = 1; i <= rows.length; i++) {
    if (i < rows.length && nameOf(rows[i]) === nameOf(rows[start])) continue;
    const heading = nameOf(rows[start]);
    if (heading !== '') lines.push({ heading, cases: i - start });
    for (; start < i; start++) lines.push({ row: rows[start] });
  }
  return lines;
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-cohort-table': DlCohortTable;
  }
}
