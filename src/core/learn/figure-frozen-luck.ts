import { checkpointLuck, type CheckpointLuck } from '../pseudo-dice/checkpoint-luck.ts';
import { bestsOf, emaOf } from '../runs/ema.ts';
import { seededRandom } from '../statistics/random.ts';
import { drawNormal } from './normal-draws.ts';
import { checkpointWords as words } from '../messages/learn-checkpoint-figures.ts';
import type { FigureModel } from './figure-model.ts';

/** True pseudo Dice of the network that no longer changes. */
export const FROZEN_DICE = 0.85;
const SEED = 3;
const POOL = 1000;

export interface FrozenSettings {
  readonly epochs: number;
  /** Standard deviation of single epochs about the true value. */
  readonly spread: number;
}

/** A training in which nothing is learned, and what its checkpoint_best is worth. */
export interface FrozenTraining {
  readonly means: readonly number[];
  readonly emas: readonly number[];
  readonly bests: readonly number[];
  /** Over 200 such trainings. */
  readonly luck: CheckpointLuck;
}

/** One training of a frozen network, and the luck of many: every epoch is the true value plus normal noise. */
export function trainFrozen({ epochs, spread }: FrozenSettings): FrozenTraining {
  const random = seededRandom(SEED);
  const pool = Array.from({ length: POOL }, () => FROZEN_DICE + spread * drawNormal(random));
  const means = Array.from({ length: epochs }, () => FROZEN_DICE + spread * drawNormal(random));
  const emas = emaOf(means).map(({ ema }) => ema);
  return { means, emas, bests: bestsOf(emas), luck: checkpointLuck(pool, epochs, { seed: SEED }) };
}

/** What the best checkpoint of a frozen network is worth. */
export const FROZEN_LUCK: FigureModel<FrozenTraining> = {
  name: 'frozen-luck',
  parameters: [
    { name: 'epochs', min: 50, max: 1000, step: 50, initial: 250, label: words.epochs },
    { name: 'spread', min: 0.002, max: 0.05, step: 0.002, initial: 0.02, label: words.epochSpread },
  ],
  pairs: () => [],
  result: ({ epochs, spread }) => trainFrozen({ epochs, spread }),
  numbers: ({ emas, bests, luck }) => ({
    epochs: luck.epochs,
    excess: luck.excess.value,
    excessHigh: luck.excess.high,
    early: luck.early,
    late: luck.late,
    bestEpoch: luck.bestEpoch.value,
    ownBest: bests.at(-1)!,
    ownExcess: emas[bests.at(-1)!] - FROZEN_DICE,
  }),
};
