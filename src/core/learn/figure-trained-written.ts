import type { CaseResult } from '../case/case-result.ts';
import { regionsWords as words } from '../messages/learn-regions.ts';
import { reconstructionTable } from '../reconstruction/reconstruction.ts';
import { distancesIn, edgeOf, middleSlice, nestedBalls } from './ball-phantom.ts';
import type { FigureModel } from './figure-model.ts';
import { evaluatePhantom, nestedScheme } from './nested-case.ts';

/** Radii of the three nested balls, mm. */
const RADII = [14, 10, 6];
const EDGE = edgeOf(18);
const SCHEME = nestedScheme(3);

/** The masks of three regions, and the label map that the rule writes of them. */
export interface TrainedWritten {
  readonly edge: number;
  /** Middle slices: labels of the reference, patterns as predicted, labels written. */
  readonly reference: Uint8Array;
  readonly patterns: Uint8Array;
  readonly written: Uint8Array;
  readonly result: CaseResult;
  /** Voxels whose regions the reconstruction changed. */
  readonly changed: number;
}

/** Three regions predicted as masks of their own, the innermost moved aside, and what nnU-Net's rule writes. */
export const TRAINED_WRITTEN: FigureModel<TrainedWritten> = {
  name: 'trained-written',
  parameters: [
    { name: 'shift', min: 0, max: 10, step: 1, initial: 6, label: words.shift, value: words.mm0 },
    {
      name: 'error',
      min: -2,
      max: 3,
      step: 0.5,
      initial: 1,
      label: words.boundaryError,
      value: words.mmSigned,
    },
  ],
  pairs: ({ shift, error }) => [
    {
      rows: 4,
      columns: 8,
      reference: nestedBalls(EDGE, RADII),
      predicted: patternsOf(shift, error),
    },
  ],
  result: (_, [counts], [{ reference, predicted }]) => {
    const result = evaluatePhantom(SCHEME, counts, 'patterns');
    const table = reconstructionTable(SCHEME.regions);
    const patterns = middleSlice(predicted, EDGE);
    const changed = (result.patterns ?? [])
      .filter(({ gained, lost }) => gained.length + lost.length > 0)
      .reduce((sum, { voxels }) => sum + voxels, 0);
    return {
      edge: EDGE,
      reference: middleSlice(reference, EDGE),
      patterns,
      written: patterns.map((pattern) => table[pattern]),
      result,
      changed,
    };
  },
  numbers: ({ result, changed }) => ({
    changed,
    wholeRaw: result.rawRegionScores![0].dice,
    coreRaw: result.rawRegionScores![1].dice,
    enhancingRaw: result.rawRegionScores![2].dice,
    whole: result.regionScores[0].dice,
    core: result.regionScores[1].dice,
    enhancing: result.regionScores[2].dice,
    label1: result.labelScores[0].dice,
    label2: result.labelScores[1].dice,
    label3: result.labelScores[2].dice,
  }),
};

/** Bit i: the voxel lies in ball i as predicted; only the innermost is moved. */
function patternsOf(shift: number, error: number): Uint8Array {
  const [centred, moved] = [distancesIn(EDGE), distancesIn(EDGE, shift)];
  return Uint8Array.from(centred, (distance, i) =>
    [distance, distance, moved[i]].reduce(
      (bits, d, region) => (d <= RADII[region] + error ? bits | (1 << region) : bits),
      0,
    ),
  );
}
