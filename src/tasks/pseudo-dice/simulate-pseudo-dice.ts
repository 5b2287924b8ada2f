import { checkpointLuck, LUCK_EPOCHS } from '../../core/pseudo-dice/checkpoint-luck.ts';
import { toCohortCase, toEvaluation } from '../../core/cohort/cohort-result.ts';
import { DiceLensError } from '../../core/errors.ts';
import type { LabelScheme } from '../../core/labels/label-scheme.ts';
import { drawPatches } from '../../core/pseudo-dice/patch-sampler.ts';
import { patchesPerEpoch, type SamplerSettings } from '../../core/pseudo-dice/patch-settings.ts';
import { pseudoEpochs } from '../../core/pseudo-dice/pseudo-dice.ts';
import { MAX_PATCHES, type PseudoDiceResult } from '../../core/pseudo-dice/pseudo-dice-result.ts';
import { seededRandom } from '../../core/statistics/random.ts';
import { planSampling } from '../../core/pseudo-dice/sampling-planner.ts';
import type { Engine } from '../../engine/engine.ts';
import { countSimulated } from './count-simulated.ts';
import type { CaseToSimulate } from './kept-cases.ts';
import { listSimulated, prepareCases, sampleCases, withRaw, type PreparedCases } from './prepare-cases.ts';
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
  demandFewPatches(settings);
  const prepared = await prepareCases(cases, scheme, settings.seed, engine, context);
  return simulatePrepared(prepared, settings, context);
}

/** @throws DiceLensError pseudoTooMany for more patches than one simulation draws */
export function demandFewPatches(settings: SamplerSettings): void {
  const patches = patchesPerEpoch(settings) * settings.epochs;
  if (patches > MAX_PATCHES) throw new DiceLensError('pseudoTooMany', { patches, most: MAX_PATCHES });
}

/**
 * As `simulatePseudoDice`, of cases that have been read; other settings cost no reading. `isBrief` leaves out
 * what a comparison does not need: what an epoch is expected to sum, and the luck of the best.
 * @throws DiceLensError as above; the signal's reason
 */
export async function simulatePrepared(
  prepared: PreparedCases,
  settings: SamplerSettings,
  context: SimulationContext,
  { isBrief = false }: { readonly isBrief?: boolean } = {},
): Promise<PseudoDiceResult> {
  demandFewPatches(settings);
  const { kept, read, scheme } = prepared;
  const way = scheme.regions.length > 0 ? 'regions' : 'labels';
  const counted = read.map(({ result }) => toCohortCase(result, { reference: '', prediction: '' }));
  const structures = listSimulated(scheme, counted, read);
  if (structures.length === 0) throw new DiceLensError('pseudoNoStructures', undefined);
  const { sampled, drawSeed } = await sampleCases(prepared, structures, settings.seed);
  const isRaw = way === 'regions' && read.every(({ result }) => result.rawRegionScores !== null);
  const draws = drawPatches(sampled, settings, seededRandom(drawSeed));
  const plan = planSampling(sampled, settings);
  const { sums, expected } = await countSimulated(
    { kept, sampled, structures, isRaw, draws, plan, settings, hasExpected: !isBrief },
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
    luck: isBrief ? [] : LUCK_EPOCHS.map((length) => checkpointLuck(means, length, { seed: settings.seed })),
    warnings: read.flatMap(({ result }) =>
      result.warnings.map((warning) => ({ case: result.name, warning })),
    ),
  };
}
