import { contentOnPlane, type ContentBox } from '../volume/content-box.ts';
import { voxelAt, type Vec3 } from '../volume/grid.ts';
import { pixelOfVoxel, type SliceGeometry } from '../volume/slice-geometry.ts';
import type { PatchDraws } from './patch-sampler.ts';

/** One patch as it was drawn. */
export interface DrawnPatch {
  /** Its place among all draws. */
  readonly index: number;
  /** First voxel; negative or beyond the image where that is padded. */
  readonly start: Vec3;
  /** The structure that it was forced to hold, -1 for a random patch. */
  readonly forced: number;
  /** The voxel that it was laid about; null for a patch of any place. */
  readonly voxel: Vec3 | null;
}

/** The patches of a case, of size `size`, in one epoch (from 0), in the order in which they were drawn. */
export function patchesOfEpoch(
  { perEpoch, cases, starts, forced, voxels }: PatchDraws,
  epoch: number,
  caseIndex: number,
  size: Vec3,
): DrawnPatch[] {
  const found: DrawnPatch[] = [];
  const end = Math.min(cases.length, (epoch + 1) * perEpoch);
  for (let index = epoch * perEpoch; index < end; index++) {
    if (cases[index] !== caseIndex) continue;
    found.push({
      index,
      start: [starts[3 * index], starts[3 * index + 1], starts[3 * index + 2]],
      forced: forced[index],
      voxel: voxels[index] < 0 ? null : voxelAt(size, voxels[index]),
    });
  }
  return found;
}

/** A box on a slice in its pixels: `column` and `row` may be negative, the box may end beyond the slice. */
export interface SliceBox {
  readonly column: number;
  readonly row: number;
  readonly width: number;
  readonly height: number;
}

/** A patch that meets a slice. */
export interface PatchOutline {
  readonly patch: DrawnPatch;
  readonly box: SliceBox;
  /** The pixel of the voxel that it was laid about, and whether that lies on this very slice. */
  readonly drawn: { readonly column: number; readonly row: number; readonly isOnSlice: boolean } | null;
}

/** The patches that meet a slice, each with its outline there; `slice` is the index along the normal. */
export function outlinesOnSlice(
  patches: readonly DrawnPatch[],
  patchSize: Vec3,
  geometry: SliceGeometry,
  slice: number,
): PatchOutline[] {
  return patches
    .filter(({ start }) => meetsSlice(start, patchSize, geometry, slice))
    .map((patch) => {
      const pixel = patch.voxel && pixelOfVoxel(geometry, patch.voxel);
      return {
        patch,
        box: contentOnPlane(geometry, boxOfPatch(patch.start, patchSize)),
        drawn: pixel && { column: pixel.column, row: pixel.row, isOnSlice: pixel.slice === slice },
      };
    });
}

/** Whether a patch has voxels on a slice. */
export function meetsSlice(start: Vec3, patchSize: Vec3, { normal }: SliceGeometry, slice: number): boolean {
  return start[normal] <= slice && slice < start[normal] + patchSize[normal];
}

/** First and last voxel of a patch; they may lie outside the image. */
export function boxOfPatch(start: Vec3, patchSize: Vec3): ContentBox {
  return { first: start, last: mapAxes((axis) => start[axis] + patchSize[axis] - 1) };
}

/** The voxel in the middle of a patch (start + floor(P / 2)), kept inside the image: where to look at it. */
export function centreOfPatch(start: Vec3, patchSize: Vec3, size: Vec3): Vec3 {
  return mapAxes((axis) =>
    Math.min(size[axis] - 1, Math.max(0, start[axis] + Math.floor(patchSize[axis] / 2))),
  );
}

/** The box that holds an image and all its patches: what a view shows whole. `starts` are three numbers a patch. */
export function reachOfPatches(size: Vec3, patchSize: Vec3, starts: Int32Array): ContentBox {
  const first: [number, number, number] = [0, 0, 0];
  const last: [number, number, number] = [size[0] - 1, size[1] - 1, size[2] - 1];
  for (let at = 0; at < starts.length; at++) {
    const axis = at % 3;
    if (starts[at] < first[axis]) first[axis] = starts[at];
    const end = starts[at] + patchSize[axis] - 1;
    if (end > last[axis]) last[axis] = end;
  }
  return { first, last };
}

/** Share of the voxels of patches that lie outside the image, where data is 0 and the reference background. */
export function outsideShare(size: Vec3, patchSize: Vec3, starts: Int32Array): number {
  if (starts.length === 0) return 0;
  let inside = 0;
  for (let at = 0; at < starts.length; at += 3) {
    let voxels = 1;
    for (let axis = 0; axis < 3; axis++) {
      const from = Math.max(0, starts[at + axis]);
      const to = Math.min(size[axis], starts[at + axis] + patchSize[axis]);
      voxels *= Math.max(0, to - from);
    }
    inside += voxels;
  }
  return 1 - inside / ((starts.length / 3) * patchSize[0] * patchSize[1] * patchSize[2]);
}

function mapAxes(of: (axis: 0 | 1 | 2) => number): Vec3 {
  return [of(0), of(1), of(2)];
}
