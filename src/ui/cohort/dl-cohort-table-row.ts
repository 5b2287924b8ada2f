import { html, nothing, type TemplateResult } from 'lit';
import { tintOf, type TableMetric, type TableRow } from '../../core/cohort/cohort-table.ts';
import type { PlotStructure } from '../../core/cohort/plot-cohort.ts';
import { cohortPageWords as words } from '../../core/messages/cohort-page.ts';
import { say } from '../../core/messages/say.ts';
import { integer, type Sentence } from '../../core/messages/sentence.ts';
import { formatMl, formatScore, formatVoxels } from '../../core/text/format.ts';
import { spoken } from '../controls/dl-element.ts';
import '../controls/dl-icon.ts';
import { structureChip } from '../labels/structure-chip.ts';
import { glyphsThatFit, type TableColumn } from './dl-cohort-table-columns.ts';

/** What all rows of a drawing share. */
export interface RowContext {
  readonly structures: readonly PlotStructure[];
  /** Those in view, and the index of the first among all. */
  readonly columns: readonly TableColumn[];
  readonly firstColumn: number;
  /** Width of the columns left of the view. */
  readonly gap: number;
  readonly nameWidth: number;
  readonly widthInView: number;
  readonly metric: TableMetric;
  /** Index of the structure whose errors have columns. */
  readonly structure: number;
  /** Id of the chosen case. */
  readonly chosen: string;
  readonly choose: (id: string) => void;
  readonly open: (id: string) => void;
}

/** One case: its name, then the cells in view; a case that was not counted says why. */
export function drawRow(row: TableRow, index: number, context: RowContext): TemplateResult {
  const { of } = row;
  const { nameWidth, gap, columns, firstColumn, choose, open } = context;
  const isChosen = of.id === context.chosen;
  const title = of.model === '' ? of.name : `${of.name}, ${of.model}`;
  return html`<div
    class="row"
    role="row"
    id=${isChosen ? 'chosen' : nothing}
    aria-rowindex=${index}
    aria-selected=${isChosen}
    @click=${() => choose(of.id)}
    @dblclick=${() => open(of.id)}
  >
    <div class="name" role="rowheader" aria-colindex="1" .style=${`width:${nameWidth}px`}>
      ${
        of.index === null
          ? html`<span class="cut" title=${title}>${of.name}</span>`
          : html`<button
              tabindex="-1"
              title="${title}: ${text(words.openAtError)}"
              @click=${() => open(of.id)}
            >
              ${of.name}
            </button>`
      }
      ${of.model === '' ? nothing : html`<span class="model cut" title=${of.model}>${of.model}</span>`}
      ${mark(row)}
    </div>
    ${
      of.evaluated
        ? html`<div class="gap" role="presentation" .style=${`width:${gap}px`}></div>
            ${columns.map((column, i) => drawCell(row, column, firstColumn + i + 2, context))}`
        : html`<div
            class=${of.error ? 'failed' : 'failed dim'}
            role="gridcell"
            title=${of.error?.say(spoken()) ?? ''}
            .style=${`left:${nameWidth}px;width:${context.widthInView}px`}
          >
            ${of.error ? of.error.say(spoken()) : text(words.waiting)}
          </div>`
    }
  </div>`;
}

function mark({ of }: TableRow): TemplateResult | typeof nothing {
  if (of.error) return html`<dl-icon name="octagon-x" label=${text(words.failed)}></dl-icon>`;
  if (of.warnings.length === 0) return nothing;
  const count = say(words.warned as Sentence<never>, spoken(), { cases: of.warnings.length });
  return html`<dl-icon class="warned" name="triangle-alert" label=${count}></dl-icon>`;
}

function drawCell(row: TableRow, column: TableColumn, index: number, context: RowContext): TemplateResult {
  const { kind, structure, width } = column;
  const cell = (content: unknown, classes = '', title = '') =>
    html`<div
      class="cell ${classes}"
      role="gridcell"
      aria-colindex=${index}
      title=${title}
      .style=${`width:${width}px`}
    >
      ${content}
    </div>`;
  switch (kind) {
    case 'score':
      return cell(drawScore(row, structure, context), 'score', countsTitle(row, structure, context));
    case 'mean':
      return cell(formatScore(row.mean), 'mean');
    case 'volume': {
      const { tp, fn } = row.counts[structure];
      return cell(volume(row, tp + fn), tp + fn === 0 ? 'dim' : '', exact(tp + fn));
    }
    case 'fp':
    case 'fn': {
      const voxels = row.counts[context.structure]?.[kind] ?? 0;
      return cell(volume(row, voxels), voxels === 0 ? 'dim' : '', exact(voxels));
    }
    case 'false':
      return cell(
        drawGlyphs(row.falseStructures, width, context),
        'glyphs',
        names(row.falseStructures, context),
      );
    case 'missing':
      return cell(
        drawGlyphs(row.missingStructures, width, context),
        'glyphs',
        names(row.missingStructures, context),
      );
  }
}

function drawScore(row: TableRow, structure: number, { metric }: RowContext): TemplateResult {
  const score = row.scores[structure];
  const { tp, fp, fn } = row.counts[structure];
  if (Number.isNaN(score)) {
    const isAbsent = tp + fp + fn === 0;
    const title = text(isAbsent ? words.absentTitle : words.undefinedTitle);
    return html`<span class="absent" title=${title}>${isAbsent ? text(words.absent) : '–'}</span>`;
  }
  const leads =
    metric === 'precision' ? { fp: 1, fn: 0 } : metric === 'recall' ? { fp: 0, fn: 1 } : { fp, fn };
  const tint = tintOf(score, { tp, ...leads });
  const classes = `${tint > 0 ? `fp${tint}` : tint < 0 ? `fn${-tint}` : ''} ${score === 0 ? 'zero' : ''}`;
  return html`<span class=${classes}>${formatScore(score)}</span>`;
}

function countsTitle(row: TableRow, structure: number, { structures }: RowContext): string {
  const { tp, fp, fn } = row.counts[structure];
  return `${structures[structure].name}: ${integer(tp)} TP, ${integer(fp)} FP, ${integer(fn)} FN`;
}

function drawGlyphs(indices: readonly number[], width: number, { structures }: RowContext) {
  if (indices.length === 0) return nothing;
  const shown = glyphsThatFit(indices, structures, width - 8);
  return html`${indices.slice(0, shown).map((s) => structureChip(structures[s].structure, structures[s].labels))}${
    shown < indices.length ? html`<span class="more">+${indices.length - shown}</span>` : nothing
  }`;
}

function names(indices: readonly number[], { structures }: RowContext): string {
  return indices.map((s) => structures[s].name).join(', ');
}

function volume({ of }: TableRow, voxels: number): string {
  return of.voxelMl === null ? formatVoxels(voxels) : formatMl(voxels * of.voxelMl);
}

function exact(voxels: number): string {
  return `${integer(voxels)} ${text(words.voxels)}`;
}

function text(sentence: Sentence): string {
  return say(sentence as Sentence<never>, spoken());
}
