import type { SampledCase } from '../pseudo-dice/patch-locations.ts';
import type { Vec3 } from '../volume/grid.ts';

/** A ball in voxels; it holds the voxels whose centre is at most `radius` from its own. */
export interface VoxelBall {
  readonly centre: Vec3;
  readonly radius: number;
}

/** Indices of the voxels of a ball within an image of `size`, ascending. */
export function ballVoxels(size: Vec3, { centre, radius }: VoxelBall): Uint32Array {
  const found: number[] = [];
  const from = centre.map((at) => Math.max(0, Math.ceil(at - radius)));
  const to = centre.map((at, axis) => Math.min(size[axis] - 1, Math.floor(at + radius)));
  for (let z = from[2]; z <= to[2]; z++) {
    for (let y = from[1]; y <= to[1]; y++) {
      for (let x = from[0]; x <= to[0]; x++) {
        const apart = (x - centre[0]) ** 2 + (y - centre[1]) ** 2 + (z - centre[2]) ** 2;
        if (apart <= radius * radius) found.push(x + size[0] * (y + size[1] * z));
      }
    }
  }
  return Uint32Array.from(found);
}

/** A case of balls, one a structure; null where the case has it not. Balls of one case do not exclude each other. */
export function ballCase(name: string, size: Vec3, balls: readonly (VoxelBall | null)[]): SampledCase {
  const locations = balls.map((ball) => (ball === null ? new Uint32Array(0) : ballVoxels(size, ball)));
  return { name, size, voxels: locations.map(({ length }) => length), locations, annotated: null };
}

/** An image that has nothing but its size. */
export function emptyCase(name: string, size: Vec3): SampledCase {
  return { name, size, voxels: [], locations: [], annotated: null };
}
