import { checkpointLuck, type CheckpointLuck } from '../pseudo-dice/checkpoint-luck.ts';
import { bestsOf, emaOf } from '../runs/ema.ts';
import { seededRandom } from '../statistics/random.ts';
import { drawNormal } from './normal-draws.ts';

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
