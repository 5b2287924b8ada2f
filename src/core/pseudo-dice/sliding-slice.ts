import type { Vec3 } from '../volume/grid.ts';
import type { ScreenAxis, SliceGeometry } from '../volume/slice-geometry.ts';
import { tileCoverage, type TilePlan } from './sliding-window.ts';

/** What tiles are shown by: how many cover a voxel, the sum of their weights, or the weights of one. */
export type TileGround = 'tiles' | 'weights' | 'tile';

/** How many tiles cover each pixel of a slice, in display order. */
export function countTilesOnSlice(
  plan: TilePlan,
  size: Vec3,
  geometry: SliceGeometry,
  slice: number,
): Uint32Array {
  const { normal, right, down, width, height } = geometry;
  const deep = tileCoverage(plan, size, normal)[slice];
  const across = inDisplayOrder(right, tileCoverage(plan, size, right.axis));
  const below = inDisplayOrder(down, tileCoverage(plan, size, down.axis));
  const tiles = new Uint32Array(width * height);
  for (let row = 0, at = 0; row < height; row++) {
    for (let column = 0; column < width; column++) tiles[at++] = deep * below[row] * across[column];
  }
  return tiles;
}

/**
 * The sum of the weights of all tiles at each pixel of a slice, in display order: what predictions are divided by.
 * `weights` are those of one tile, x fastest. nnU-Net adds in float16; these are added in float64.
 */
export function weighTilesOnSlice(
  { starts, patch, padBefore }: TilePlan,
  weights: Float32Array,
  geometry: SliceGeometry,
  slice: number,
): Float32Array {
  const { normal, right, down, width, height } = geometry;
  const strides = [1, patch[0], patch[0] * patch[1]];
  const sums = new Float64Array(width * height);
  for (const deep of starts[normal]) {
    const inside = slice + padBefore[normal] - deep;
    if (inside < 0 || inside >= patch[normal]) continue;
    for (const startDown of starts[down.axis]) {
      for (const startRight of starts[right.axis]) {
        for (let row = 0; row < height; row++) {
          const j = (down.flipped ? height - 1 - row : row) + padBefore[down.axis] - startDown;
          if (j < 0 || j >= patch[down.axis]) continue;
          const line = inside * strides[normal] + j * strides[down.axis];
          const shift = padBefore[right.axis] - startRight;
          const from = Math.max(0, -shift);
          const to = Math.min(width, patch[right.axis] - shift);
          for (let along = from; along < to; along++) {
            const column = right.flipped ? width - 1 - along : along;
            sums[row * width + column] += weights[line + (along + shift) * strides[right.axis]];
          }
        }
      }
    }
  }
  return Float32Array.from(sums);
}

/** The plan of one tile alone, by its place along each axis: what a single tile weighs. */
export function singleTile(plan: TilePlan, at: Vec3): TilePlan {
  const only = (axis: 0 | 1 | 2) => [plan.starts[axis][at[axis]]];
  return { ...plan, starts: [only(0), only(1), only(2)], tiles: 1 };
}

/** First voxels of all tiles in the image itself: negative where it is padded; three numbers a tile, x fastest. */
export function tileCorners({ starts, padBefore, tiles }: TilePlan): Int32Array {
  const corners = new Int32Array(3 * tiles);
  let at = 0;
  for (const z of starts[2]) {
    for (const y of starts[1]) {
      for (const x of starts[0]) {
        corners[at++] = x - padBefore[0];
        corners[at++] = y - padBefore[1];
        corners[at++] = z - padBefore[2];
      }
    }
  }
  return corners;
}

function inDisplayOrder({ flipped }: ScreenAxis, values: readonly number[]): readonly number[] {
  return flipped ? values.toReversed() : values;
}
