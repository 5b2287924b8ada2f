import { BINS_PER_MM, sumBins, type BoundaryHistogram } from './boundary-histogram.ts';
import { dice, type Confusion } from '../counts/confusion.ts';

/** Dice and errors of one zone. */
export interface Zone extends Confusion {
  /** NaN where no voxel of the zone is in either map. */
  readonly dice: number;
  /** FP + FN here over all of them; NaN where there is no error. */
  readonly errorShare: number;
}

/** A structure split at a distance from its reference boundary (SPEC 4). */
export interface BoundaryZones {
  readonly bandMm: number;
  /** d < -w. */
  readonly interior: Zone;
  /** |d| <= w. */
  readonly band: Zone;
  /** d > w. */
  readonly exterior: Zone;
  /** Interior and exterior together: everything that is not in the band. */
  readonly beyond: Zone;
}

/** The widest band that is offered, mm, and the one at first. */
export const MAX_BAND_MM = 10;
export const DEFAULT_BAND_MM = 2;

/** The zones for a band of a multiple of 0.1 mm from 0 to 10, all from one histogram. */
export function splitAtBand(histogram: BoundaryHistogram, bandMm: number): BoundaryZones {
  const edge = Math.round(Math.min(MAX_BAND_MM, Math.max(0, bandMm)) * BINS_PER_MM);
  const [inside, outside] = [sumBins(histogram.inside, 0, edge), sumBins(histogram.outside, 0, edge)];
  const { total } = histogram;
  const errors = total.fp + total.fn;
  const zone = (tp: number, fp: number, fn: number): Zone => ({
    tp,
    fp,
    fn,
    dice: dice({ tp, fp, fn }),
    errorShare: errors === 0 ? Number.NaN : (fp + fn) / errors,
  });
  // inside the reference are hits and misses, outside false positives
  const [tp, fp, fn] = [total.tp - inside.tp, total.fp - outside.fp, total.fn - inside.fn];
  return {
    bandMm: edge / BINS_PER_MM,
    interior: zone(tp, 0, fn),
    band: zone(inside.tp, outside.fp, inside.fn),
    exterior: zone(0, fp, 0),
    beyond: zone(tp, fp, fn),
  };
}

/** One step of the curve of errors over signed distance. */
export interface DensityStep {
  readonly fromMm: number;
  readonly toMm: number;
  readonly voxels: number;
  readonly fp: number;
  readonly fn: number;
  /** Share of the voxels here that is wrong; NaN where no voxel lies here. */
  readonly density: number;
}

/** The share of voxels that is wrong by signed distance from the reference boundary, in steps of `stepMm` (tenths). */
export function errorDensity(
  histogram: BoundaryHistogram,
  stepMm = 1,
  insideMm = 10,
  outsideMm = 15,
): DensityStep[] {
  const step = Math.max(1, Math.round(stepMm * BINS_PER_MM));
  const steps: DensityStep[] = [];
  const add = (isInside: boolean, from: number) => {
    const bins = isInside ? histogram.inside : histogram.outside;
    const { voxels, fp, fn } = sumBins(bins, from, from + step);
    const [near, far] = [from / BINS_PER_MM, (from + step) / BINS_PER_MM];
    const density = voxels === 0 ? Number.NaN : (fp + fn) / voxels;
    steps.push({
      fromMm: isInside ? -far : near,
      toMm: isInside ? -near || 0 : far,
      voxels,
      fp,
      fn,
      density,
    });
  };
  for (let from = Math.ceil(insideMm / stepMm) * step - step; from >= 0; from -= step) add(true, from);
  for (let from = 0; from < outsideMm * BINS_PER_MM; from += step) add(false, from);
  return steps;
}
