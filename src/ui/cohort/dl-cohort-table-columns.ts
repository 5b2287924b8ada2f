import { scoreColumn, volumeColumn } from '../../core/cohort/cohort-table-order.ts';
import type { TableRow } from '../../core/cohort/cohort-table.ts';
import type { PlotStructure } from '../../core/cohort/plot-cohort.ts';

export type ColumnKind = 'score' | 'mean' | 'volume' | 'fp' | 'fn' | 'false' | 'missing';

/** A column of the table behind that of the names. */
export interface TableColumn {
  /** As `TableSort.column` has it. */
  readonly id: string;
  readonly kind: ColumnKind;
  /** Index of the structure of a score or volume; -1 elsewhere. */
  readonly structure: number;
  readonly width: number;
}

/** Columns that bear one heading together. */
export type ColumnGroup = 'score' | 'volume' | 'errors' | 'structures';

export const GROUP_OF: Readonly<Record<ColumnKind, ColumnGroup>> = {
  score: 'score',
  mean: 'score',
  volume: 'volume',
  fp: 'errors',
  fn: 'errors',
  false: 'structures',
  missing: 'structures',
};

export const ROW_HEIGHT = 24;
const NAME_LEAST = 112;
/** Where a name has that of its model beside it; never more than this share of the table. */
const NAME_LEAST_OF_MODELS = 210;
const NAME_SHARE = 0.42;
const NAME_MOST = 290;
const SCORE_WIDTH = 54;
const VOLUME_WIDTH = 54;
/** A count of voxels in full, as where no file says what a voxel measures: 169,302 or 12.3 M. */
const VOXELS_WIDTH = 64;
const GLYPHS_LEAST = 58;
const GLYPHS_MOST = 190;
/** Columns grow by so much where there is room; the rest goes to those of the glyphs. */
const MOST_SPARE = 30;

/** Columns, and the width of that of the names, which takes what is left. */
export interface TableLayout {
  readonly columns: readonly TableColumn[];
  /** Where each column begins, and behind the last the end. */
  readonly starts: readonly number[];
  readonly nameWidth: number;
}

/** Lays the columns of the structures out that are not hidden. */
export function layOutTable(
  structures: readonly PlotStructure[],
  hidden: ReadonlySet<string>,
  rows: readonly TableRow[],
  width: number,
): TableLayout {
  const shown = structures.flatMap(({ key }, s) => (hidden.has(key) ? [] : [s]));
  const column = (id: string, kind: ColumnKind, columnWidth: number, structure = -1): TableColumn => ({
    id,
    kind,
    structure,
    width: columnWidth,
  });
  const volumeWidth = rows.some(({ of }) => of.evaluated && of.voxelMl === null)
    ? VOXELS_WIDTH
    : VOLUME_WIDTH;
  const widthOf = (s: number, least: number) => Math.max(least, chipWidth(structures[s]) + 12);
  const glyphs = (of: (row: TableRow) => readonly number[]) => {
    let most = 0;
    for (const row of rows) {
      const indices = of(row);
      if (indices.length > 0) most = Math.max(most, glyphsWidth(indices, structures));
    }
    return Math.min(GLYPHS_MOST, Math.max(GLYPHS_LEAST, most + 12));
  };
  const fixed: TableColumn[] = [
    ...shown.map((s) => column(scoreColumn(structures[s].key), 'score', widthOf(s, SCORE_WIDTH), s)),
    column('mean', 'mean', SCORE_WIDTH),
    ...shown.map((s) => column(volumeColumn(structures[s].key), 'volume', widthOf(s, volumeWidth), s)),
    column('fp', 'fp', volumeWidth),
    column('fn', 'fn', volumeWidth),
    column(
      'false',
      'false',
      glyphs(({ falseStructures }) => falseStructures),
    ),
    column(
      'missing',
      'missing',
      glyphs(({ missingStructures }) => missingStructures),
    ),
  ];
  const total = fixed.reduce((sum, one) => sum + one.width, 0);
  const hasModels = rows.some(({ of }) => of.model !== '');
  const least = Math.max(NAME_LEAST, Math.min(hasModels ? NAME_LEAST_OF_MODELS : 0, NAME_SHARE * width));
  const nameWidth = Math.min(NAME_MOST, Math.max(Math.floor(least), width - total));
  const spare = Math.max(0, width - total - nameWidth);
  const each = Math.min(MOST_SPARE, Math.floor(spare / fixed.length));
  const rest = Math.floor((spare - each * fixed.length) / 2);
  const columns = fixed.map((one) => ({
    ...one,
    width: one.width + each + (GROUP_OF[one.kind] === 'structures' ? rest : 0),
  }));
  const starts = [0];
  for (const one of columns) starts.push(starts.at(-1)! + one.width);
  return { columns, starts, nameWidth };
}

/** The columns that a view from `left` of this width shows, with one more on either side. */
export function columnsInView(
  { starts }: TableLayout,
  left: number,
  width: number,
): [from: number, to: number] {
  const count = starts.length - 1;
  let from = 0;
  while (from < count && starts[from + 1] <= left) from++;
  let to = from;
  while (to < count && starts[to] < left + width) to++;
  return [Math.max(0, from - 1), Math.min(count, to + 1)];
}

/** Width of a structure's chip in px: 16 a label, in one outline for a region, at most four squares. */
export function chipWidth({ structure, labels }: PlotStructure): number {
  const wide = (value: number) => (Math.abs(value) > 99 ? 24 : Math.abs(value) > 9 ? 18 : 14);
  if (structure.kind === 'label') return wide(structure.value) + 2;
  const drawn = labels.length > 4 ? labels.slice(0, 3) : labels;
  return drawn.reduce((sum, value) => sum + wide(value) + 2, labels.length > 4 ? 26 : 2);
}

const GLYPH_GAP = 4;
const MORE_WIDTH = 24;

function glyphsWidth(indices: readonly number[], structures: readonly PlotStructure[]): number {
  return indices.reduce((sum, s) => sum + chipWidth(structures[s]) + GLYPH_GAP, 0);
}

/** How many of the chips fit into a cell beside the number of those that do not. */
export function glyphsThatFit(
  indices: readonly number[],
  structures: readonly PlotStructure[],
  width: number,
): number {
  if (glyphsWidth(indices, structures) <= width) return indices.length;
  let [count, used] = [0, MORE_WIDTH];
  while (count < indices.length) {
    used += chipWidth(structures[indices[count]]) + GLYPH_GAP;
    if (used > width) break;
    count++;
  }
  return count;
}
