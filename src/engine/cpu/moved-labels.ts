import type { VolumeMove } from '../../core/reconstruction/audit-cause.ts';
import type { Vec3 } from '../../core/volume/grid.ts';
import type { Codes } from '../../core/volume/volume.ts';

/** Two code volumes of one size, and which pairs of codes agree: `agrees[expected * foundCodes + found]` is 1. */
export interface MovedPair {
  readonly size: Vec3;
  readonly expected: Codes;
  readonly found: Codes;
  readonly foundCodes: number;
  readonly agrees: Uint8Array;
  /** 1 for codes of `expected` that are background. */
  readonly background: Uint8Array;
}

/**
 * Whether the found volume is the expected one after this move: every voxel that has a partner agrees with it, and
 * not all of them are background. Axes can only be swapped where they are equally long. Stops at the first voxel
 * that does not agree, so that a move that is not the right one costs next to nothing.
 */
export function isMoved(pair: MovedPair, move: VolumeMove): boolean {
  const { size, expected, found, foundCodes, agrees, background } = pair;
  const walk = walkOf(size, move);
  if (!walk) return false;
  const { from, to, start, strides } = walk;
  let hasForeground = false;
  for (let z = from[2]; z < to[2]; z++) {
    for (let y = from[1]; y < to[1]; y++) {
      let at = start + from[0] * strides[0] + y * strides[1] + z * strides[2];
      const line = size[0] * (y + size[1] * z);
      for (let x = from[0]; x < to[0]; x++, at += strides[0]) {
        const code = expected[line + x];
        if (agrees[code * foundCodes + found[at]] === 0) return false;
        if (background[code] === 0) hasForeground = true;
      }
    }
  }
  return hasForeground;
}

/** The voxels (x, y, z) with a partner, and where it stands: start + x * strides[0] + y * strides[1] + z * strides[2]. */
function walkOf(size: Vec3, move: VolumeMove) {
  const natural = [1, size[0], size[0] * size[1]];
  const [from, to, strides] = [[0, 0, 0], [...size], [...natural]];
  let start = 0;
  if (move.kind === 'transposed') {
    if (!move.axes.every((axis, i) => size[axis] === size[i])) return null;
    move.axes.forEach((axis, i) => (strides[i] = natural[axis]));
  } else if (move.kind === 'flipped') {
    for (const axis of move.axes) {
      start += (size[axis] - 1) * natural[axis];
      strides[axis] = -natural[axis];
    }
  } else {
    start = move.by * natural[move.axis];
    if (move.by > 0) to[move.axis]--;
    else from[move.axis]++;
  }
  return { from, to, start, strides };
}

/** Every move that is tried: 7 flips, 6 shifts by a voxel, 5 other orders of the axes. */
export const VOLUME_MOVES: readonly VolumeMove[] = [
  ...[[0], [1], [2], [0, 1], [0, 2], [1, 2], [0, 1, 2]].map((axes): VolumeMove => ({
    kind: 'flipped',
    axes,
  })),
  ...[0, 1, 2].flatMap((axis): VolumeMove[] => [
    { kind: 'shifted', axis, by: 1 },
    { kind: 'shifted', axis, by: -1 },
  ]),
  ...(
    [
      [1, 0, 2],
      [2, 1, 0],
      [0, 2, 1],
      [1, 2, 0],
      [2, 0, 1],
    ] as const
  ).map((axes): VolumeMove => ({ kind: 'transposed', axes })),
];
