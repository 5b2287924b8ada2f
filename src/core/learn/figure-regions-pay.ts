import { mean } from '../statistics/bootstrap.ts';
import { confusionOf, dice } from '../counts/confusion.ts';
import type { JointCounts } from '../counts/joint-counts.ts';
import { regionsWords as words } from '../messages/learn-regions.ts';
import { reconstructionTable } from '../reconstruction/reconstruction.ts';
import { eachPlace, edgeOf, middleSlice } from './ball-phantom.ts';
import type { FigureModel } from './figure-model.ts';
import type { FigureValues } from './figure-state.ts';
import { nestedScheme } from './nested-case.ts';

const RADIUS = 14;
/** Radii within which nested labels 2 and 3 lie; places along x at which labels lie side by side. */
const NESTED_MM = [10, 6];
const BESIDE_MM = [-4.5, 4.5];
/** How sharp the border to the background is, mm. */
const SOFTNESS_MM = 1;
const EDGE = edgeOf(RADIUS + 2);
const LABELS = [1, 2, 3];
const LOWEST = 1e-6;

/** The labels that two trainings write from the same certainty about every voxel. */
export interface RegionsPay {
  readonly edge: number;
  readonly isNested: boolean;
  readonly reference: Uint8Array;
  readonly ofRegions: Uint8Array;
  readonly ofLabels: Uint8Array;
  /** Whole tumour, or all structures together; then the labels. */
  readonly whole: { readonly regions: number; readonly labels: number };
  readonly parts: readonly { readonly regions: number; readonly labels: number }[];
}

/**
 * Three labels, nested or side by side, and a network that is sure of the outer border but doubts, within `doubt` mm,
 * which label a voxel has. Trained on regions it asks for each set of labels whether its probability exceeds 0.5;
 * trained on labels it takes the most probable one, background included.
 */
export const REGIONS_PAY: FigureModel<RegionsPay> = {
  name: 'regions-pay',
  parameters: [
    {
      name: 'shape',
      min: 0,
      max: 1,
      step: 1,
      initial: 0,
      label: words.structures,
      choices: [words.nested, words.besideEachOther],
    },
    { name: 'doubt', min: 0, max: 8, step: 0.25, initial: 2, label: words.doubt, value: words.mm2 },
  ],
  pairs: (values) => {
    const { reference, ofRegions, ofLabels } = decideVoxels(values);
    return [
      { rows: 4, columns: 4, reference, predicted: ofRegions },
      { rows: 4, columns: 4, reference, predicted: ofLabels },
    ];
  },
  result: ({ shape }, [regions, labels], [first, second]) => {
    const scores = (set: readonly number[]) => ({
      regions: scoreOf(regions, set),
      labels: scoreOf(labels, set),
    });
    return {
      edge: EDGE,
      isNested: shape === 0,
      reference: middleSlice(first.reference, EDGE),
      ofRegions: middleSlice(first.predicted, EDGE),
      ofLabels: middleSlice(second.predicted, EDGE),
      whole: scores(LABELS),
      parts: LABELS.map((label) => scores([label])),
    };
  },
  numbers: ({ whole, parts }) => ({
    wholeRegions: whole.regions,
    wholeLabels: whole.labels,
    labelsRegions: mean(parts.map(({ regions }) => regions)),
    labelsLabels: mean(parts.map(({ labels }) => labels)),
  }),
};

function scoreOf(counts: JointCounts, labels: readonly number[]): number {
  const isIn = (code: number) => labels.includes(code);
  return dice(confusionOf(counts, isIn, isIn));
}

function decideVoxels({ shape, doubt }: FigureValues) {
  const [reference, ofRegions, ofLabels] = [0, 1, 2].map(() => new Uint8Array(EDGE ** 3));
  const isNested = shape === 0;
  const written = reconstructionTable(nestedScheme(3).regions);
  eachPlace(EDGE, (index, x, y, z) => {
    const distance = Math.hypot(x, y, z);
    const own = isNested ? -distance : x;
    const borders = isNested ? NESTED_MM.map((radius) => -radius) : BESIDE_MM;
    const label = 1 + borders.filter((border) => own >= border).length;
    reference[index] = distance <= RADIUS ? label : 0;
    const foreground = 1 / (1 + Math.exp((distance - RADIUS) / SOFTNESS_MM));
    const shares = sharesOf(own, borders, doubt).map((share) => share * foreground);
    const sets = isNested ? [[0, 1, 2], [1, 2], [2]] : [[0], [1], [2]];
    const pattern = sets.reduce(
      (bits, set, i) => (set.reduce((sum, k) => sum + shares[k], 0) > 0.5 ? bits | (1 << i) : bits),
      0,
    );
    ofRegions[index] = written[pattern];
    const all = [1 - foreground, ...shares];
    ofLabels[index] = all.indexOf(Math.max(...all));
  });
  return { reference, ofRegions, ofLabels };
}

/**
 * How likely each label is for a voxel of the foreground, where every border between labels may lie elsewhere: that a
 * voxel is beyond one has the probability 1 / (1 + exp(-distance / doubt)), with 0.5 at the border itself.
 */
function sharesOf(at: number, borders: readonly number[], doubt: number): number[] {
  const beyond = borders.map((border) => 1 / (1 + Math.exp((border - at) / Math.max(doubt, LOWEST))));
  return LABELS.map((_, i) => (beyond[i - 1] ?? 1) - (beyond[i] ?? 0));
}
