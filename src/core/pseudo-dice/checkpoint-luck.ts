import { mean, quantile, type Interval } from '../statistics/bootstrap.ts';
import { bestsOf, emaOf } from '../runs/ema.ts';
import { randomBelow, seededRandom } from '../statistics/random.ts';

/** Lengths of training that are looked at. */
export const LUCK_EPOCHS = [100, 250, 1000] as const;

/** What checkpoint_best would be of a network that no longer changes. */
export interface CheckpointLuck {
  readonly epochs: number;
  /** Epoch of the last new best over many trainings: mean, 5 % and 95 %. */
  readonly bestEpoch: Interval;
  /** The EMA at that epoch less the true expected value: mean, 5 % and 95 %. Nothing but luck. */
  readonly excess: Interval;
  /** Share of trainings whose best is among their first tenth, and among their last. */
  readonly early: number;
  readonly late: number;
  /** Every training that has a best: where it was declared, and its excess. */
  readonly trainings: readonly LuckyTraining[];
  /** Share of trainings in which some epoch is NaN: their EMA is NaN from there on and no best is written again. */
  readonly nanTrainings: number;
}

/** One training drawn by chance. */
export interface LuckyTraining {
  readonly bestEpoch: number;
  readonly excess: number;
}

export interface LuckOptions {
  readonly seed?: number;
  readonly trainings?: number;
}

/**
 * Draws trainings of `epochs` epochs whose means are those of simulated epochs, at random and with replacement, and
 * looks where the EMA is best. The network is the same all the time, so that any excess over the `expected` value
 * is luck. Epochs that are NaN are drawn too. All NaN where there is no epoch to draw from.
 */
export function checkpointLuck(
  means: readonly number[],
  epochs: number,
  { seed = 1, trainings = 400 }: LuckOptions = {},
): CheckpointLuck {
  const expected = mean(means.filter((value) => !Number.isNaN(value)));
  const random = seededRandom(seed);
  const lucky: LuckyTraining[] = [];
  let nanTrainings = 0;
  for (let i = 0; means.length > 0 && epochs > 0 && i < trainings; i++) {
    const drawn = Array.from({ length: epochs }, () => means[randomBelow(random, means.length)]);
    if (drawn.some(Number.isNaN)) nanTrainings++;
    const emas = emaOf(drawn).map(({ ema }) => ema);
    const best = bestsOf(emas).at(-1) ?? 0;
    if (Number.isNaN(emas[best])) continue; // the first epoch was NaN, which stays the best for ever
    lucky.push({ bestEpoch: best, excess: emas[best] - expected });
  }
  const bestEpochs = lucky.map(({ bestEpoch }) => bestEpoch);
  const share = (holds: (epoch: number) => boolean) => bestEpochs.filter(holds).length / bestEpochs.length;
  return {
    epochs,
    bestEpoch: intervalOf(bestEpochs),
    excess: intervalOf(lucky.map(({ excess }) => excess)),
    early: share((epoch) => epoch < epochs / 10),
    late: share((epoch) => epoch >= epochs - epochs / 10),
    trainings: lucky,
    nanTrainings: nanTrainings / trainings,
  };
}

function intervalOf(values: readonly number[]): Interval {
  const sorted = values.toSorted((a, b) => a - b);
  return { value: mean(sorted), low: quantile(sorted, 0.05), high: quantile(sorted, 0.95) };
}
