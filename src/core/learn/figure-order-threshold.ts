import type { CaseResult } from '../case/case-result.ts';
import { regionsWords as words } from '../messages/learn-regions.ts';
import {
  checkRoundTrip,
  reconstructionTable,
  type BrokenRoundTrip,
} from '../reconstruction/reconstruction.ts';
import { distancesIn, edgeOf, middleSlice, nestedBalls } from './ball-phantom.ts';
import type { FigureModel, FigurePair } from './figure-model.ts';
import { evaluatePhantom, nestedScheme } from './nested-case.ts';

const RADII = [14, 10, 6];
/** Where a probability is 0.5, mm from the boundary; so the best threshold is not 0.5. */
const BIAS_MM = [1, 1.5, -1];
/** How far a probability takes from 0.5 to 0.73, mm. */
const SOFTNESS_MM = 1.5;
const EDGE = edgeOf(20);

/** regions_class_order of each choice. */
export const ORDERS: readonly (readonly number[])[] = [
  [1, 2, 3],
  [1, 3, 2],
  [2, 1, 3],
  [3, 2, 1],
];
/** 0.05 to 0.95. */
export const THRESHOLDS: readonly number[] = Array.from({ length: 19 }, (_, i) => (i + 1) / 20);

/** Scores under one order at every threshold, and the slices at the one chosen. */
export interface OrderThreshold {
  readonly edge: number;
  readonly order: readonly number[];
  readonly threshold: number;
  /** One of each of `THRESHOLDS`. */
  readonly results: readonly CaseResult[];
  readonly chosen: CaseResult;
  readonly broken: readonly BrokenRoundTrip[];
  /** Middle slices. */
  readonly reference: Uint8Array;
  readonly written: Uint8Array;
}

/** Nested balls with soft probabilities: what the order of regions and the threshold do to the label map. */
export const ORDER_THRESHOLD: FigureModel<OrderThreshold> = {
  name: 'order-threshold',
  parameters: [
    {
      name: 'order',
      min: 0,
      max: ORDERS.length - 1,
      step: 1,
      initial: 0,
      label: words.order,
      choices: [words.order123, words.order132, words.order213, words.order321],
    },
    { name: 'threshold', min: 0.05, max: 0.95, step: 0.05, initial: 0.5, label: words.threshold },
  ],
  pairs: () => thresholdPairs(),
  result: ({ order, threshold }, counts, pairs) => {
    const scheme = nestedScheme(3, ORDERS[order]);
    const results = counts.map((one) => evaluatePhantom(scheme, one, 'patterns'));
    const at = Math.round(threshold * 20) - 1;
    const table = reconstructionTable(scheme.regions);
    return {
      edge: EDGE,
      order: ORDERS[order],
      threshold,
      results,
      chosen: results[at],
      broken: checkRoundTrip(scheme.regions),
      reference: middleSlice(pairs[at].reference, EDGE),
      written: middleSlice(pairs[at].predicted, EDGE).map((pattern) => table[pattern]),
    };
  },
  numbers: ({ chosen, broken, results }) => ({
    whole: chosen.regionScores[0].dice,
    core: chosen.regionScores[1].dice,
    enhancing: chosen.regionScores[2].dice,
    label1: chosen.labelScores[0].dice,
    label2: chosen.labelScores[1].dice,
    label3: chosen.labelScores[2].dice,
    rawWhole: chosen.rawRegionScores![0].dice,
    rawCore: chosen.rawRegionScores![1].dice,
    broken: broken.length,
    bestThreshold: THRESHOLDS[bestOf(results.map((one) => one.rawRegionScores![0].dice))],
    bestWhole: Math.max(...results.map((one) => one.rawRegionScores![0].dice)),
  }),
};

function bestOf(values: readonly number[]): number {
  return values.indexOf(Math.max(...values));
}

let made: readonly FigurePair[] | null = null;

/** The reference against the patterns of every threshold: p > t, strictly. Neither order nor threshold changes them. */
function thresholdPairs(): readonly FigurePair[] {
  if (made) return made;
  const distances = distancesIn(EDGE);
  const reference = nestedBalls(EDGE, RADII);
  // p > t where the voxel is nearer than this: the sigmoid is monotone
  const reach = (region: number, threshold: number) =>
    RADII[region] + BIAS_MM[region] - SOFTNESS_MM * Math.log(threshold / (1 - threshold));
  made = THRESHOLDS.map((threshold) => {
    const reaches = RADII.map((_, region) => reach(region, threshold));
    const predicted = Uint8Array.from(distances, (d) =>
      reaches.reduce((bits, most, region) => (d < most ? bits | (1 << region) : bits), 0),
    );
    return { rows: 4, columns: 8, reference, predicted };
  });
  return made;
}
