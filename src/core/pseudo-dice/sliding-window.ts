import type { Vec3 } from '../volume/grid.ts';
import { roundHalfEven } from '../text/round-half-even.ts';

/** How an image is cut into tiles for prediction. */
export interface TilePlan {
  readonly patch: Vec3;
  /** The image padded to the patch where it is smaller. */
  readonly padded: Vec3;
  /** Voxels that are padded in front, per axis. */
  readonly padBefore: Vec3;
  /** First voxels of the tiles along each axis, in the padded image. */
  readonly starts: readonly [readonly number[], readonly number[], readonly number[]];
  readonly tiles: number;
}

/**
 * Starts of tiles along one axis of `length` voxels, at least `patch`: n = ceil((S - P) / (step P)) + 1 of them at
 * round(i (S - P) / (n - 1)), a half to the even. S = 110, P = 64 and a step of 0.5: 0, 23, 46.
 * Source: nnU-Net v2, inference/sliding_window_prediction.py, `compute_steps_for_sliding_window`.
 */
export function tileStarts(length: number, patch: number, step = 0.5): number[] {
  const count = Math.ceil((length - patch) / (patch * step)) + 1;
  const apart = count > 1 ? (length - patch) / (count - 1) : 0;
  return Array.from({ length: count }, (_, i) => roundHalfEven(apart * i));
}

/**
 * The tiles of a whole image; `step` is the share of a patch from tile to tile, in (0, 1]. The image is padded to
 * the patch, half of it in front, rounded down. A patch of one slice takes every slice once, as 2d networks do.
 * Source: nnU-Net v2, inference/predict_from_raw_data.py, `_internal_get_sliding_window_slicers`.
 */
export function planTiles(size: Vec3, patch: Vec3, step = 0.5): TilePlan {
  const at = (axis: 0 | 1 | 2) => Math.max(size[axis], patch[axis]);
  const before = (axis: 0 | 1 | 2) => Math.floor((at(axis) - size[axis]) / 2);
  const starts = (axis: 0 | 1 | 2) =>
    patch[axis] === 1
      ? Array.from({ length: at(axis) }, (_, i) => i)
      : tileStarts(at(axis), patch[axis], step);
  const along = [starts(0), starts(1), starts(2)] as const;
  return {
    patch,
    padded: [at(0), at(1), at(2)],
    padBefore: [before(0), before(1), before(2)],
    starts: along,
    tiles: along.reduce((product, { length }) => product * length, 1),
  };
}

/** How many tiles cover each place of the image along one axis; a voxel is covered by the product of the three. */
export function tileCoverage({ starts, patch, padBefore }: TilePlan, size: Vec3, axis: 0 | 1 | 2): number[] {
  return Array.from({ length: size[axis] }, (_, i) => {
    const at = i + padBefore[axis];
    return starts[axis].filter((start) => start <= at && at < start + patch[axis]).length;
  });
}

/** What the prediction of an image costs. */
export interface TileCost {
  /** Passes through the network: tiles times the ways to mirror, 2 to the number of mirrored axes. */
  readonly passes: number;
  /** Sums of logits and of weights on the padded image, float16: (heads + 1) x voxels x 2. */
  readonly accumulatorBytes: number;
}

/**
 * Cost of a plan. `heads` are the network's channels: regions, or labels with background. `mirrorAxes` is 3 for 3d
 * and 2 for 2d in nnU-Net, 0 without test-time augmentation.
 */
export function costOfTiles({ tiles, padded }: TilePlan, heads: number, mirrorAxes: number): TileCost {
  const voxels = padded[0] * padded[1] * padded[2];
  return { passes: tiles * 2 ** mirrorAxes, accumulatorBytes: (heads + 1) * voxels * 2 };
}
