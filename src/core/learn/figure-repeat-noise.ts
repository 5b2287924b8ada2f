import { deviation, mean } from '../statistics/bootstrap.ts';
import { normalCdf, normalQuantile } from '../statistics/statistics-normal.ts';
import { seededRandom } from '../statistics/random.ts';
import { drawNormal } from './normal-draws.ts';
import { lengthWords as words } from '../messages/learn-length-figures.ts';
import type { FigureModel } from './figure-model.ts';

const CENTRE = 0.85;
const SEED = 5;

export interface RepeatSettings {
  /** Trainings of each method, at least 1. */
  readonly repeats: number;
  /** Standard deviation of the final Dice of one training about its method's mean. */
  readonly spread: number;
  /** Difference of the two means that was seen, at least 0. */
  readonly difference: number;
}

export interface RepeatNoise {
  /** Standard deviation of a difference of two means: spread sqrt(2 / n). */
  readonly standardError: number;
  /** The chance that two methods that are the same differ by as much or more, in either direction. */
  readonly chance: number;
  /** The least difference whose chance is below 5 %. */
  readonly least: number;
  /** Trainings of each method that would take the seen difference below 5 %; null where no number does. */
  readonly needed: number | null;
  /** Made trainings of one and the same method, twice: their Dice, means and standard deviations. */
  readonly groups: readonly {
    readonly scores: readonly number[];
    readonly mean: number;
    readonly deviation: number;
  }[];
}

/**
 * How far two means of n trainings differ by chance alone: normal with known spread, chance = 2 (1 - Phi(d / (s
 * sqrt(2 / n)))). Without spread any difference is real.
 */
export function judgeRepeats({ repeats, spread, difference }: RepeatSettings): RepeatNoise {
  const standardError = spread * Math.sqrt(2 / repeats);
  const quantile = normalQuantile(0.975);
  const random = seededRandom(SEED);
  const groups = [0, 1].map(() => {
    const scores = Array.from({ length: repeats }, () => CENTRE + spread * drawNormal(random));
    return { scores, mean: mean(scores), deviation: deviation(scores) };
  });
  return {
    standardError,
    chance: difference === 0 ? 1 : standardError === 0 ? 0 : 2 * normalCdf(-difference / standardError),
    least: quantile * standardError,
    needed: difference === 0 ? null : Math.max(1, Math.ceil(2 * ((quantile * spread) / difference) ** 2)),
    groups,
  };
}

/** A difference against the noise of repeats. */
export const REPEAT_NOISE: FigureModel<RepeatNoise & RepeatSettings> = {
  name: 'repeat-noise',
  parameters: [
    { name: 'repeats', min: 1, max: 20, step: 1, initial: 10, label: words.repeats },
    { name: 'spread', min: 0.001, max: 0.02, step: 0.001, initial: 0.005, label: words.runSpread },
    { name: 'difference', min: 0, max: 0.03, step: 0.001, initial: 0.004, label: words.difference },
  ],
  pairs: () => [],
  result: ({ repeats, spread, difference }) => ({
    repeats,
    spread,
    difference,
    ...judgeRepeats({ repeats, spread, difference }),
  }),
  numbers: ({ standardError, chance, least, needed, groups: [a, b] }) => ({
    standardError,
    chance,
    least,
    needed: needed ?? Number.NaN,
    meanA: a.mean,
    meanB: b.mean,
    deviationA: a.deviation,
    deviationB: b.deviation,
  }),
};
