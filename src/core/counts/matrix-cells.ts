import { eachCell, type JointCounts } from './joint-counts.ts';

/** What a cell of the joint counts is to a structure. */
export type CellRole = 'tp' | 'fp' | 'fn' | 'other';

/** The role of cell (reference, predicted) for the structure of these labels; `other` where it is in neither. */
export function roleOf(labels: ReadonlySet<number>, reference: number, predicted: number): CellRole {
  if (labels.has(reference)) return labels.has(predicted) ? 'tp' : 'fn';
  return labels.has(predicted) ? 'fp' : 'other';
}

/** The joint counts prepared for reading single cells: constant time, dense or sparse. */
export interface CellTable {
  readonly cell: (row: number, column: number) => number;
  readonly rowSums: Float64Array;
  readonly columnSums: Float64Array;
  readonly total: number;
  readonly largest: number;
}

/** Sums of rows and columns, and a look-up of cells; reads the table once. */
export function tabulate(counts: JointCounts): CellTable {
  const { rows, columns, cells, keys } = counts;
  const rowSums = new Float64Array(rows);
  const columnSums = new Float64Array(columns);
  let [total, largest] = [0, 0];
  const byKey = keys && new Map<number, number>();
  eachCell(counts, (row, column, voxels) => {
    rowSums[row] += voxels;
    columnSums[column] += voxels;
    total += voxels;
    largest = Math.max(largest, voxels);
    byKey?.set(row * columns + column, voxels);
  });
  const cell = (row: number, column: number) => {
    const key = row * columns + column;
    return byKey ? (byKey.get(key) ?? 0) : cells[key];
  };
  return { cell, rowSums, columnSums, total, largest };
}

/** How strongly a cell is tinted, 0 to 1 by the logarithm of its voxels: 0 only for an empty cell. */
export function tintOf(voxels: number, largest: number): number {
  return voxels === 0 ? 0 : Math.log1p(voxels) / Math.log1p(Math.max(largest, voxels));
}
