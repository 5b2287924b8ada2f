import { assignBest } from './assignment.ts';
import { eachCell, type JointCounts } from './joint-counts.ts';

/** Predicted labels that would score better under other names. */
export interface SwappedLabels {
  /** [predicted value, the reference value that it matches better]. */
  readonly renames: readonly (readonly [number, number])[];
  /** Mean Dice over the labels that occur, as it is and after renaming. */
  readonly meanDice: number;
  readonly meanDiceRenamed: number;
}

/** A gain in the mean below this may come from two poor labels trading places by chance. */
const MIN_GAIN = 0.05;
const MAX_LABELS = 256;

/**
 * The renaming of predicted labels that raises the mean Dice most, by linear assignment over the table, or
 * null where it gains less than 0.05: labels exchanged, left and right mirrored, another numbering.
 * Background is never renamed; above 256 labels nothing is tried.
 */
export function findSwappedLabels(joint: JointCounts, labels: readonly number[]): SwappedLabels | null {
  const reference = new Float64Array(labels.length);
  const predicted = new Float64Array(labels.length);
  eachCell(joint, (row, column, voxels) => {
    reference[row] += voxels;
    predicted[column] += voxels;
  });
  const rows = labels.map((_, i) => i).filter((i) => labels[i] !== 0 && reference[i] + predicted[i] > 0);
  if (rows.length < 2 || rows.length > MAX_LABELS) return null;

  const place = new Map(rows.map((row, i) => [row, i]));
  const gain = rows.map(() => rows.map(() => 0));
  eachCell(joint, (row, column, voxels) => {
    const [i, j] = [place.get(row), place.get(column)];
    if (i !== undefined && j !== undefined) gain[i][j] = (2 * voxels) / (reference[row] + predicted[column]);
  });
  const best = assignBest(gain);
  const mean = (columns: readonly number[]) =>
    columns.reduce((sum, column, row) => sum + gain[row][column], 0) / rows.length;
  const meanDice = mean(rows.map((_, i) => i));
  const meanDiceRenamed = mean(best);
  if (meanDiceRenamed - meanDice < MIN_GAIN) return null;
  const renames = best.flatMap((column, row): [number, number][] =>
    column !== row && gain[row][column] > 0 ? [[labels[rows[column]], labels[rows[row]]]] : [],
  );
  return { renames, meanDice, meanDiceRenamed };
}
