import type { ContentBox } from '../volume/content-box.ts';
import { voxelAt, type Vec3 } from '../volume/grid.ts';
import { attachedPieces } from './attached-pieces.ts';
import { BOUNDARY_LAYER_MM, decideCause, ERROR_CAUSES, type ErrorCause } from './error-cause.ts';
import { findErrorPieces, type ErrorVolumes } from './error-pieces.ts';
import { measureReach } from './error-reach.ts';

/** A connected piece of equal errors, with its cause. */
export interface CaseError {
  readonly kind: 'fp' | 'fn' | 'swap';
  readonly cause: ErrorCause;
  /** Label values: what is there, and what was predicted. */
  readonly reference: number;
  readonly predicted: number;
  readonly voxels: number;
  readonly volumeMl: number;
  /** How far the boundary would have to move, mm; Infinity beyond 20 mm. As of `measureReach`. */
  readonly reachMm: number;
  /** A voxel of the piece near the middle of the slice (along z) in which it is largest. */
  readonly anchor: Vec3;
}

/** All errors of one cause. */
export interface CauseSum {
  readonly cause: ErrorCause;
  readonly pieces: number;
  readonly voxels: number;
  readonly volumeMl: number;
}

/** What the errors of a case are listed from. */
export interface ErrorOptions {
  /** The other side of labels that have one, as of `pairSides`. */
  readonly sides?: ReadonlyMap<number, number>;
  readonly layerMm?: number;
  /** Told after each step of the work: pieces found, reaches measured, then every hundredth cause. */
  readonly progress?: (done: number, total: number) => void;
}

/** Steps of `ErrorOptions.progress` before the causes, which count as one each. */
const STEPS = 2;
const TOLD_EVERY = 100;

/**
 * All connected errors of a case, most voxels first, with their causes; none of two maps that agree. `box` holds the
 * foreground of both maps, null where there is none. Voxels with an ignored reference are no errors.
 * @throws DiceLensError spacingUnusable
 */
export function listCaseErrors(
  volumes: ErrorVolumes,
  box: ContentBox | null,
  { sides = new Map(), layerMm = BOUNDARY_LAYER_MM, progress = () => {} }: ErrorOptions = {},
): { readonly errors: CaseError[]; readonly members: Int32Array[] } {
  if (!box) return { errors: [], members: [] };
  const pieces = findErrorPieces(volumes, box);
  progress(1, STEPS + pieces.length);
  const reach = measureReach(volumes, pieces);
  progress(STEPS, STEPS + pieces.length);
  const context = { volumes, sides, layerMm, isAttached: attachedPieces(volumes, box) };
  const voxelMl = volumes.spacingMm.reduce((product, mm) => product * mm, 1) / 1000;
  const order = pieces
    .map((_, i) => i)
    .sort((a, b) => pieces[b].voxels.length - pieces[a].voxels.length || a - b);
  const errors = order.map((i, done): CaseError => {
    if (done % TOLD_EVERY === 0) progress(STEPS + done, STEPS + pieces.length);
    const { reference, predicted, voxels } = pieces[i];
    return {
      kind: reference === 0 ? 'fp' : predicted === 0 ? 'fn' : 'swap',
      cause: decideCause(pieces[i], reach[i], context),
      reference,
      predicted,
      voxels: voxels.length,
      volumeMl: voxels.length * voxelMl,
      reachMm: reach[i],
      anchor: anchorOf(voxels, volumes.size),
    };
  });
  return { errors, members: order.map((i) => pieces[i].voxels) };
}

/** The errors added up by cause, most voxels first; causes without an error are left out. */
export function sumCauses(errors: readonly CaseError[]): CauseSum[] {
  return ERROR_CAUSES.map((cause) => {
    const of = errors.filter((error) => error.cause === cause);
    return {
      cause,
      pieces: of.length,
      voxels: of.reduce((sum, { voxels }) => sum + voxels, 0),
      volumeMl: of.reduce((sum, { volumeMl }) => sum + volumeMl, 0),
    };
  })
    .filter(({ pieces }) => pieces > 0)
    .sort((a, b) => b.voxels - a.voxels);
}

function anchorOf(voxels: Int32Array, size: Vec3): Vec3 {
  const perSlice = new Map<number, number>();
  for (const index of voxels) {
    const z = Math.floor(index / (size[0] * size[1]));
    perSlice.set(z, (perSlice.get(z) ?? 0) + 1);
  }
  const [slice, count] = [...perSlice].reduce((best, entry) =>
    entry[1] > best[1] || (entry[1] === best[1] && entry[0] < best[0]) ? entry : best,
  );
  const inSlice = [...voxels].map((index) => voxelAt(size, index)).filter(([, , z]) => z === slice);
  const [centreX, centreY] = [0, 1].map(
    (axis) => inSlice.reduce((sum, voxel) => sum + voxel[axis], 0) / count,
  );
  const away = ([x, y]: Vec3) => (x - centreX) ** 2 + (y - centreY) ** 2;
  return inSlice.reduce((best, voxel) => (away(voxel) < away(best) ? voxel : best));
}
