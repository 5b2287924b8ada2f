import { sayWarning } from '../errors.ts';
import { accountGap, type GapAccount } from './gap-account.ts';
import { sayGapStep } from './gap-sentence.ts';
import { approximation, sayLuck } from './luck-sentence.ts';
import { countForced, forcedShare } from './patch-forced.ts';
import { structuresOf } from './patch-sampler.ts';
import { spreadOf } from './pseudo-dice.ts';
import type { PseudoDiceResult } from './pseudo-dice-result.ts';
import { meanPseudoDice } from '../runs/run.ts';
import { sumStructures } from '../runs/run-summary.ts';
import { structureRows } from './pseudo-dice-rows.ts';

/** The gap account of a simulation; `lastEma` is that of a training's log, null where none is known. */
export function gapOf(result: PseudoDiceResult, lastEma: number | null): GapAccount {
  const { evaluated, raw, structures, epochs, settings } = result;
  return accountGap({
    evaluated,
    raw,
    names: Object.fromEntries(structures.map(({ key, name }) => [key, name])),
    simulated: {
      means: epochs.map(({ mean }) => mean),
      nanEpochs: structures.map((_, s) => epochs.filter(({ dice }) => Number.isNaN(dice[s])).length),
      structureMeans: structures.map((_, s) => spreadOf(epochs.map(({ dice }) => dice[s])).mean),
      forcedShare: forcedShare(settings),
    },
    lastEma,
  });
}

/** The steps of an account as plain data, each with its English sentence. */
export function gapJson({ steps, pulls }: GapAccount) {
  return {
    steps: steps.map((step) => ({
      code: step.code,
      value: step.value,
      change: step.change,
      sentence: sayGapStep(step, 'en'),
    })),
    pulls,
  };
}

/**
 * A simulation as dicelens/pseudo-dice@1: JSON with a line for each patch, epoch and case, since there may be
 * hundreds of thousands. NaN is null. Patches start at `start` (x, y, z; negative where the image is padded);
 * `forced` is the key of the structure, null where none was forced.
 */
export function formatPseudoDice(result: PseudoDiceResult, lastEma: number | null): string {
  const { settings, structures, epochs, evaluated, raw, draws, cases, plan } = result;
  const keys = structures.map(({ key }) => key);
  const byKey = <Value>(values: readonly Value[]) =>
    Object.fromEntries(keys.map((key, i) => [key, values[i]]));
  const means = epochs.map(({ mean }) => mean);
  const bests = [...epochs.keys()].filter((epoch) => epochs[epoch].isBest);
  const meanOf = (values: readonly number[]) => meanPseudoDice({ pseudoDice: values });
  const sums = sumStructures(evaluated);
  return formatLines({
    schema: 'dicelens/pseudo-dice@1',
    seed: settings.seed,
    settings: {
      patch: settings.patch,
      batch: settings.batch,
      iterations: settings.iterations,
      epochs: settings.epochs,
      oversampling: settings.oversampling,
      probabilistic: settings.isProbabilistic,
      order: settings.order,
      forcedPerBatch: settings.isProbabilistic ? null : countForced(settings.batch, settings.oversampling),
    },
    approximation: approximation(settings.patch, 'en'),
    rawRegions: result.isRaw,
    meanDice: meanOf(sums.map(({ meanDice }) => meanDice)),
    pooledDice: meanOf(sums.map(({ pooledDice }) => pooledDice)),
    rawPooledDice: raw ? meanOf(sumStructures(raw).map(({ pooledDice }) => pooledDice)) : null,
    pseudoDice: spreadOf(means),
    lastEma: epochs.at(-1)?.ema ?? null,
    bestEpochs: bests,
    bestEpoch: bests.at(-1) ?? null,
    bestEma: bests.length > 0 ? epochs[bests[bests.length - 1]].ema : null,
    structures: structureRows(result),
    cases: cases.map((one, i) => ({
      name: one.name,
      size: one.size,
      spacingMm: result.grids[i].spacingMm,
      present: structuresOf(one).map((s) => keys[s]),
      dice: byKey(keys.map((key) => evaluated.cases[i].counts[key].dice)),
      rawDice: raw && byKey(keys.map((key) => raw.cases[i].counts[key].dice)),
      expected: plan.perCase[i],
    })),
    plan: { batchVoxels: plan.batchVoxels, wholeBatchVoxels: plan.wholeBatchVoxels },
    luck: result.luck.map((luck) => {
      const { trainings, ...figures } = luck;
      return { ...figures, trainings: trainings.length, sentence: sayLuck(luck, 'en') };
    }),
    gap: gapJson(gapOf(result, lastEma)),
    warnings: result.warnings.map(({ case: name, warning }) => ({
      case: name,
      code: warning.code,
      message: sayWarning(warning, 'en'),
    })),
    epochs: epochs.map(({ dice, mean, ema, isBest }, epoch) => ({
      epoch,
      pseudoDice: byKey(dice),
      mean,
      ema,
      best: isBest,
    })),
    patches: Array.from(draws.cases, (index, i) => ({
      epoch: Math.floor(i / draws.perEpoch),
      iteration: Math.floor((i % draws.perEpoch) / settings.batch),
      sample: i % settings.batch,
      case: cases[index].name,
      start: [...draws.starts.subarray(3 * i, 3 * i + 3)],
      forced: draws.forced[i] < 0 ? null : keys[draws.forced[i]],
    })),
  });
}

/** JSON of an object, with a line for every field and for every item of a list of objects. */
function formatLines(fields: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(fields).map(([key, value]) => {
    const isList = Array.isArray(value) && typeof value[0] === 'object';
    const text = isList
      ? `[\n  ${value.map((item) => JSON.stringify(item)).join(',\n  ')}\n ]`
      : JSON.stringify(value);
    return ` ${JSON.stringify(key)}: ${text}`;
  });
  return `{\n${lines.join(',\n')}\n}\n`;
}
