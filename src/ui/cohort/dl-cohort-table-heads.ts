import { html, nothing, type TemplateResult } from 'lit';
import type { TableSort } from '../../core/cohort/cohort-table-order.ts';
import { cohortPageWords as words } from '../../core/messages/cohort-page.ts';
import { say } from '../../core/messages/say.ts';
import type { Sentence } from '../../core/messages/sentence.ts';
import { spoken } from '../controls/dl-element.ts';
import '../controls/dl-icon.ts';
import { structureChip } from '../labels/structure-chip.ts';
import { GROUP_OF, type ColumnGroup, type TableColumn } from './dl-cohort-table-columns.ts';
import type { RowContext } from './dl-cohort-table-row.ts';

interface HeadContext {
  readonly sort: TableSort;
  readonly inMl: boolean;
  readonly sortBy: (sort: TableSort) => void;
  readonly chooseStructure: (structure: number) => void;
}

/** Two lines of headings: what columns have in common, and what each is, by which the table can be sorted. */
export function drawHeads(context: RowContext, head: HeadContext): TemplateResult {
  const { columns, gap, nameWidth, firstColumn } = context;
  const groups: { readonly group: ColumnGroup; width: number }[] = [];
  for (const { kind, width } of columns) {
    const last = groups.at(-1);
    if (last?.group === GROUP_OF[kind]) last.width += width;
    else groups.push({ group: GROUP_OF[kind], width });
  }
  return html`<div class="head" role="rowgroup">
    <div class="row groups" role="row" aria-rowindex="1">
      <div class="name" role="columnheader" .style=${`width:${nameWidth}px`}></div>
      <div class="gap" role="presentation" .style=${`width:${gap}px`}></div>
      ${groups.map(
        ({ group, width }) =>
          html`<div class="group cut" role="columnheader" .style=${`width:${width}px`}>
            <span class="cut" title=${groupText(group, context, head)}
              >${groupText(group, context, head)}</span
            >
          </div>`,
      )}
    </div>
    <div class="row heads" role="row" aria-rowindex="2">
      ${headCell('name', 'name', nameWidth, 1, words.case, html`${text(words.case)}`, head)}
      <div class="gap" role="presentation" .style=${`width:${gap}px`}></div>
      ${columns.map((column, i) => columnHead(column, firstColumn + i + 2, context, head))}
    </div>
  </div>`;
}

function groupText(
  group: ColumnGroup,
  { structures, structure, metric }: RowContext,
  { inMl }: HeadContext,
): string {
  if (group === 'score') return text(words[metric]);
  if (group === 'volume') return text(inMl ? words.referenceMl : words.referenceVoxels);
  if (group === 'structures') return text(words.structures);
  const facts = { structure: structures[structure]?.name ?? '' };
  return say((inMl ? words.errorsMl : words.errorsVoxels) as Sentence<never>, spoken(), facts);
}

function columnHead(
  column: TableColumn,
  index: number,
  context: RowContext,
  head: HeadContext,
): TemplateResult {
  const { id, kind, structure, width } = column;
  if (structure >= 0) {
    const { name, labels, structure: ref } = context.structures[structure];
    const isChosen = kind === 'score' && structure === context.structure;
    const chip = structureChip(ref, labels);
    return headCell(id, `cell ${isChosen ? 'chosen-structure' : ''}`, width, index, name, chip, head);
  }
  if (kind === 'fp' || kind === 'fn') {
    const drawn = html`<i class="dot ${kind}"></i>${kind.toUpperCase()}`;
    return headCell(id, 'cell', width, index, kind.toUpperCase(), drawn, head);
  }
  const word = { mean: words.mean, false: words.false, missing: words.missing }[kind as 'mean'];
  const title = { false: words.falseTitle, missing: words.missingTitle }[kind as 'false'] ?? word;
  return headCell(id, 'cell', width, index, title, html`${text(word)}`, head);
}

function headCell(
  id: string,
  kind: string,
  width: number,
  index: number,
  name: Sentence | string,
  drawn: TemplateResult,
  { sort, sortBy }: HeadContext,
): TemplateResult {
  const isSorted = sort.column === id;
  const spokenName = typeof name === 'string' ? name : text(name);
  const title = say(words.sortBy as Sentence<never>, spoken(), { column: spokenName });
  const isDescending = isSorted
    ? !sort.isDescending
    : id === 'false' || id === 'missing' || id === 'fp' || id === 'fn';
  return html`<div
    class=${kind}
    role="columnheader"
    aria-colindex=${index}
    aria-sort=${isSorted ? (sort.isDescending ? 'descending' : 'ascending') : 'none'}
    .style=${`width:${width}px`}
  >
    <button
      tabindex="-1"
      title=${title}
      aria-label=${spokenName}
      @click=${() => sortBy({ column: id, isDescending })}
    >
      ${drawn}${
        isSorted ? html`<dl-icon name=${sort.isDescending ? 'arrow-down' : 'arrow-up'}></dl-icon>` : nothing
      }
    </button>
  </div>`;
}

function text(sentence: Sentence): string {
  return say(sentence as Sentence<never>, spoken());
}
