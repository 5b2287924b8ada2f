import type { Vec3 } from './grid.ts';
import { pixelOfVoxel, type SliceGeometry } from './slice-geometry.ts';
import type { Voxels } from './slice.ts';

/** The part of a volume that holds something: first and last voxel along each axis. */
export interface ContentBox {
  readonly first: Vec3;
  readonly last: Vec3;
}

/**
 * The box of the voxels that stand out from the background: more than `share` of the range above the lowest
 * value. Every second voxel is looked at, lone voxels may be missed; slices are zoomed to it, nothing is
 * counted. Null where nothing stands out.
 */
export function findContent(voxels: Voxels, [sizeX, sizeY, sizeZ]: Vec3, share = 0.08): ContentBox | null {
  let [low, high] = [Infinity, -Infinity];
  for (let i = 0; i < voxels.length; i += 7) {
    if (voxels[i] < low) low = voxels[i];
    if (voxels[i] > high) high = voxels[i];
  }
  const threshold = low + share * (high - low);
  const first: [number, number, number] = [sizeX, sizeY, sizeZ];
  const last: [number, number, number] = [-1, -1, -1];
  for (let z = 0; z < sizeZ; z++) {
    for (let y = 0; y < sizeY; y++) {
      const line = sizeX * (y + sizeY * z);
      let [from, to] = [(y + z) & 1, sizeX - 1];
      while (from < sizeX && !(voxels[line + from] > threshold)) from += 2;
      if (from >= sizeX) continue;
      while (to > from && !(voxels[line + to] > threshold)) to--;
      first[0] = Math.min(first[0], from);
      last[0] = Math.max(last[0], to);
      first[1] = Math.min(first[1], y);
      last[1] = Math.max(last[1], y);
      first[2] = Math.min(first[2], z);
      last[2] = Math.max(last[2], z);
    }
  }
  return last[0] < 0 ? null : { first, last };
}

/** Both ends of the box on slices of this plane, in their pixels: left, top, and the size across and down. */
export function contentOnPlane(geometry: SliceGeometry, { first, last }: ContentBox) {
  const [a, b] = [pixelOfVoxel(geometry, first), pixelOfVoxel(geometry, last)];
  return {
    column: Math.min(a.column, b.column),
    row: Math.min(a.row, b.row),
    width: Math.abs(a.column - b.column) + 1,
    height: Math.abs(a.row - b.row) + 1,
  };
}
