import type { Vec3 } from '../volume/grid.ts';
import type { ScreenAxis, SliceGeometry } from '../volume/slice-geometry.ts';

/** How often the voxels of a case are in patches. */
export interface SeenSummary {
  readonly patches: number;
  /** Patches that hold the voxel seen most often. */
  readonly most: number;
  /** Voxels that no patch holds, of all. */
  readonly never: number;
  readonly voxels: number;
  /** Share of the patches' voxels that lie outside the image. */
  readonly outside: number;
}

/**
 * How many patches cover each pixel of a slice, in display order. `starts` are x, y, z of the first voxels, three
 * numbers a patch; patches may reach beyond the image. Exact; takes as long as there are patches and pixels.
 */
export function countSeenOnSlice(
  geometry: SliceGeometry,
  slice: number,
  patch: Vec3,
  starts: Int32Array,
): Uint32Array {
  const { normal, right, down, width, height } = geometry;
  const row = width + 1;
  const changes = new Int32Array(row * (height + 1));
  for (let at = 0; at < starts.length; at += 3) {
    const first = starts[at + normal];
    if (slice < first || slice >= first + patch[normal]) continue;
    const [left, end] = onScreen(right, width, starts[at + right.axis], patch[right.axis]);
    const [top, bottom] = onScreen(down, height, starts[at + down.axis], patch[down.axis]);
    if (left >= end || top >= bottom) continue;
    changes[top * row + left]++;
    changes[top * row + end]--;
    changes[bottom * row + left]--;
    changes[bottom * row + end]++;
  }
  const seen = new Uint32Array(width * height);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0, sum = 0; x < width; x++, at++) {
      sum += changes[y * row + x];
      seen[at] = y === 0 ? sum : seen[at - width] + sum;
    }
  }
  return seen;
}

/** How many patches of these starts hold a voxel. */
export function countSeenAt(voxel: Vec3, patch: Vec3, starts: Int32Array): number {
  let seen = 0;
  for (let at = 0; at < starts.length; at += 3) {
    let isInside = true;
    for (let axis = 0; axis < 3; axis++) {
      const place = voxel[axis] - starts[at + axis];
      if (place < 0 || place >= patch[axis]) isInside = false;
    }
    if (isInside) seen++;
  }
  return seen;
}

/** First pixel and the one after the last of a stretch of voxels, cut to the slice. */
function onScreen({ flipped }: ScreenAxis, count: number, start: number, length: number): [number, number] {
  const from = flipped ? count - start - length : start;
  return [Math.max(0, from), Math.min(count, from + length)];
}
