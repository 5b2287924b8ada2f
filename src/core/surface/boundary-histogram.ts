import { FN_VOXEL, FP_VOXEL, IGNORED_VOXEL, TP_VOXEL } from '../labels/structure-pair.ts';

/** Width of a bin in mm is 1 / BINS_PER_MM; bands that are multiples of it are exact. */
export const BINS_PER_MM = 10;
/** Farthest distance from the boundary that has a bin, mm. */
export const FARTHEST_MM = 20;
const BINS = FARTHEST_MM * BINS_PER_MM;

/** Voxels of one zone by class. */
export interface ZoneCounts {
  /** All voxels of the zone that are not ignored, those of neither map included. */
  readonly voxels: number;
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
}

/**
 * The voxels of a structure by signed distance to the reference boundary, in bins of 0.1 mm. Bin b >= 0 holds
 * b / 10 < d <= (b + 1) / 10 outside, bin b of `inside` the same depth inside. What lies farther than 20 mm is in the
 * sums only.
 */
export interface BoundaryHistogram {
  readonly inside: BinCounts;
  readonly outside: BinCounts;
  /** Counts over the whole volume. */
  readonly total: { readonly tp: number; readonly fp: number; readonly fn: number };
  /** The greatest signed distance of a false positive and the deepest of a miss, mm; 0 where there is none. */
  readonly farthestFpMm: number;
  readonly deepestFnMm: number;
}

/** One number a bin. */
export interface BinCounts {
  readonly voxels: Float64Array;
  readonly tp: Float64Array;
  readonly fp: Float64Array;
  readonly fn: Float64Array;
}

/**
 * Counts the voxels of a box by distance. `classes`: as of `classifyVoxels`; `signedMm`: of the same voxels. The box holds
 * all of the structure in both maps, and 10 mm round the reference where the volume goes that far.
 */
export function countByDistance(classes: Uint8Array, signedMm: Float64Array): BoundaryHistogram {
  const makeBins = (): BinCounts => ({
    voxels: new Float64Array(BINS),
    tp: new Float64Array(BINS),
    fp: new Float64Array(BINS),
    fn: new Float64Array(BINS),
  });
  const [inside, outside] = [makeBins(), makeBins()];
  let [tp, fp, fn, farthestFpMm, deepestFnMm] = [0, 0, 0, 0, 0];
  for (let i = 0; i < classes.length; i++) {
    const of = classes[i];
    if (of === IGNORED_VOXEL) continue;
    const distance = signedMm[i];
    if (of === TP_VOXEL) tp++;
    else if (of === FP_VOXEL) {
      fp++;
      if (distance > farthestFpMm) farthestFpMm = distance;
    } else if (of === FN_VOXEL) {
      fn++;
      if (distance < deepestFnMm) deepestFnMm = distance;
    }
    const bins = distance < 0 ? inside : outside;
    const bin = binOf(Math.abs(distance));
    if (bin >= BINS) continue;
    bins.voxels[bin]++;
    if (of === TP_VOXEL) bins.tp[bin]++;
    else if (of === FP_VOXEL) bins.fp[bin]++;
    else if (of === FN_VOXEL) bins.fn[bin]++;
  }
  return { inside, outside, total: { tp, fp, fn }, farthestFpMm, deepestFnMm };
}

/** Three steps of 0.1 mm are 0.30000000000000004 mm, and within 0.3. */
const ROUNDING_MM = 1e-9;

/** The bin of a distance: the first one whose upper edge is not below it. */
function binOf(mm: number): number {
  if (mm > FARTHEST_MM + ROUNDING_MM) return BINS;
  return Math.max(0, Math.ceil((mm - ROUNDING_MM) * BINS_PER_MM) - 1);
}

/** The sum of the bins from one edge to another, in tenths of a mm. */
export function sumBins(bins: BinCounts, from: number, to: number): ZoneCounts {
  const sum = (values: Float64Array) => {
    let total = 0;
    for (let bin = from; bin < Math.min(to, BINS); bin++) total += values[bin];
    return total;
  };
  return { voxels: sum(bins.voxels), tp: sum(bins.tp), fp: sum(bins.fp), fn: sum(bins.fn) };
}
