import type { TableRow } from './cohort-table.ts';

/** Which cases are listed. */
export const TABLE_FILTERS = ['all', 'zero', 'false', 'missing', 'warned', 'failed'] as const;
export type TableFilter = (typeof TABLE_FILTERS)[number];

/**
 * The column by which cases are sorted: 'name', 'model', 'mean', 'fp', 'fn' (of the chosen structure), 'false',
 * 'missing', or a score or reference volume of a structure by its key.
 */
export interface TableSort {
  readonly column: string;
  readonly isDescending: boolean;
}

export interface TableOrder {
  readonly sort: TableSort;
  readonly filter: TableFilter;
  /** Part of the name of a case or model, letter case aside. */
  readonly query: string;
  /** Name of a model or group; null lists all. */
  readonly model: string | null;
  /** Cases of one group and model stand together. */
  readonly isGrouped: boolean;
  /** Of the structure whose FP and FN have columns. */
  readonly structure: number;
}

/** The columns of scores and reference volumes of a structure. */
export const scoreColumn = (key: string) => `score:${key}`;
export const volumeColumn = (key: string) => `volume:${key}`;

/** Whether a case is listed under a filter. A case that failed has no scores, and is listed by 'all' and 'failed'. */
export function passesFilter(row: TableRow, filter: TableFilter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'zero':
      return row.scores.includes(0);
    case 'false':
      return row.falseStructures.length > 0;
    case 'missing':
      return row.missingStructures.length > 0;
    case 'warned':
      return row.of.warnings.length > 0;
    case 'failed':
      return row.of.error !== null;
  }
}

/**
 * The rows that are listed, in their order. Names sort as numbers where they have any; cases without a value stand
 * last either way, failed ones at the very end; equal values by name.
 */
export function orderRows(
  rows: readonly TableRow[],
  keys: readonly string[],
  { sort, filter, query, model, isGrouped, structure }: TableOrder,
): TableRow[] {
  const wanted = query.trim().toLowerCase();
  const listed = rows.filter(
    (row) =>
      passesFilter(row, filter) &&
      (model === null || row.of.model === model || row.of.group === model) &&
      (wanted === '' || `${row.of.name} ${row.of.model}`.toLowerCase().includes(wanted)),
  );
  const byName = (a: TableRow, b: TableRow) =>
    NAMES.compare(a.of.name, b.of.name) || NAMES.compare(a.of.model, b.of.model);
  const groupOf = ({ of }: TableRow) => `${of.group}\n${of.model}`;
  const byGroup = (a: TableRow, b: TableRow) => (isGrouped ? NAMES.compare(groupOf(a), groupOf(b)) : 0);
  const sign = sort.isDescending ? -1 : 1;
  if (sort.column === 'name') return listed.sort((a, b) => byGroup(a, b) || sign * byName(a, b));
  const valueOf = valueIn(sort.column, keys, structure);
  const values = new Map(listed.map((row) => [row, row.counts.length > 0 ? valueOf(row) : Number.NaN]));
  return listed.sort((a, b) => {
    const [first, second] = [values.get(a)!, values.get(b)!];
    const unknown = Number(Number.isNaN(first)) - Number(Number.isNaN(second));
    const failed = Number(a.of.error !== null) - Number(b.of.error !== null);
    return byGroup(a, b) || failed || unknown || sign * (first - second || 0) || byName(a, b);
  });
}

const NAMES = new Intl.Collator('en', { numeric: true });

function valueIn(column: string, keys: readonly string[], structure: number): (row: TableRow) => number {
  const [kind, ...rest] = column.split(':');
  const index = rest.length > 0 ? keys.indexOf(rest.join(':')) : structure;
  const ml = ({ of }: TableRow) => of.voxelMl ?? 1;
  switch (kind) {
    case 'score':
      return (row) => row.scores[index] ?? Number.NaN;
    case 'volume':
      return (row) => {
        const counts = row.counts[index];
        return counts ? (counts.tp + counts.fn) * ml(row) : Number.NaN;
      };
    case 'fp':
    case 'fn':
      return (row) => (row.counts[index]?.[kind] ?? Number.NaN) * ml(row);
    case 'false':
      return (row) => row.falseStructures.length;
    case 'missing':
      return (row) => row.missingStructures.length;
    default:
      return (row) => row.mean;
  }
}
