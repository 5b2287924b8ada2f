import { countForced } from '../pseudo-dice/patch-forced.ts';
import { drawPatches } from '../pseudo-dice/patch-sampler.ts';
import { NNUNET_SAMPLING, type SamplerSettings } from '../pseudo-dice/patch-settings.ts';
import { seededRandom } from '../statistics/random.ts';
import type { Vec3 } from '../volume/grid.ts';
import { ballCase, type VoxelBall } from './batch-phantom.ts';
import { patchesWords as words } from '../messages/learn-patches-figures.ts';
import type { FigureModel } from './figure-model.ts';

export const DRAW_SIZE: Vec3 = [96, 80, 64];
export const DRAW_PATCH: Vec3 = [40, 32, 32];
/** Batches of the epoch that is drawn: nnU-Net's validation. */
export const DRAW_BATCHES = 50;
/** The batch sizes of the table. */
export const BATCH_SIZES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/** Structures of the three cases: the third case has the first only. */
export const DRAW_BALLS: readonly (readonly (VoxelBall | null)[])[] = [
  [
    { centre: [40, 38, 32], radius: 18 },
    { centre: [44, 40, 32], radius: 9 },
    { centre: [78, 62, 40], radius: 5 },
  ],
  [{ centre: [58, 44, 30], radius: 16 }, null, { centre: [18, 18, 22], radius: 6 }],
  [{ centre: [48, 34, 32], radius: 14 }, null, null],
];

/** One patch of the batch that is shown. */
export interface DrawnPatch {
  readonly of: number;
  /** First voxel; negative or beyond the image where it reaches out. */
  readonly start: Vec3;
  /** Structure it was forced onto, -1 for none. */
  readonly forced: number;
}

export interface BatchDraw {
  /** Samples of every batch that are forced, and their share. */
  readonly forced: number;
  readonly share: number;
  /** Forced samples at each of `BATCH_SIZES`. */
  readonly table: readonly number[];
  readonly patches: readonly DrawnPatch[];
  /** Over all batches of the epoch: patches of each case, and patches forced onto each structure. */
  readonly perCase: readonly number[];
  readonly perStructure: readonly number[];
}

export interface BatchDrawSettings {
  readonly batch: number;
  /** Share asked for, in [0, 1]; nnU-Net's is 0.33. */
  readonly oversampling: number;
  /** The batch that is shown, from 1 on. */
  readonly shown: number;
}

/** One epoch of batches drawn by the sampler of the pseudo Dice page on three made cases. */
export function drawBatches({ batch, oversampling, shown }: BatchDrawSettings): BatchDraw {
  const cases = DRAW_BALLS.map((balls, i) => ballCase(`${i + 1}`, DRAW_SIZE, balls));
  const settings: SamplerSettings = {
    ...NNUNET_SAMPLING,
    patch: DRAW_PATCH,
    batch,
    iterations: DRAW_BATCHES,
    epochs: 1,
    oversampling,
  };
  const draws = drawPatches(cases, settings, seededRandom(settings.seed));
  const forced = countForced(batch, oversampling);
  const first = (Math.min(DRAW_BATCHES, Math.max(1, shown)) - 1) * batch;
  return {
    forced,
    share: forced / batch,
    table: BATCH_SIZES.map((size) => countForced(size, oversampling)),
    patches: Array.from({ length: batch }, (_, i) => ({
      of: draws.cases[first + i],
      start: [0, 1, 2].map((axis) => draws.starts[3 * (first + i) + axis]) as unknown as Vec3,
      forced: draws.forced[first + i],
    })),
    perCase: cases.map((_, index) => draws.cases.filter((one) => one === index).length),
    perStructure: [0, 1, 2].map((structure) => draws.forced.filter((one) => one === structure).length),
  };
}

/** A batch as nnU-Net draws it. */
export const BATCH_DRAW: FigureModel<BatchDraw> = {
  name: 'batch-draw',
  parameters: [
    { name: 'batch', min: 1, max: BATCH_SIZES.length, step: 1, initial: 2, label: words.batch },
    { name: 'share', min: 0, max: 100, step: 1, initial: 33, label: words.asked, value: words.percent },
    {
      name: 'shown',
      min: 1,
      max: DRAW_BATCHES,
      step: 1,
      initial: 1,
      label: words.shown,
      value: words.ofBatches,
    },
  ],
  pairs: () => [],
  result: ({ batch, share, shown }) => drawBatches({ batch, oversampling: share / 100, shown }),
  numbers: ({ forced, share, patches, perCase, perStructure }) => ({
    batch: patches.length,
    forced,
    share,
    case1: perCase[0],
    case2: perCase[1],
    case3: perCase[2],
    large: perStructure[0],
    inner: perStructure[1],
    small: perStructure[2],
    shownCase: patches.at(-1)!.of + 1,
    shownX: patches.at(-1)!.start[0],
    shownY: patches.at(-1)!.start[1],
  }),
};
