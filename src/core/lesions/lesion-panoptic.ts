import type { LesionPieces } from './lesion-pieces.ts';

/** A reference piece and the predicted one that it was matched with. */
export interface PanopticMatch {
  readonly reference: number;
  readonly predicted: number;
  readonly iou: number;
}

/** Detection and segmentation in one number: pq = sq x rq. */
export interface PanopticQuality {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  /** TP / (TP + FP / 2 + FN / 2); NaN where neither map has a piece. */
  readonly rq: number;
  /** Mean IoU of the matches, 0 without any; NaN as rq. */
  readonly sq: number;
  readonly pq: number;
  readonly matches: readonly PanopticMatch[];
}

/**
 * Panoptic quality of the pieces of a structure. Pairs are matched from the best IoU down, each piece once, where the
 * IoU is at least the threshold (`strict`: above it, as in MONAI).
 * Source: BrainLesion/panoptica, NaiveThresholdMatching; Kirillov et al., Panoptic Segmentation, 2019.
 */
export function panopticQuality(
  { reference, predicted, overlaps }: Pick<LesionPieces, 'reference' | 'predicted' | 'overlaps'>,
  threshold = 0.5,
  strict = false,
): PanopticQuality {
  const pairs = overlaps
    .map(({ reference: r, predicted: p, voxels }) => ({
      reference: r,
      predicted: p,
      iou: voxels / (reference[r].voxels + predicted[p].voxels - voxels),
    }))
    .filter(({ iou }) => (strict ? iou > threshold : iou >= threshold))
    .sort((a, b) => b.iou - a.iou || a.reference - b.reference || a.predicted - b.predicted);
  const [usedReference, usedPredicted] = [new Set<number>(), new Set<number>()];
  const matches = pairs.filter((pair) => {
    if (usedReference.has(pair.reference) || usedPredicted.has(pair.predicted)) return false;
    usedReference.add(pair.reference);
    usedPredicted.add(pair.predicted);
    return true;
  });
  const tp = matches.length;
  const [fp, fn] = [predicted.length - tp, reference.length - tp];
  const isAbsent = reference.length + predicted.length === 0;
  const rq = isAbsent ? Number.NaN : tp / (tp + fp / 2 + fn / 2);
  const sq = isAbsent ? Number.NaN : tp === 0 ? 0 : matches.reduce((sum, { iou }) => sum + iou, 0) / tp;
  return { tp, fp, fn, rq, sq, pq: rq * sq, matches };
}
