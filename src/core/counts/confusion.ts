import { eachCell, type JointCounts } from './joint-counts.ts';

/** Voxel counts of one structure (a label or a region) in one case: exact integers below 2^53. */
export interface Confusion {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
}

/**
 * Dice of one structure, 2 TP / (2 TP + FP + FN), in [0, 1].
 *
 * NaN where the structure is in neither map, 0 where it is in only one of them.
 * Source: nnU-Net v2, evaluation/evaluate_predictions.py, `compute_metrics`.
 */
export function dice({ tp, fp, fn }: Confusion): number {
  const size = 2 * tp + fp + fn;
  return size === 0 ? Number.NaN : (2 * tp) / size;
}

/** Intersection over union, TP / (TP + FP + FN), in [0, 1]; NaN and 0 as for `dice`. Source: the same. */
export function iou({ tp, fp, fn }: Confusion): number {
  const union = tp + fp + fn;
  return union === 0 ? Number.NaN : tp / union;
}

/** Share of the predicted voxels that are right, TP / (TP + FP), in [0, 1]; NaN where nothing was predicted. */
export function precision({ tp, fp }: Confusion): number {
  return tp + fp === 0 ? Number.NaN : tp / (tp + fp);
}

/** Share of the reference that was found, TP / (TP + FN), in [0, 1]; NaN where the reference has none. */
export function recall({ tp, fn }: Confusion): number {
  return tp + fn === 0 ? Number.NaN : tp / (tp + fn);
}

/**
 * Confusion of one structure from the table: its reference is the rows for which `inReference` holds, its
 * prediction the columns for which `inPrediction` holds.
 */
export function confusionOf(
  counts: JointCounts,
  inReference: (row: number) => boolean,
  inPrediction: (column: number) => boolean,
): Confusion {
  let [tp, fp, fn] = [0, 0, 0];
  eachCell(counts, (row, column, voxels) => {
    const predicted = inPrediction(column);
    if (inReference(row)) {
      if (predicted) tp += voxels;
      else fn += voxels;
    } else if (predicted) fp += voxels;
  });
  return { tp, fp, fn };
}

/** Confusion of every row against the column of the same index, in one pass over the table. */
export function confusionsByIndex(counts: JointCounts): Confusion[] {
  const reference = new Float64Array(counts.rows);
  const predicted = new Float64Array(counts.rows);
  const both = new Float64Array(counts.rows);
  eachCell(counts, (row, column, voxels) => {
    reference[row] += voxels;
    predicted[column] += voxels;
    if (row === column) both[row] += voxels;
  });
  return Array.from(both, (tp, i) => ({ tp, fp: predicted[i] - tp, fn: reference[i] - tp }));
}
