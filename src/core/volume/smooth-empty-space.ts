import type { Vec3 } from './grid.ts';

/** Cells along a side of the blocks in which empty space is told. */
const BLOCK = 4;

/**
 * Of every cell how many cells round it, in every direction, surely have no field at or above the level, so that a ray
 * may go that far at once: 0 near the surface, at most 255. Told for blocks of 4 cells a side.
 */
export function markEmptySpace(field: Uint8Array, size: Vec3, level: number): Uint8Array {
  const blocks: Vec3 = [Math.ceil(size[0] / BLOCK), Math.ceil(size[1] / BLOCK), Math.ceil(size[2] / BLOCK)];
  const distance = new Uint8Array(blocks[0] * blocks[1] * blocks[2]).fill(255);
  const blockOf = (x: number, y: number, z: number) =>
    (x >> 2) + blocks[0] * ((y >> 2) + blocks[1] * (z >> 2));
  for (let z = 0, i = 0; z < size[2]; z++) {
    for (let y = 0; y < size[1]; y++) {
      for (let x = 0; x < size[0]; x++, i++) if (field[i] >= level) distance[blockOf(x, y, z)] = 0;
    }
  }
  spread(distance, blocks);
  const empty = new Uint8Array(field.length);
  for (let z = 0, i = 0; z < size[2]; z++) {
    for (let y = 0; y < size[1]; y++) {
      // one cell less, since a place between two cells has a share of both
      for (let x = 0; x < size[0]; x++, i++) {
        empty[i] = Math.min(255, Math.max(0, (distance[blockOf(x, y, z)] - 1) * BLOCK - 1));
      }
    }
  }
  return empty;
}

/** Largest difference along an axis to the nearest block of distance 0 (chessboard distance), axis by axis. */
function spread(distance: Uint8Array, size: Vec3): void {
  const strides = [1, size[0], size[0] * size[1]];
  const line = new Uint8Array(Math.max(...size));
  for (const axis of [0, 1, 2] as const) {
    const [a, b] = ([0, 1, 2] as const).filter((other) => other !== axis);
    for (let v = 0; v < size[b]; v++) {
      for (let u = 0; u < size[a]; u++) {
        const start = u * strides[a] + v * strides[b];
        const count = size[axis];
        for (let i = 0; i < count; i++) line[i] = distance[start + i * strides[axis]];
        for (let i = 0; i < count; i++) {
          let best = line[i];
          for (let d = 1; d < best && (i - d >= 0 || i + d < count); d++) {
            if (i - d >= 0) best = Math.min(best, Math.max(d, line[i - d]));
            if (i + d < count) best = Math.min(best, Math.max(d, line[i + d]));
          }
          distance[start + i * strides[axis]] = best;
        }
      }
    }
  }
}
