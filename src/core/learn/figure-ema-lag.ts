import { pseudoDiceWords as words } from '../messages/learn-pseudo-dice.ts';
import { seededRandom } from '../statistics/random.ts';
import type { FigureModel } from './figure-model.ts';
import { drawNormal } from './normal-draws.ts';

/** Epochs drawn; at this one the network gets worse at once, by this much. */
export const LAG_EPOCHS = 120;
export const DROP_AT = 60;
const LEVEL = 0.85;
const DROP = 0.1;
const SEED = 11;

/** What a running average of this weight does. */
export interface EmaFigures {
  /** Epochs by which it lags behind a steady rise: w / (1 - w). */
  readonly delay: number;
  /** Epochs after which half of a sudden change shows: ln 0.5 / ln w. */
  readonly halfLife: number;
  /** Standard deviation of its noise over that of independent epochs: sqrt((1 - w) / (1 + w)). */
  readonly noise: number;
}

/** A series, its running average, and what is hidden in it. */
export interface EmaLag extends EmaFigures {
  /** What the network is worth, and what an epoch shows of it. */
  readonly truth: readonly number[];
  readonly shown: readonly number[];
  readonly ema: readonly number[];
  /** Epochs after the drop until the average has come half of the way, in this series; NaN where it never does. */
  readonly seenAfter: number;
}

/**
 * Delay, half-life and noise of an average that keeps the share `weight` of itself, in [0, 1): the sums of the
 * geometric series of its weights. nnU-Net's 0.9: 9 epochs, 6.6 epochs, 0.23.
 */
export function emaFigures(weight: number): EmaFigures {
  return {
    delay: weight / (1 - weight),
    halfLife: weight === 0 ? 0 : Math.log(0.5) / Math.log(weight),
    noise: Math.sqrt((1 - weight) / (1 + weight)),
  };
}

/** The running average of any weight; `emaOf` is that of 0.9. It begins with the first value. */
export function averageOf(values: readonly number[], weight: number): number[] {
  let ema = Number.NaN;
  return values.map((value, i) => (ema = i === 0 ? value : weight * ema + (1 - weight) * value));
}

/** A network that gets worse at once, and how late a running average tells. */
export const EMA_LAG: FigureModel<EmaLag> = {
  name: 'ema-lag',
  parameters: [
    { name: 'weight', min: 0, max: 0.99, step: 0.01, initial: 0.9, label: words.weight },
    { name: 'noise', min: 0, max: 0.06, step: 0.005, initial: 0.02, label: words.noise },
  ],
  pairs: () => [],
  result: ({ weight, noise }) => {
    const random = seededRandom(SEED);
    const truth = Array.from({ length: LAG_EPOCHS }, (_, epoch) => LEVEL - (epoch < DROP_AT ? 0 : DROP));
    const shown = truth.map((value) => value + noise * drawNormal(random));
    const ema = averageOf(shown, weight);
    const seen = ema.findIndex((value, epoch) => epoch >= DROP_AT && value <= LEVEL - DROP / 2);
    return {
      ...emaFigures(weight),
      truth,
      shown,
      ema,
      seenAfter: seen < 0 ? Number.NaN : seen - DROP_AT + 1,
    };
  },
  numbers: ({ delay, halfLife, noise, seenAfter, ema }) => ({
    delay,
    halfLife,
    noise,
    seenAfter,
    last: ema[ema.length - 1],
  }),
};
