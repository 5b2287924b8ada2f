import { nearlyNormal } from './noise.ts';

/** What one epoch of the example comes to. */
export interface DemoEpoch {
  readonly epoch: number;
  readonly trainLoss: number;
  readonly valLoss: number;
  /** Per region, from the outermost in. */
  readonly dice: readonly number[];
  readonly durationS: number;
}

/** How an example trains. */
export interface DemoTraining {
  readonly seed: number;
  readonly planned: number;
  /** Dice that each region comes near to. */
  readonly heights: readonly number[];
  readonly secondsPerEpoch: number;
  /** A stretch in which something else used the disk. */
  readonly slow: readonly [from: number, to: number] | null;
}

/** From 1 down to 0, half way after `half` epochs, with a long tail. */
const fall = (epoch: number, half: number) => 1 / (1 + (epoch / half) * (epoch / half + 1) * 0.5);

/** One epoch of a training that rises fast, then slowly, and once more while the learning rate goes to 0. */
export function demoEpoch(training: DemoTraining, epoch: number): DemoEpoch {
  const { seed, planned, heights, secondsPerEpoch, slow } = training;
  const normal = (stream: number) => nearlyNormal(seed + stream * 7919, epoch);
  const share = epoch / planned;
  const start = fall(epoch, 9);
  const late = (1 - share) * (1 - share);
  // epochs share their luck: which cases were drawn
  const luck = 0.006 * normal(1);
  const dice = heights.map((height, region) => {
    const own = (0.004 + 0.003 * region) * normal(2 + region);
    return Math.min(0.995, Math.max(0, height - (0.5 + 0.1 * region) * start - 0.022 * late + luck + own));
  });
  const mean = dice.reduce((sum, value) => sum + value, 0) / dice.length;
  const trainLoss = -0.05 - 0.83 * (1 - start) - 0.045 * share + 0.008 * normal(7);
  const valLoss = -mean + 0.06 * start + 0.035 + 0.02 * share + 0.011 * normal(8);
  const isSlow = slow !== null && epoch >= slow[0] && epoch <= slow[1];
  const hurdle = isSlow ? 0.2 + 0.5 * Math.abs(normal(9)) : nearlyNormal(seed + 5, epoch) > 2.6 ? 0.12 : 0;
  const durationS = secondsPerEpoch * (1 + hurdle + 0.006 * normal(10)) + (epoch === 0 ? 11 : 0);
  return { epoch, trainLoss, valLoss, dice, durationS };
}
