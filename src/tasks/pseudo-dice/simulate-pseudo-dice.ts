import { chooseLocations } from '../../core/volume/case-locations.ts';
import type { CaseResult, StructureScore } from '../../core/case/case-result.ts';
import { checkpointLuck, LUCK_EPOCHS } from '../../core/pseudo-dice/checkpoint-luck.ts';
import {
  listStructures,
  toCohortCase,
  toEvaluation,
  type CohortCase,
} from '../../core/cohort/cohort-result.ts';
import { DiceLensError } from '../../core/errors.ts';
import type { LabelScheme } from '../../core/labels/label-scheme.ts';
import type { SampledCase } from '../../core/pseudo-dice/patch-locations.ts';
import { drawPatches } from '../../core/pseudo-dice/patch-sampler.ts';
import { patchesPerEpoch, type SamplerSettings } from '../../core/pseudo-dice/patch-settings.ts';
import { pseudoEpochs } from '../../core/pseudo-dice/pseudo-dice.ts';
import {
  MAX_PATCHES,
  type PseudoDiceResult,
  type SimulatedStructure,
} from '../../core/pseudo-dice/pseudo-dice-result.ts';
import { seededRandom } from '../../core/statistics/random.ts';
import { planSampling } from '../../core/pseudo-dice/sampling-planner.ts';
import type { Engine } from '../../engine/engine.ts';
import { countSimulated } from './count-simulated.ts';
import { evaluateCase } from '../case/evaluate-case.ts';
import { keptCases, type CaseToSimulate } from './kept-cases.ts';
import { structureToMeasure, type CaseToMeasure } from '../case/measure-case.ts';
import type { TaskContext } from '../task.ts';

/** What is told on the way: structures counted, of all of all cases. */
export interface SimulationContext extends TaskContext {
  readonly counted?: (done: number, total: number) => void;
}

/**
 * Simulates the validation epochs of a training whose network no longer changes: reads every case, draws all
 * patches, then counts them case by case and structure by structure. Cases are read a second time where they do
 * not all fit in memory. The same seed, settings and cases give the same patches and numbers.
 * @throws DiceLensError for a file that cannot be used, pseudoNoStructures, pseudoTooMany; the signal's reason
 */
export async function simulatePseudoDice(
  cases: readonly CaseToSimulate[],
  scheme: LabelScheme,
  settings: SamplerSettings,
  engine: Engine,
  context: SimulationContext,
): Promise<PseudoDiceResult> {
  const patches = patchesPerEpoch(settings) * settings.epochs;
  if (patches > MAX_PATCHES) throw new DiceLensError('pseudoTooMany', { patches, most: MAX_PATCHES });
  const way = scheme.regions.length > 0 ? 'regions' : 'labels';
  const random = seededRandom(settings.seed);
  const kept = keptCases(cases, scheme, context);
  const read: ReadCase[] = [];
  for (const i of cases.keys()) {
    context.signal.throwIfAborted();
    const { volumes, measured } = await kept.open(i);
    const { result } = await evaluateCase(volumes, scheme, engine, context.signal);
    const scores = way === 'regions' ? result.regionScores : result.labelScores;
    read.push({ result, ...locate(measured, scores, result, random()) });
  }
  const counted = read.map(({ result }) => toCohortCase(result, { reference: '', prediction: '' }));
  const structures = structuresOf(scheme, counted, read);
  if (structures.length === 0) throw new DiceLensError('pseudoNoStructures', undefined);
  const sampled = read.map((one) => sampledCase(one, structures));
  const isRaw = way === 'regions' && read.every(({ result }) => result.rawRegionScores !== null);
  const draws = drawPatches(sampled, settings, seededRandom(random()));
  const plan = planSampling(sampled, settings);
  const { sums, expected } = await countSimulated(
    { kept, sampled, structures, isRaw, draws, plan, settings },
    context,
  );
  const epochs = pseudoEpochs(sums, settings.epochs);
  const means = epochs.map(({ mean }) => mean);
  return {
    settings,
    structures,
    isRaw,
    cases: sampled,
    grids: read.map(({ result }) => result.grid),
    evaluated: toEvaluation(counted, structures, way),
    raw: isRaw ? toEvaluation(counted.map(withRaw(read)), structures, way) : null,
    draws,
    sums,
    epochs,
    expected,
    plan,
    luck: LUCK_EPOCHS.map((length) => checkpointLuck(means, length, { seed: settings.seed })),
    warnings: read.flatMap(({ result }) =>
      result.warnings.map((warning) => ({ case: result.name, warning })),
    ),
  };
}

/** What is kept of a case between its first and its second reading. */
interface ReadCase {
  readonly result: CaseResult;
  /** By the key of the structure. */
  readonly locations: ReadonlyMap<string, Uint32Array>;
  readonly annotated: Uint32Array | null;
}

function locate(
  measured: CaseToMeasure,
  scores: readonly StructureScore[],
  { scheme, voxels, ignored }: CaseResult,
  seed: number,
): Pick<ReadCase, 'locations' | 'annotated'> {
  const sets = scores.map(({ structure, nRef }) => {
    const { inReference } = structureToMeasure(measured, structure, false).pair;
    return { voxels: nRef, holds: (code: number) => inReference[code] === 1 };
  });
  if (scheme.ignore !== null) {
    const { ignore, reference } = measured.meaning;
    sets.push({ voxels: voxels - ignored, holds: (code) => reference[code] !== ignore });
  }
  const random = seededRandom(seed);
  const found = chooseLocations(measured.reference, measured.meaning.reference.length, sets, random);
  return {
    locations: new Map(scores.map(({ key }, i) => [key, found[i]])),
    annotated: scheme.ignore === null ? null : (found.at(-1) ?? null),
  };
}

function structuresOf(
  scheme: LabelScheme,
  counted: readonly CohortCase[],
  read: readonly ReadCase[],
): SimulatedStructure[] {
  if (read.length === 0) return [];
  return listStructures(scheme, counted, scheme.regions.length > 0 ? 'regions' : 'labels').map(
    ({ key, name }, index) => ({
      key,
      name,
      structure:
        scheme.regions.length > 0 ? { kind: 'region', index } : { kind: 'label', value: Number(key) },
    }),
  );
}

function sampledCase(
  { result, locations, annotated }: ReadCase,
  structures: readonly SimulatedStructure[],
): SampledCase {
  const scores = [...result.regionScores, ...result.labelScores];
  return {
    name: result.name,
    size: result.grid.size,
    voxels: structures.map(({ key }) => (locations.has(key) ? nRefOf(scores, key) : 0)),
    locations: structures.map(({ key }) => locations.get(key) ?? new Uint32Array()),
    annotated,
  };
}

function nRefOf(scores: readonly StructureScore[], key: string): number {
  return scores.find((score) => score.key === key)?.nRef ?? 0;
}

function withRaw(read: readonly ReadCase[]): (one: CohortCase, index: number) => CohortCase {
  return (one, index) => ({ ...one, regions: read[index].result.rawRegionScores ?? one.regions });
}
