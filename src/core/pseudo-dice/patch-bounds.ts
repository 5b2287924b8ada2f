import type { Vec3 } from '../volume/grid.ts';

/** First and last start of a random patch along one axis, both included; negative where the image is padded. */
export interface StartRange {
  readonly low: number;
  readonly high: number;
}

/**
 * Where random patches of `patch` voxels start in an image of `size`, per axis: with pad = max(0, P - S) from
 * -ceil(pad / 2) to S + floor(pad / 2) + pad mod 2 - P. S = 5, P = 8: -2 to -1.
 * Source: nnU-Net v2, training/dataloading/data_loader.py, `get_bbox`.
 */
export function startRanges(size: Vec3, patch: Vec3): StartRange[] {
  return size.map((length, axis) => {
    const pad = Math.max(0, patch[axis] - length);
    const low = pad === 0 ? 0 : -Math.ceil(pad / 2);
    return { low, high: length + Math.floor(pad / 2) + (pad % 2) - patch[axis] };
  });
}

/**
 * Start, along one axis, of a patch forced onto voxel `at`: at - floor(P / 2), not below the range but NOT limited
 * above, so that a patch may reach beyond the image although it would not have to. Source: as `startRanges`.
 */
export function forcedStart(at: number, patch: number, { low }: StartRange): number {
  return Math.max(low, at - Math.floor(patch / 2));
}
