import type { VoxelPiece, ErrorVolumes } from './error-pieces.ts';

/**
 * Why a piece is wrong.
 * - `missed`: of a connected piece of the reference's foreground that the prediction has nothing of; `spurious`: of one
 *   that only the prediction has.
 * - `boundary`: attached to what is right and within the boundary layer; `outgrowth`, `shortfall`: beyond it.
 * - `mirror`: the label of the other side; `swap`: right place, wrong label.
 * - `gained`, `lost`: the reconstruction wrote another label than the predicted regions imply.
 */
export const ERROR_CAUSES = [
  'missed',
  'spurious',
  'outgrowth',
  'shortfall',
  'boundary',
  'swap',
  'mirror',
  'gained',
  'lost',
] as const;
export type ErrorCause = (typeof ERROR_CAUSES)[number];

/** Widest distance from the reference boundary at which an attached error belongs to it, mm. */
export const BOUNDARY_LAYER_MM = 2;

/** What a cause is decided from. */
export interface CauseContext {
  readonly volumes: ErrorVolumes;
  /** The other side of labels that have one, as of `pairSides`. */
  readonly sides: ReadonlyMap<number, number>;
  readonly layerMm: number;
  /** Whether the foreground of a map that hangs together with this voxel meets the other map's: `attachedPieces`. */
  readonly isAttached: (index: number, map: 'reference' | 'predicted') => boolean;
}

/** The cause of a piece of which each voxel is as far from being right as `reachMm` says at most. */
export function decideCause(piece: VoxelPiece, reachMm: number, context: CauseContext): ErrorCause {
  const { volumes, sides, layerMm, isAttached } = context;
  const changed = causeOfReconstruction(piece, volumes);
  if (changed) return changed;
  const { reference, predicted, voxels } = piece;
  if (reference !== 0 && predicted !== 0) return sides.get(reference) === predicted ? 'mirror' : 'swap';
  if (predicted === 0) {
    if (!isAttached(voxels[0], 'reference')) return 'missed';
    return reachMm <= layerMm ? 'boundary' : 'shortfall';
  }
  if (!isAttached(voxels[0], 'predicted')) return 'spurious';
  return reachMm <= layerMm ? 'boundary' : 'outgrowth';
}

/** Gained or lost where more than half of the voxels have a pattern that the reconstruction changed so. */
function causeOfReconstruction({ voxels }: VoxelPiece, { changed }: ErrorVolumes): 'gained' | 'lost' | null {
  if (!changed) return null;
  let [gained, lost] = [0, 0];
  for (const index of voxels) {
    const kind = changed.kinds[changed.patterns[index]];
    if (kind === 1) gained++;
    else if (kind === 2) lost++;
  }
  if (2 * (gained + lost) <= voxels.length) return null;
  return gained >= lost ? 'gained' : 'lost';
}
