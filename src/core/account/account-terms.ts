import { eachCell, type JointCounts } from '../counts/joint-counts.ts';

/** One cell of the joint counts by its label values. */
export interface AccountCell {
  readonly reference: number;
  readonly predicted: number;
  readonly voxels: number;
}

/** A number of voxels, and the cells that it is the sum of: what a page selects when it is asked for them. */
export interface AccountTerm {
  readonly voxels: number;
  /** Most voxels first; no cell is empty. */
  readonly cells: readonly AccountCell[];
}

/** Every cell that is not 0, in label values, most voxels first. */
export function listCells(joint: JointCounts, labels: readonly number[]): AccountCell[] {
  const cells: AccountCell[] = [];
  eachCell(joint, (row, column, voxels) =>
    cells.push({ reference: labels[row], predicted: labels[column], voxels }),
  );
  return cells.sort((a, b) => b.voxels - a.voxels);
}

/** The term of all cells for which `holds`. */
export function termOf(
  cells: readonly AccountCell[],
  holds: (reference: number, predicted: number) => boolean,
): AccountTerm {
  const own = cells.filter(({ reference, predicted }) => holds(reference, predicted));
  return { voxels: own.reduce((sum, { voxels }) => sum + voxels, 0), cells: own };
}

/** Whether exactly one side of an error is in a set of labels and the other side in another set. */
export function between(
  first: (label: number) => boolean,
  second: (label: number) => boolean,
): (reference: number, predicted: number) => boolean {
  return (reference, predicted) =>
    (first(reference) && second(predicted)) || (first(predicted) && second(reference));
}
