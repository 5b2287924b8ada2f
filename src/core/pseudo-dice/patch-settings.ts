import type { Vec3 } from '../volume/grid.ts';

/** nnU-Net draws the case first; articles describe the class first, rarer ones preferred, then a case that has it. */
export const SAMPLING_ORDERS = ['case-first', 'class-first'] as const;
export type SamplingOrder = (typeof SAMPLING_ORDERS)[number];

/** How patches are drawn. A patch of one slice (z = 1) is nnU-Net's 2d configuration. */
export interface SamplerSettings {
  /** Voxels along x, y, z; whole, at least 1. */
  readonly patch: Vec3;
  /** Samples of a batch. */
  readonly batch: number;
  /** Batches of an epoch. */
  readonly iterations: number;
  readonly epochs: number;
  /** Share of samples forced to hold foreground, 0 to 1. */
  readonly oversampling: number;
  /** Every sample is forced with that probability, instead of the last samples of every batch. */
  readonly isProbabilistic: boolean;
  readonly order: SamplingOrder;
  readonly seed: number;
}

/** nnU-Net's own: 50 validation batches, a third forced. Patch and batch are those of small 3d plans. */
export const NNUNET_SAMPLING: SamplerSettings = {
  patch: [128, 128, 128],
  batch: 2,
  iterations: 50,
  epochs: 100,
  oversampling: 0.33,
  isProbabilistic: false,
  order: 'case-first',
  seed: 1,
};

/** Patches of an epoch. */
export function patchesPerEpoch({ batch, iterations }: SamplerSettings): number {
  return batch * iterations;
}

/**
 * A patch of plans.json on the axes x, y, z of a NIfTI file. Plans state it on the transposed axes: axis i of the
 * plans is axis `transpose[i]` of z, y, x. A patch with two entries is one slice along the first of those.
 * Null where neither two nor three whole numbers are given, or the transpose is none.
 * Source: nnU-Net v2, preprocessing/preprocessors/default_preprocessor.py, `transpose_forward`.
 */
export function patchOfPlans(
  planned: readonly number[],
  transpose: readonly number[] = [0, 1, 2],
): Vec3 | null {
  const full = planned.length === 2 ? [1, ...planned] : planned;
  const isWhole = full.every((n) => Number.isInteger(n) && n >= 1);
  if (full.length !== 3 || !isWhole || [...transpose].sort().join() !== '0,1,2') return null;
  const zyx = [1, 1, 1];
  transpose.forEach((axis, i) => (zyx[axis] = full[i]));
  return [zyx[2], zyx[1], zyx[0]];
}
