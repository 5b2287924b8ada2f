import { forcedStart, startRanges } from '../pseudo-dice/patch-bounds.ts';
import { axisCoverage } from '../pseudo-dice/patch-coverage.ts';
import { costOfTiles, planTiles, tileCoverage } from '../pseudo-dice/sliding-window.ts';
import { tileWeights } from '../pseudo-dice/tile-weights.ts';
import type { Vec3 } from '../volume/grid.ts';
import { patchesWords as words } from '../messages/learn-patches-figures.ts';
import type { FigureModel } from './figure-model.ts';

const HEADS = 4;
const MIRROR_AXES = 3;

export interface TilesSettings {
  /** Edge of the image and of the patch, in voxels, the same along all axes. */
  readonly image: number;
  readonly patch: number;
  /** Share of a patch from tile to tile, in (0, 1]; nnU-Net's is 0.5. */
  readonly step: number;
}

export interface TilesAlong {
  /** First voxels of the tiles along one axis; negative where the image is padded in front. */
  readonly starts: readonly number[];
  /** In the whole image, and passes through the network with mirroring along three axes. */
  readonly tiles: number;
  readonly passes: number;
  readonly accumulatorBytes: number;
  /** At each place of the image: tiles that cover it, and the sum of their Gaussian weights along the axis. */
  readonly covered: readonly number[];
  readonly weights: readonly number[];
  /** At each place, the chance that a random training patch covers it. */
  readonly chances: readonly number[];
  /** Where a patch forced onto the last voxel begins, and how many of its voxels lie beyond the image. */
  readonly forcedAt: number;
  readonly beyond: number;
}

/** Tiles of the sliding window and patches of the training along one axis of a cube. */
export function tileAlong({ image, patch, step }: TilesSettings): TilesAlong {
  const [size, tile]: Vec3[] = [
    [image, image, image],
    [patch, patch, patch],
  ];
  const plan = planTiles(size, tile, step);
  const { passes, accumulatorBytes } = costOfTiles(plan, HEADS, MIRROR_AXES);
  const starts = plan.starts[0].map((start) => start - plan.padBefore[0]);
  const profile = tileWeights([patch, 1, 1]);
  const weights = Array.from({ length: image }, (_, at) =>
    starts.reduce((sum, start) => sum + (profile[at - start] ?? 0), 0),
  );
  const forcedAt = forcedStart(image - 1, patch, startRanges(size, tile)[0]);
  return {
    starts,
    tiles: plan.tiles,
    passes,
    accumulatorBytes,
    covered: tileCoverage(plan, size, 0),
    weights,
    chances: [...axisCoverage(size, tile, 0)],
    forcedAt,
    beyond: Math.max(0, forcedAt + patch - image),
  };
}

/** Tiles and patches along one axis. */
export const TILE_WALK: FigureModel<TilesAlong & TilesSettings> = {
  name: 'tile-walk',
  parameters: [
    { name: 'image', min: 40, max: 256, step: 1, initial: 110, label: words.imageEdge, value: words.voxels },
    { name: 'patch', min: 32, max: 128, step: 8, initial: 64, label: words.patchEdge, value: words.voxels },
    { name: 'step', min: 0.25, max: 1, step: 0.05, initial: 0.5, label: words.step },
  ],
  pairs: () => [],
  result: ({ image, patch, step }) => ({ image, patch, step, ...tileAlong({ image, patch, step }) }),
  numbers: ({ starts, tiles, passes, accumulatorBytes, chances, weights, beyond }) => ({
    alongAxis: starts.length,
    secondStart: starts[1] ?? Number.NaN,
    lastStart: starts.at(-1)!,
    tiles,
    passes,
    accumulatorBytes,
    edgeChance: chances[0],
    middleChance: chances[Math.floor(chances.length / 2)],
    edgeWeight: weights[0],
    beyond,
  }),
};
