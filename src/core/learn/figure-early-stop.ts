import { bestsOf, emaOf } from '../runs/ema.ts';
import { NNUNET_SCHEDULE } from '../runs/schedule.ts';
import { seededRandom } from '../statistics/random.ts';
import { drawNormal } from './normal-draws.ts';
import { lengthWords as words } from '../messages/learn-length-figures.ts';
import type { FigureModel } from './figure-model.ts';

const HEIGHT = 0.9;
const START = 0.5;
const HALF = 9;
const SEED = 11;

export interface EarlyStopSettings {
  /** Epochs without a new best after which the training is stopped. */
  readonly patience: number;
  /** Standard deviation of single epochs. */
  readonly spread: number;
  /** Dice that is gained while the learning rate goes to 0: an assumption of the figure. */
  readonly late: number;
}

export interface TrainingCurve {
  readonly means: readonly number[];
  readonly emas: readonly number[];
}

export interface EarlyStop {
  readonly full: TrainingCurve;
  /** Planned from the start for as many epochs as the stopped training had: its rate reaches 0. */
  readonly planned: TrainingCurve;
  /** Epoch after which it stops; null where the patience never ran out. */
  readonly stoppedAt: number | null;
  /** The last new best before the stop. */
  readonly bestAt: number;
  /** EMA there, at the end of the whole training, and at the end of the shorter plan. */
  readonly stoppedEma: number;
  readonly fullEma: number;
  readonly plannedEma: number;
  /** Share of the epochs that were saved. */
  readonly saved: number;
}

/** A made training of 1000 epochs, stopped early, and one that was planned for as many epochs as that took. */
export function stopEarly(settings: EarlyStopSettings): EarlyStop {
  const full = makeTraining(NNUNET_SCHEDULE.epochs, settings);
  const bests = bestsOf(full.emas);
  const stoppedAt = epochOfStop(bests, settings.patience, full.emas.length);
  const end = stoppedAt ?? full.emas.length - 1;
  const planned = makeTraining(end + 1, settings);
  return {
    full,
    planned,
    stoppedAt,
    bestAt: bests.filter((epoch) => epoch <= end).at(-1)!,
    stoppedEma: full.emas[end],
    fullEma: full.emas.at(-1)!,
    plannedEma: planned.emas.at(-1)!,
    saved: 1 - (end + 1) / full.emas.length,
  };
}

/** The first epoch that lies `patience` epochs after the best so far; null where none does. */
export function epochOfStop(bests: readonly number[], patience: number, epochs: number): number | null {
  for (const [i, best] of bests.entries()) {
    const next = bests[i + 1] ?? epochs;
    if (best + patience < next) return best + patience;
  }
  return null;
}

/**
 * A training of `epochs` whose pseudo Dice rises fast at first and by `late` more while the rate goes down; lengths
 * share the noise of their last epochs, so that their ends differ by their plan alone. The shape is made up, not measured.
 */
export function makeTraining(epochs: number, { spread, late }: EarlyStopSettings): TrainingCurve {
  const random = seededRandom(SEED);
  const noise = Array.from({ length: NNUNET_SCHEDULE.epochs }, () => spread * drawNormal(random));
  const means = Array.from({ length: epochs }, (_, epoch) => {
    const left = 1 - epoch / epochs;
    const start = 1 / (1 + (epoch / HALF) * (epoch / HALF + 1) * 0.5);
    return HEIGHT - START * start - late * left * left + noise[noise.length - epochs + epoch];
  });
  return { means, emas: emaOf(means).map(({ ema }) => ema) };
}

/** A stop, its cost, and the shorter plan. */
export const EARLY_STOP: FigureModel<EarlyStop> = {
  name: 'early-stop',
  parameters: [
    {
      name: 'patience',
      min: 5,
      max: 150,
      step: 5,
      initial: 50,
      label: words.patience,
      value: words.epochsValue,
    },
    { name: 'spread', min: 0, max: 0.03, step: 0.001, initial: 0.006, label: words.epochSpread },
    { name: 'late', min: 0, max: 0.05, step: 0.002, initial: 0.022, label: words.late },
  ],
  pairs: () => [],
  result: ({ patience, spread, late }) => stopEarly({ patience, spread, late }),
  numbers: ({ stoppedAt, bestAt, stoppedEma, fullEma, plannedEma, saved }) => ({
    stoppedAt: stoppedAt ?? Number.NaN,
    bestAt,
    stoppedEma,
    fullEma,
    plannedEma,
    cost: fullEma - stoppedEma,
    plannedCost: fullEma - plannedEma,
    saved,
  }),
};
