import { chooseLocations } from '../../core/volume/case-locations.ts';
import type { CaseResult, StructureScore } from '../../core/case/case-result.ts';
import { listStructures, type CohortCase } from '../../core/cohort/cohort-result.ts';
import { DiceLensError } from '../../core/errors.ts';
import type { LabelScheme } from '../../core/labels/label-scheme.ts';
import type { SampledCase } from '../../core/pseudo-dice/patch-locations.ts';
import type { SimulatedStructure } from '../../core/pseudo-dice/pseudo-dice-result.ts';
import { seededRandom } from '../../core/statistics/random.ts';
import type { Engine } from '../../engine/engine.ts';
import { evaluateCase } from '../case/evaluate-case.ts';
import { structureToMeasure, type CaseToMeasure } from '../case/measure-case.ts';
import { keptCases, type CaseToSimulate, type KeptCases } from './kept-cases.ts';
import type { TaskContext } from '../task.ts';

/** Cases that have been read and counted whole, for simulations with any settings. */
export interface PreparedCases {
  readonly scheme: LabelScheme;
  /** By the index of `read`. */
  readonly kept: KeptCases;
  readonly read: readonly ReadCase[];
  /** Index into the cases given, by index of `read`. */
  readonly taken: readonly number[];
  /** Of the locations in `read`. */
  readonly seed: number;
}

/** What is kept of a case once its voxels are let go. */
export interface ReadCase {
  readonly result: CaseResult;
  readonly located: LocatedCase;
}

/** The voxels on which patches of a case are forced. */
interface LocatedCase {
  /** By the key of the structure. */
  readonly locations: ReadonlyMap<string, Uint32Array>;
  readonly annotated: Uint32Array | null;
}

/** What is told while cases are read. */
export interface PreparationContext extends TaskContext {
  /** Before each case. */
  readonly reading?: (index: number) => void;
  /** A case that cannot be used is left out then, in place of ending the work. */
  readonly failed?: (index: number, error: DiceLensError) => void;
}

/**
 * Reads and counts every case, one at a time, and chooses the voxels on which patches are forced.
 * @throws DiceLensError for a file that cannot be used, unless `failed` takes it; the signal's reason
 */
export async function prepareCases(
  cases: readonly CaseToSimulate[],
  scheme: LabelScheme,
  seed: number,
  engine: Engine,
  context: PreparationContext,
): Promise<PreparedCases> {
  const random = seededRandom(seed);
  const all = keptCases(cases, scheme, context);
  const read: ReadCase[] = [];
  const taken: number[] = [];
  for (const i of cases.keys()) {
    context.signal.throwIfAborted();
    context.reading?.(i);
    try {
      const { volumes, measured } = await all.open(i);
      const { result } = await evaluateCase(volumes, scheme, engine, context.signal);
      read.push({ result, located: locate(measured, scoresOf(scheme, result), result, random()) });
      taken.push(i);
    } catch (error) {
      if (!(error instanceof DiceLensError) || !context.failed) throw error;
      context.failed(i, error);
    }
  }
  const kept: KeptCases = {
    open: (index) => all.open(taken[index]),
    measure: (index) => all.measure(taken[index]),
  };
  return { scheme, kept, read, taken, seed };
}

/** The cases as a sampler sees them, and the seed of its draws. Another seed chooses other voxels of large structures. */
export async function sampleCases(
  { kept, read, seed: ownSeed, scheme }: PreparedCases,
  structures: readonly SimulatedStructure[],
  seed: number,
): Promise<{ readonly sampled: SampledCase[]; readonly drawSeed: number }> {
  const random = seededRandom(seed);
  const sampled: SampledCase[] = [];
  for (const [i, { result, located }] of read.entries()) {
    const own = random();
    const isSame = seed === ownSeed;
    const now = isSame ? located : locate(await kept.measure(i), scoresOf(scheme, result), result, own);
    sampled.push(sampledCase(result, now, structures));
  }
  return { sampled, drawSeed: random() };
}

function scoresOf({ regions }: LabelScheme, { regionScores, labelScores }: CaseResult) {
  return regions.length > 0 ? regionScores : labelScores;
}

function locate(
  measured: CaseToMeasure,
  scores: readonly StructureScore[],
  { scheme, voxels, ignored }: CaseResult,
  seed: number,
): LocatedCase {
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

/** Regions, or labels where there are none, in nnU-Net's order; empty where no case was read. */
export function listSimulated(
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
  result: CaseResult,
  { locations, annotated }: LocatedCase,
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

/** A case with the scores of its regions before the reconstruction, where they are known. */
export function withRaw(read: readonly ReadCase[]): (one: CohortCase, index: number) => CohortCase {
  return (one, index) => ({ ...one, regions: read[index].result.rawRegionScores ?? one.regions });
}
