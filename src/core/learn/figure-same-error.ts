import { confusionOf, dice, type Confusion } from '../counts/confusion.ts';
import type { JointCounts } from '../counts/joint-counts.ts';
import { regionsWords as words } from '../messages/learn-regions.ts';
import { edgeOf, nestedBalls } from './ball-phantom.ts';
import type { FigureModel, FigurePair } from './figure-model.ts';
import type { FigureValues } from './figure-state.ts';

/** Beside the ball of the slider stand these two, and on the curve these; mm. */
const COMPARED = [20, 10];
const ON_CURVE = [3, 4, 6, 7, 8, 10, 12, 14, 17, 20, 24];

/** One ball, predicted with the same boundary error as all others. */
export interface CountedBall {
  readonly radiusMm: number;
  readonly counts: Confusion;
  readonly dice: number;
  readonly formula: number;
}

/** Three balls that are drawn, the last of them the slider's, and those on the curve, which it joins. */
export interface SameError {
  readonly errorMm: number;
  readonly drawn: readonly CountedBall[];
  readonly curve: readonly CountedBall[];
}

/**
 * Dice of a ball of radius r predicted with radius r + d about the same centre, in continuous space: with d >= 0 the
 * prediction holds the reference, 2 r^3 / (r^3 + (r + d)^3), and with d < 0 the other way round. NaN for r = 0.
 */
export function ballDice(radiusMm: number, errorMm: number): number {
  const [reference, predicted] = [radiusMm ** 3, Math.max(0, radiusMm + errorMm) ** 3];
  return radiusMm === 0 ? Number.NaN : (2 * Math.min(reference, predicted)) / (reference + predicted);
}

/** The radius in mm of the ball of this volume in mm³. */
export function radiusOfVolume(volumeMm3: number): number {
  return Math.cbrt((3 * volumeMm3) / (4 * Math.PI));
}

/** The same boundary error on balls of different size, counted on voxels of 1 mm and by the closed formula. */
export const SAME_ERROR: FigureModel<SameError> = {
  name: 'same-error',
  parameters: [
    { name: 'radius', min: 2, max: 25, step: 0.5, initial: 5, label: words.radius, value: words.mm },
    {
      name: 'error',
      min: -1.5,
      max: 3,
      step: 0.25,
      initial: 1,
      label: words.boundaryError,
      value: words.mmSigned,
    },
  ],
  pairs: ({ radius, error }) => radiiOf(radius).map((one) => ballPair(one, error)),
  result: ({ radius, error }: FigureValues, counts) => {
    const balls = radiiOf(radius).map((one, i) => countedBall(one, error, counts[i]));
    const drawn = [...COMPARED, radius].map((one) => balls.find(({ radiusMm }) => radiusMm === one)!);
    return { errorMm: error, drawn, curve: balls };
  },
  numbers: ({ errorMm, drawn: [large, middle, own] }) => ({
    radius: own.radiusMm,
    error: errorMm,
    dice: own.dice,
    formula: own.formula,
    tp: own.counts.tp,
    fp: own.counts.fp,
    fn: own.counts.fn,
    diceAt20: large.dice,
    diceAt10: middle.dice,
  }),
};

function radiiOf(radius: number): number[] {
  return [...new Set([...ON_CURVE, ...COMPARED, radius])].toSorted((a, b) => a - b);
}

function ballPair(radius: number, error: number): FigurePair {
  const edge = edgeOf(radius + Math.max(0, error));
  return {
    rows: 2,
    columns: 2,
    reference: nestedBalls(edge, [radius]),
    predicted: nestedBalls(edge, [radius + error]),
  };
}

function countedBall(radiusMm: number, errorMm: number, counted: JointCounts): CountedBall {
  const counts = confusionOf(
    counted,
    (row) => row === 1,
    (column) => column === 1,
  );
  return { radiusMm, counts, dice: dice(counts), formula: ballDice(radiusMm, errorMm) };
}
