import { dice, type Confusion } from '../counts/confusion.ts';
import { mean } from '../statistics/bootstrap.ts';
import { checkpointWords as words } from '../messages/learn-checkpoint-figures.ts';
import type { FigureModel } from './figure-model.ts';

/** Cases of the validation. */
export const ORDER_CASES = 12;
const LARGE_VOXELS = 500_000;
const SMALL_VOXELS = 6_000;
const LARGE_DICE = 0.92;
const SMALL_DICE = 0.7;

export interface OrderSettings {
  /** How many of the cases have a small structure, 0 to `ORDER_CASES`. */
  readonly small: number;
  /** Dice of checkpoint_final less that of checkpoint_best, on the large and on the small structures. */
  readonly onLarge: number;
  readonly onSmall: number;
}

/** One case under both checkpoints. */
export interface OrderCase {
  readonly voxels: number;
  readonly isSmall: boolean;
  readonly best: Confusion;
  readonly final: Confusion;
}

export interface CheckpointScores {
  readonly perCase: readonly number[];
  /** Mean of the cases, as the final validation states it. */
  readonly mean: number;
  /** Voxels of all cases added up first, as the pseudo Dice does with its patches. */
  readonly pooled: number;
}

export interface ValidationOrder {
  readonly cases: readonly OrderCase[];
  readonly best: CheckpointScores;
  readonly final: CheckpointScores;
}

/** Two checkpoints on the same cases: which is better depends on whether voxels or cases are counted. */
export function orderCheckpoints({ small, onLarge, onSmall }: OrderSettings): ValidationOrder {
  const cases = Array.from({ length: ORDER_CASES }, (_, i): OrderCase => {
    const isSmall = i >= ORDER_CASES - small;
    const voxels = isSmall ? SMALL_VOXELS - 200 * i : LARGE_VOXELS - 20_000 * i;
    const height = isSmall ? SMALL_DICE : LARGE_DICE;
    const change = isSmall ? onSmall : onLarge;
    return { voxels, isSmall, best: errorsAt(voxels, height), final: errorsAt(voxels, height + change) };
  });
  return {
    cases,
    best: scoresOf(cases.map(({ best }) => best)),
    final: scoresOf(cases.map(({ final }) => final)),
  };
}

/** As many voxels missed as added, so that the Dice is the share that is found. */
function errorsAt(voxels: number, height: number): Confusion {
  const tp = Math.round(voxels * Math.min(1, Math.max(0, height)));
  return { tp, fp: voxels - tp, fn: voxels - tp };
}

function scoresOf(confusions: readonly Confusion[]): CheckpointScores {
  const perCase = confusions.map(dice);
  const sum = (of: keyof Confusion) => confusions.reduce((total, one) => total + one[of], 0);
  return {
    perCase,
    mean: mean(perCase),
    pooled: dice({ tp: sum('tp'), fp: sum('fp'), fn: sum('fn') }),
  };
}

/** Two checkpoints, ranked by pooled voxels and by the mean of cases. */
export const CHECKPOINT_ORDER: FigureModel<ValidationOrder> = {
  name: 'checkpoint-order',
  parameters: [
    { name: 'small', min: 0, max: ORDER_CASES, step: 1, initial: 4, label: words.smallCases },
    {
      name: 'on-small',
      min: -0.2,
      max: 0.2,
      step: 0.01,
      initial: 0.1,
      label: words.onSmall,
      value: words.signed,
    },
    {
      name: 'on-large',
      min: -0.04,
      max: 0.04,
      step: 0.002,
      initial: -0.006,
      label: words.onLarge,
      value: words.signed,
    },
  ],
  pairs: () => [],
  result: ({ small, 'on-small': onSmall, 'on-large': onLarge }) =>
    orderCheckpoints({ small, onSmall, onLarge }),
  numbers: ({ best, final }) => ({
    bestMean: best.mean,
    finalMean: final.mean,
    bestPooled: best.pooled,
    finalPooled: final.pooled,
    meanDifference: final.mean - best.mean,
    pooledDifference: final.pooled - best.pooled,
  }),
};
