import type { Confusion } from '../../core/counts/confusion.ts';
import { eachCell } from '../../core/counts/joint-counts.ts';
import type { SampledCase } from '../../core/pseudo-dice/patch-locations.ts';
import { groupByCase } from '../../core/pseudo-dice/patch-groups.ts';
import type { PatchDraws } from '../../core/pseudo-dice/patch-sampler.ts';
import type { SamplerSettings } from '../../core/pseudo-dice/patch-settings.ts';
import { noSums, type EpochSums } from '../../core/pseudo-dice/pseudo-dice.ts';
import type { SimulatedStructure } from '../../core/pseudo-dice/pseudo-dice-result.ts';
import type { SamplingPlan } from '../../core/pseudo-dice/sampling-planner.ts';
import { IGNORED_REFERENCE, joinBoxes, type StructurePair } from '../../core/labels/structure-pair.ts';
import { countExpected } from '../../engine/cpu/expected-counts.ts';
import { nextEvent } from '../../engine/cpu/in-chunks.ts';
import { countPatches } from '../../engine/cpu/patch-counts.ts';
import { tableRoom } from '../../engine/cpu/summed-volume.ts';
import type { KeptCases } from './kept-cases.ts';
import { structureToMeasure, type CaseToMeasure } from '../case/measure-case.ts';
import type { SimulationContext } from './simulate-pseudo-dice.ts';

/** Everything that is settled before patches are counted. */
export interface SimulationToCount {
  readonly kept: KeptCases;
  readonly sampled: readonly SampledCase[];
  readonly structures: readonly SimulatedStructure[];
  readonly isRaw: boolean;
  readonly draws: PatchDraws;
  readonly plan: SamplingPlan;
  readonly settings: SamplerSettings;
  /** Whether what an epoch is expected to sum is wanted. */
  readonly hasExpected: boolean;
}

/**
 * Counts all patches, case by case and structure by structure, and what an epoch is expected to sum. Memory is one
 * case, one table and a few numbers a patch.
 * @throws DiceLensError for a file that can no longer be read; the signal's reason
 */
export async function countSimulated(
  { kept, sampled, structures, isRaw, draws, plan, settings, hasExpected }: SimulationToCount,
  { signal, counted }: SimulationContext,
): Promise<{ sums: EpochSums[]; expected: Confusion[] | null }> {
  const sums = structures.map(() => noSums(settings.epochs));
  let expected: ExpectedSums[] | null = hasExpected
    ? structures.map(() => ({ tp: 0, nRef: 0, nPred: 0 }))
    : null;
  const room = tableRoom();
  const groups = groupByCase(draws, sampled.length);
  for (const [index, one] of sampled.entries()) {
    const measured = await kept.measure(index);
    const { patches, starts } = groups[index];
    const pairs: StructurePair[] = [];
    for (const [s, { structure }] of structures.entries()) {
      await nextEvent();
      signal.throwIfAborted();
      const { pair, boxes } = structureToMeasure(measured, structure, isRaw);
      const box = joinBoxes(boxes.reference, boxes.predicted);
      const { tp, nRef, nPred } = countPatches(pair, box, settings.patch, starts, room);
      for (let i = 0; i < patches.length; i++) {
        const epoch = Math.floor(patches[i] / draws.perEpoch);
        sums[s].tp[epoch] += tp[i];
        sums[s].nRef[epoch] += nRef[i];
        sums[s].nPred[epoch] += nPred[i];
      }
      pairs.push(pair);
      counted?.(index * structures.length + s + 1, sampled.length * structures.length);
    }
    const cells = expected && expectedOfCase(measured, isRaw, one, plan.weights[index], settings);
    if (cells && expected) addExpected(expected, cells, pairs, draws.perEpoch);
    else expected = null;
  }
  return {
    sums,
    expected: expected && expected.map(({ tp, nRef, nPred }) => ({ tp, fp: nPred - tp, fn: nRef - tp })),
  };
}

interface ExpectedSums {
  tp: number;
  nRef: number;
  nPred: number;
}

function expectedOfCase(
  { reference, predicted, patterns, meaning }: CaseToMeasure,
  isRaw: boolean,
  sampled: SampledCase,
  weights: SamplingPlan['weights'][number],
  settings: SamplerSettings,
) {
  const side =
    isRaw && patterns
      ? { predicted: patterns.codes, columns: 2 ** patterns.regions }
      : { predicted, columns: meaning.predicted.length };
  return countExpected({ rows: meaning.reference.length, reference, ...side }, sampled, weights, settings);
}

function addExpected(
  sums: readonly ExpectedSums[],
  cells: NonNullable<ReturnType<typeof countExpected>>,
  pairs: readonly StructurePair[],
  perEpoch: number,
): void {
  eachCell(cells, (row, column, share) => {
    for (const [s, { inReference, inPrediction }] of pairs.entries()) {
      if (inReference[row] === IGNORED_REFERENCE) continue;
      sums[s].tp += inReference[row] & inPrediction[column] ? share * perEpoch : 0;
      sums[s].nRef += inReference[row] * share * perEpoch;
      sums[s].nPred += inPrediction[column] * share * perEpoch;
    }
  });
}
