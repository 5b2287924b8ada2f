import { labelPieces, type Connectivity, type Piece } from '../volume/components.ts';
import type { Vec3 } from '../volume/grid.ts';
import { TP_VOXEL } from '../labels/structure-pair.ts';

/** The connected pieces of a structure in both maps, and how they overlap. */
export interface LesionPieces {
  readonly reference: readonly Piece[];
  readonly predicted: readonly Piece[];
  /** Piece of each voxel, 0 for none, else 1 + its index. */
  readonly referenceOf: Int32Array;
  readonly predictedOf: Int32Array;
  /** Every pair of a reference piece and a predicted one that share voxels. */
  readonly overlaps: readonly Overlap[];
}

export interface Overlap {
  readonly reference: number;
  readonly predicted: number;
  readonly voxels: number;
}

/** Takes a structure apart. `classes`: as of `classifyVoxels`, of a box that holds all of it. */
export function findLesions(classes: Uint8Array, size: Vec3, connectivity: Connectivity): LesionPieces {
  const reference = labelPieces(sideOf(classes, 0), size, connectivity);
  const predicted = labelPieces(sideOf(classes, 1), size, connectivity);
  const shared = new Map<number, number>();
  const count = predicted.pieces.length + 1;
  for (let i = 0; i < classes.length; i++) {
    if (classes[i] !== TP_VOXEL) continue;
    const key = reference.pieceOf[i] * count + predicted.pieceOf[i];
    shared.set(key, (shared.get(key) ?? 0) + 1);
  }
  return {
    reference: reference.pieces,
    predicted: predicted.pieces,
    referenceOf: reference.pieceOf,
    predictedOf: predicted.pieceOf,
    overlaps: [...shared].map(([key, voxels]) => ({
      reference: Math.floor(key / count) - 1,
      predicted: (key % count) - 1,
      voxels,
    })),
  };
}

/** The voxels of one map, one byte each: bit 0 of the classes is the reference, bit 1 the prediction. */
export function sideOf(classes: Uint8Array, bit: 0 | 1): Uint8Array {
  return classes.map((value) => (value >> bit) & 1);
}
