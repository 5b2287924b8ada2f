import type { Piece } from '../volume/components.ts';
import type { Vec3 } from '../volume/grid.ts';
import type { LesionPieces } from './lesion-pieces.ts';

/** One connected piece of a structure, for a list to jump from. */
export interface ListedLesion {
  /** A reference piece is detected or missed, a predicted one (listed where it touches no reference) is false. */
  readonly status: 'detected' | 'missed' | 'false';
  readonly voxels: number;
  readonly volumeMl: number;
  /** A voxel of it near its middle, in the volume. */
  readonly anchor: Vec3;
  /** Dice against all predicted pieces that share a voxel with it; 0 where none does. */
  readonly dice: number;
}

/** Every reference piece and every predicted piece that touches none, the largest first. A shared voxel is a detection. */
export function listLesions(
  { reference, predicted, overlaps }: LesionPieces,
  voxelMl: number,
  origin: Vec3,
): ListedLesion[] {
  const place = ({ anchor: [x, y, z] }: Piece): Vec3 => [x + origin[0], y + origin[1], z + origin[2]];
  const listed = (piece: Piece, status: ListedLesion['status'], dice: number): ListedLesion => ({
    status,
    voxels: piece.voxels,
    volumeMl: piece.voxels * voxelMl,
    anchor: place(piece),
    dice,
  });
  const touching = new Map<number, { shared: number; size: number }>();
  const isTouched = new Set<number>();
  for (const { reference: r, predicted: p, voxels } of overlaps) {
    const sum = touching.get(r) ?? { shared: 0, size: 0 };
    touching.set(r, { shared: sum.shared + voxels, size: sum.size + predicted[p].voxels });
    isTouched.add(p);
  }
  return [
    ...reference.map((piece, i) => {
      const sum = touching.get(i);
      if (!sum) return listed(piece, 'missed', 0);
      return listed(piece, 'detected', (2 * sum.shared) / (piece.voxels + sum.size));
    }),
    ...predicted.flatMap((piece, i) => (isTouched.has(i) ? [] : [listed(piece, 'false', 0)])),
  ].sort((a, b) => b.voxels - a.voxels);
}
