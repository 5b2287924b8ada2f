import type { Vec3 } from '../../core/volume/grid.ts';
import type { SmoothSurface } from '../../core/volume/smooth-surface.ts';

/** Where a ray meets a surface; places in 1 / CELL cells. */
export interface RayHit {
  readonly place: Vec3;
  /** Steps gone. */
  readonly depth: number;
  /** Whether it is met on the clip plane, inside the structure. */
  readonly isCut: boolean;
  /** Trilinear shares of the classes 1 to 4 at the place, out of 2^24. */
  readonly shares: readonly [number, number, number, number];
  /** The class that has most of it, and the cell that has most of that. */
  readonly surfaceClass: number;
  readonly cell: number;
}

/** The field in a byte of the words (0 or 1) between its cells, times 2^24: an exact integer. 0 outside. */
export function sampleField({ size, words }: SmoothSurface, [x, y, z]: Vec3, byte: 0 | 1): number {
  const [cx, cy, cz] = [x >> 16, y >> 16, z >> 16];
  if (cx < 0 || cy < 0 || cz < 0 || cx + 1 >= size[0] || cy + 1 >= size[1] || cz + 1 >= size[2]) return 0;
  const [fx, fy, fz] = [(x >> 8) & 255, (y >> 8) & 255, (z >> 8) & 255];
  const shift = 8 * byte;
  const plane = size[0] * size[1];
  const at = cx + size[0] * cy + plane * cz;
  const along = (i: number) =>
    ((words[i] >>> shift) & 255) * (256 - fx) + ((words[i + 1] >>> shift) & 255) * fx;
  const near = along(at) * (256 - fy) + along(at + size[0]) * fy;
  const far = along(at + plane) * (256 - fy) + along(at + plane + size[0]) * fy;
  return near * (256 - fz) + far * fz;
}
