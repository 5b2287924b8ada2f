import type { AccountCell } from '../account/account-terms.ts';
import type { OverlayTables } from '../volume/overlay.ts';
import type { CodeMeaning } from '../volume/select-voxels.ts';

/** Labels in one picture; the cells of those beyond, which hold the fewest voxels, are not drawn. */
const MOST_LABELS = 250;

/**
 * Groups of cells of the joint counts as tables over codes: the class of a voxel is 1 + the index of the first group that
 * has its cell, 0 where none has. The tables grow with the labels that occur in the cells, not with all labels.
 */
export function tabulateCells(
  groups: readonly (readonly AccountCell[])[],
  { reference, predicted }: Pick<CodeMeaning, 'reference' | 'predicted'>,
): OverlayTables {
  const labels = new Set(
    groups.flatMap((cells) => cells.flatMap((cell) => [cell.reference, cell.predicted])),
  );
  const placeOf = new Map([...labels].slice(0, MOST_LABELS).map((label, i) => [label, i + 1]));
  const columns = placeOf.size + 1;
  const classes = new Uint8Array(columns * columns);
  groups.forEach((cells, i) => {
    for (const cell of cells) {
      const [row, column] = [placeOf.get(cell.reference), placeOf.get(cell.predicted)];
      if (row && column) classes[row * columns + column] ||= i + 1;
    }
  });
  const places = (values: readonly number[]) => Uint8Array.from(values, (label) => placeOf.get(label) ?? 0);
  return { reads: 'labels', columns, first: places(reference), second: places(predicted), classes };
}
