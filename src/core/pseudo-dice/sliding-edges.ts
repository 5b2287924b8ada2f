import type { Vec3 } from '../volume/grid.ts';
import { randomCoverage } from './patch-coverage.ts';
import { tileCoverage, type TilePlan } from './sliding-window.ts';

/** A voxel as the sliding window and as random patches treat it. */
export interface PlaceTreatment {
  readonly place: 'corner' | 'face' | 'centre';
  readonly voxel: Vec3;
  /** Tiles that predict it. */
  readonly tiles: number;
  /** The largest weight that one of them gives it, as a share of the largest weight of a tile, in (0, 1]. */
  readonly bestWeight: number;
  /** The chance that a random patch holds it. */
  readonly chance: number;
}

/** The voxel at a corner, in the middle of a face and in the middle of an image. */
export function treatPlaces(plan: TilePlan, weights: Float32Array, size: Vec3): PlaceTreatment[] {
  const half = size.map((n) => Math.floor(n / 2));
  const places = [
    { place: 'corner', voxel: [0, 0, 0] },
    { place: 'face', voxel: [0, half[1], half[2]] },
    { place: 'centre', voxel: [half[0], half[1], half[2]] },
  ] as const;
  const covered = [0, 1, 2].map((axis) => tileCoverage(plan, size, axis as 0 | 1 | 2));
  const chances = randomCoverage(size, plan.patch);
  const product = (of: (axis: number) => number) => of(0) * of(1) * of(2);
  return places.map(({ place, voxel }) => ({
    place,
    voxel,
    tiles: product((axis) => covered[axis][voxel[axis]]),
    bestWeight: bestWeightAt(plan, weights, voxel),
    chance: product((axis) => chances[axis][voxel[axis]]),
  }));
}

function bestWeightAt({ starts, patch, padBefore }: TilePlan, weights: Float32Array, voxel: Vec3): number {
  const inTile = (axis: 0 | 1 | 2) =>
    starts[axis]
      .map((start) => voxel[axis] + padBefore[axis] - start)
      .filter((at) => at >= 0 && at < patch[axis]);
  const peak = weights[patch.reduceRight((at, n) => at * n + Math.floor(n / 2), 0)];
  let best = 0;
  for (const z of inTile(2)) {
    for (const y of inTile(1)) {
      for (const x of inTile(0)) best = Math.max(best, weights[x + patch[0] * (y + patch[1] * z)]);
    }
  }
  return best / peak;
}
