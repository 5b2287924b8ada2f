import { countVoxels, indexOf, type Vec3 } from '../../src/core/volume/grid.ts';
import type { StructurePair } from '../../src/core/labels/structure-pair.ts';

/** A structure in words: boxes (from, to; half open), single voxels, or a ball (mm). One or two axes are a flat image. */
export interface OracleShape {
  shape?: number[];
  boxes?: number[][][];
  voxels?: number[][];
  sphere?: { radius: number; centre: number[]; shape: number[]; spacing: number[] };
}

/** Three numbers of one, two or three. */
export function toVec3(values: readonly number[], rest = 1): Vec3 {
  return [values[0], values[1] ?? rest, values[2] ?? rest];
}

/** The voxels of a shape, one byte each. */
export function paintShape({ shape, boxes = [], voxels = [], sphere }: OracleShape): {
  size: Vec3;
  voxels: Uint8Array;
} {
  const size = toVec3(shape ?? sphere?.shape ?? []);
  const painted = new Uint8Array(countVoxels(size));
  for (const voxel of voxels) painted[indexOf(size, toVec3(voxel, 0))] = 1;
  for (const [start, stop] of boxes) {
    const [from, to] = [toVec3(start, 0), toVec3(stop)];
    for (let z = from[2]; z < to[2]; z++) {
      for (let y = from[1]; y < to[1]; y++) {
        painted.fill(1, indexOf(size, [from[0], y, z]), indexOf(size, [to[0] - 1, y, z]) + 1);
      }
    }
  }
  if (sphere) {
    const { centre, spacing, radius } = sphere;
    for (let i = 0, z = 0; z < size[2]; z++) {
      for (let y = 0; y < size[1]; y++) {
        for (let x = 0; x < size[0]; x++, i++) {
          const along = [x, y, z].map((n, axis) => (n * spacing[axis] - centre[axis]) ** 2);
          painted[i] = along[0] + along[1] + along[2] <= radius ** 2 ? 1 : 0;
        }
      }
    }
  }
  return { size, voxels: painted };
}

/** The pair of two volumes of 0 and 1. */
export function binaryPair(size: Vec3, reference: Uint8Array, predicted: Uint8Array): StructurePair {
  const holds = Uint8Array.of(0, 1);
  return { size, reference, predicted, inReference: holds, inPrediction: holds };
}
