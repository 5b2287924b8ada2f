import { confusionOf, dice, type Confusion } from '../counts/confusion.ts';
import { pseudoDiceWords as words } from '../messages/learn-pseudo-dice.ts';
import { sumStructures } from '../runs/run-summary.ts';
import { edgeOf, nestedBalls } from './ball-phantom.ts';
import type { FigureModel, FigurePair } from './figure-model.ts';

const LARGE = { radius: 16, error: 1 } as const;

/** One case: what it holds and its Dice. */
export interface SummedCase {
  /** Radius in the reference, 0 for a case without the structure; mm. */
  readonly radius: number;
  readonly predicted: number;
  readonly counts: Confusion;
  readonly dice: number;
}

/** Three cases, and the two ways of making one number of them. */
export interface SumsMeans {
  readonly cases: readonly SummedCase[];
  readonly meanDice: number;
  readonly pooledDice: number;
}

/** A large case, a small one, and one without the structure: mean of Dice against Dice of sums. */
export const SUMS_MEANS: FigureModel<SumsMeans> = {
  name: 'sums-means',
  parameters: [
    { name: 'small', min: 2, max: 16, step: 0.5, initial: 4, label: words.smallRadius, value: words.mm1 },
    {
      name: 'error',
      min: -1.5,
      max: 3,
      step: 0.25,
      initial: 1.5,
      label: words.smallError,
      value: words.mmSigned,
    },
    { name: 'false', min: 0, max: 6, step: 0.5, initial: 0, label: words.falseRadius, value: words.mm1 },
  ],
  pairs: (values) => casesOf(values).map(([radius, predicted]) => ballPair(radius, predicted)),
  result: (values, counts) => {
    const cases = casesOf(values).map(([radius, predicted], i): SummedCase => {
      const counted = confusionOf(
        counts[i],
        (row) => row === 1,
        (column) => column === 1,
      );
      return { radius, predicted, counts: counted, dice: dice(counted) };
    });
    const [sum] = sumStructures({
      version: 2,
      keys: ['1'],
      cases: cases.map((one, i) => ({ name: `${i}`, counts: { 1: { ...one.counts, dice: one.dice } } })),
      meanDice: Number.NaN,
    });
    return { cases, meanDice: sum.meanDice, pooledDice: sum.pooledDice };
  },
  numbers: ({ cases, meanDice, pooledDice }) => ({
    large: cases[0].dice,
    small: cases[1].dice,
    empty: cases[2].dice,
    falseVoxels: cases[2].counts.fp,
    mean: meanDice,
    pooled: pooledDice,
  }),
};

function casesOf({ small, error, false: falseRadius }: Readonly<Record<string, number>>) {
  return [
    [LARGE.radius, LARGE.radius + LARGE.error],
    [small, small + error],
    [0, falseRadius],
  ] as const;
}

function ballPair(radius: number, predicted: number): FigurePair {
  const edge = edgeOf(Math.max(radius, predicted));
  return {
    rows: 2,
    columns: 2,
    reference: nestedBalls(edge, [radius]),
    predicted: nestedBalls(edge, [predicted]),
  };
}
