import { labelPieces } from '../volume/components.ts';
import type { Vec3 } from '../volume/grid.ts';
import { dilateByEdges } from './lesion-dilation.ts';
import { findLesions, sideOf } from './lesion-pieces.ts';
import { TP_VOXEL } from '../labels/structure-pair.ts';

/** How a challenge counts lesions. */
export interface LesionRule {
  /** Steps over 18 neighbours by which the reference grows before pieces are joined and matched. */
  readonly dilation: number;
  /** Lesions of at most this volume are left out, mm^3. */
  readonly volumeMm3: number;
}

/** The rules of the BraTS 2023 challenges. Source: rachitsaluja/BraTS-2023-Metrics, metrics.py. */
export const BRATS_RULES = {
  'BraTS-GLI': { dilation: 3, volumeMm3: 50 },
  'BraTS-SSA': { dilation: 3, volumeMm3: 50 },
  'BraTS-PED': { dilation: 3, volumeMm3: 50 },
  'BraTS-MEN': { dilation: 1, volumeMm3: 50 },
  'BraTS-MET': { dilation: 1, volumeMm3: 2 },
} as const satisfies Record<string, LesionRule>;

/** Lesion-wise Dice and what it is the mean of. */
export interface LesionWise {
  readonly rule: LesionRule;
  /** Sum of the lesions' Dice over lesions and false pieces; NaN where there is neither (BraTS reports 1). */
  readonly dice: number;
  /** Reference lesions that count, with the Dice of each against all predicted pieces that touch it once grown. */
  readonly lesions: readonly {
    readonly voxels: number;
    readonly dice: number;
    readonly isDetected: boolean;
  }[];
  readonly detected: number;
  readonly missed: number;
  /** Predicted pieces that touch no grown lesion, one that is left out included. */
  readonly falsePieces: number;
  /** Reference lesions that are too small to count. */
  readonly leftOut: number;
}

/**
 * Lesion-wise Dice after BraTS 2023: pieces of the reference (26 neighbours) that touch once grown are one lesion; a
 * predicted piece belongs to every grown lesion that it touches; a missed lesion and a false piece count 0.
 * @param classes as of `classifyVoxels`, of a box that holds the structure with `rule.dilation` voxels round it
 */
export function scoreLesions(
  classes: Uint8Array,
  size: Vec3,
  voxelMm3: number,
  rule: LesionRule,
): LesionWise {
  const grown = labelPieces(dilateByEdges(sideOf(classes, 0), size, rule.dilation), size, 26);
  const { predicted, predictedOf } = findLesions(classes, size, 26);
  const volumes = new Float64Array(grown.pieces.length);
  const touched = predicted.map(() => new Set<number>());
  const shared = new Map<number, number>(); // voxels of a lesion in a predicted piece
  for (let i = 0; i < classes.length; i++) {
    const lesion = grown.pieceOf[i];
    if (lesion === 0) continue;
    if (classes[i] & 1) volumes[lesion - 1]++;
    if (predictedOf[i] > 0) touched[predictedOf[i] - 1].add(lesion - 1);
    if (classes[i] !== TP_VOXEL) continue;
    const key = (lesion - 1) * predicted.length + predictedOf[i] - 1;
    shared.set(key, (shared.get(key) ?? 0) + 1);
  }
  const all = Array.from(volumes, (voxels, lesion) => {
    const pieces = touched.flatMap((lesions, piece) => (lesions.has(lesion) ? [piece] : []));
    const size = pieces.reduce((sum, piece) => sum + predicted[piece].voxels, 0);
    const both = pieces.reduce((sum, piece) => sum + (shared.get(lesion * predicted.length + piece) ?? 0), 0);
    return { voxels, dice: (2 * both) / (voxels + size), isDetected: pieces.length > 0 };
  });
  const lesions = all.filter(({ voxels }) => voxels * voxelMm3 > rule.volumeMm3);
  const falsePieces = touched.filter((lesions) => lesions.size === 0).length;
  const detected = lesions.filter(({ isDetected }) => isDetected).length;
  return {
    rule,
    dice: lesions.reduce((sum, { dice }) => sum + dice, 0) / (lesions.length + falsePieces),
    lesions,
    detected,
    missed: lesions.length - detected,
    falsePieces,
    leftOut: all.length - lesions.length,
  };
}
