import { bestsOf, emaOf } from '../runs/ema.ts';
import { seededRandom } from '../statistics/random.ts';
import { drawNormal } from './normal-draws.ts';
import { checkpointWords as words } from '../messages/learn-checkpoint-figures.ts';
import type { FigureModel } from './figure-model.ts';

/** Epochs of the series that is walked through. */
export const WALK_EPOCHS = 60;
const START = 0.5;
const RISE = 0.35;
const HALF = 5;
const NOISE = 0.04;
const SEED = 7;

export interface EmaWalkSettings {
  /** The first epochs, whose mean stays at 0.5 exactly: the average equals the best, and ties do not count. */
  readonly flat: number;
  /** The epoch without any structure in a patch; none where it is `WALK_EPOCHS` or more. */
  readonly nanAt: number;
}

/** What nnU-Net does at the end of one epoch. */
export interface EmaStep {
  readonly mean: number;
  /** The average before this epoch; NaN at the first. */
  readonly before: number;
  readonly ema: number;
  /** The best average before this epoch, and the epoch that holds it; NaN and -1 at the first. */
  readonly best: number;
  readonly bestEpoch: number;
  /** checkpoint_best is written. */
  readonly isNewBest: boolean;
}

/** A made series of pseudo Dice, its running average and its new bests, epoch by epoch. */
export function walkEma({ flat, nanAt }: EmaWalkSettings): EmaStep[] {
  const random = seededRandom(SEED);
  const means = Array.from({ length: WALK_EPOCHS }, (_, epoch) => {
    const noise = NOISE * drawNormal(random);
    if (epoch === nanAt) return Number.NaN;
    return epoch < flat ? START : START + RISE * (1 - HALF / (HALF + epoch - flat)) + noise;
  });
  const emas = emaOf(means).map(({ ema }) => ema);
  const bests = bestsOf(emas);
  return means.map((mean, epoch) => {
    const bestEpoch = bests.filter((at) => at < epoch).at(-1) ?? -1;
    return {
      mean,
      before: emas[epoch - 1] ?? Number.NaN,
      ema: emas[epoch],
      best: emas[bestEpoch] ?? Number.NaN,
      bestEpoch,
      isNewBest: bests.includes(epoch),
    };
  });
}

/** The walk as a figure: everything that stands at the chosen epoch. */
export interface EmaWalk {
  readonly epoch: number;
  readonly steps: readonly EmaStep[];
}

/** EMA and new bests, epoch by epoch. */
export const EMA_WALK: FigureModel<EmaWalk> = {
  name: 'ema-walk',
  parameters: [
    { name: 'epoch', min: 0, max: WALK_EPOCHS - 1, step: 1, initial: 12, label: words.epoch },
    { name: 'flat', min: 0, max: 12, step: 1, initial: 3, label: words.flat },
    {
      name: 'nan',
      min: 0,
      max: WALK_EPOCHS,
      step: 1,
      initial: WALK_EPOCHS,
      label: words.nanAt,
      value: words.nanValue,
    },
  ],
  pairs: () => [],
  result: ({ epoch, flat, nan }) => ({ epoch, steps: walkEma({ flat, nanAt: nan }) }),
  numbers: ({ epoch, steps }) => {
    const { mean, before, ema, best, isNewBest } = steps[epoch];
    const bests = steps.flatMap((step, at) => (step.isNewBest ? [at] : []));
    return {
      epoch,
      mean,
      before,
      ema,
      best,
      isNewBest: Number(isNewBest),
      bests: bests.length,
      lastBest: bests.at(-1) ?? Number.NaN,
    };
  },
};
