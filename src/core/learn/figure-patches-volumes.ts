import { mean } from '../statistics/bootstrap.ts';
import { dice } from '../counts/confusion.ts';
import { pseudoDiceWords as words } from '../messages/learn-pseudo-dice.ts';
import { NNUNET_SAMPLING, type SamplerSettings } from '../pseudo-dice/patch-settings.ts';
import { spreadOf, type Spread } from '../pseudo-dice/pseudo-dice.ts';
import type { FigureModel } from './figure-model.ts';
import type { FigureValues } from './figure-state.ts';
import {
  COHORT_EDGE,
  cohortPhantom,
  confusionOfRegion,
  patchesAsPair,
  simulateCohort,
  type SimulatedCohort,
} from './cohort-phantom.ts';

/** At most so many voxels of patches are counted one by one beside the tables. */
const MOST_VOXELS = 800_000;
const EPOCHS = 60;

/** The whole tumour in patches, epoch by epoch, and in whole volumes. */
export interface PatchesVolumes {
  readonly simulated: SimulatedCohort;
  readonly patch: number;
  /** Pseudo Dice of the whole tumour of each epoch. */
  readonly dice: readonly number[];
  readonly spread: Spread;
  /** Of all volumes together, and the mean of the cases' own. */
  readonly pooled: number;
  readonly meanOfCases: number;
  /** Middle of the largest case: bit 0 reference, bit 1 predicted. */
  readonly slice: Uint8Array;
  readonly sliceZ: number;
  /** Patches counted voxel by voxel, and what is in them. */
  readonly checked: number;
  readonly checkedTp: number;
}

/** Pseudo Dice counts patches, the validation whole volumes: the same predictions, two numbers. */
export const PATCHES_VOLUMES: FigureModel<PatchesVolumes> = {
  name: 'patches-volumes',
  parameters: [
    { name: 'patch', min: 8, max: 40, step: 4, initial: 16, label: words.patch, value: words.cube },
    { name: 'forced', min: 0, max: 100, step: 5, initial: 50, label: words.forced, value: words.percent },
  ],
  pairs: (values) => {
    const settings = settingsOf(values);
    const { draws } = simulateCohort(settings);
    const count = checkedPatches(values, draws.perEpoch);
    return [...cohortPhantom().map(({ pair }) => pair), patchesAsPair(draws, count, settings.patch)];
  },
  result: (values, counts) => {
    const simulated = simulateCohort(settingsOf(values));
    const cases = counts.slice(0, -1).map((one) => confusionOfRegion(one, 0));
    const scores = simulated.epochs.map((epoch) => epoch.dice[0]);
    const total = { tp: 0, fp: 0, fn: 0 };
    for (const { tp, fp, fn } of cases) {
      total.tp += tp;
      total.fp += fp;
      total.fn += fn;
    }
    return {
      simulated,
      patch: values.patch,
      dice: scores,
      spread: spreadOf(scores),
      pooled: dice(total),
      meanOfCases: mean(cases.map(dice)),
      ...sliceOfLargest(),
      checked: checkedPatches(values, simulated.draws.perEpoch),
      checkedTp: confusionOfRegion(counts[counts.length - 1], 0).tp,
    };
  },
  numbers: ({ spread, pooled, meanOfCases, simulated, checked, checkedTp }) => ({
    pseudo: spread.mean,
    low: spread.low,
    high: spread.high,
    pooled,
    meanOfCases,
    forcedOfFirst: simulated.draws.forced.slice(0, simulated.draws.perEpoch).filter((region) => region >= 0)
      .length,
    checked,
    checkedTp,
  }),
};

/** Settings of nnU-Net but for patch and forced share. */
function settingsOf({ patch, forced }: FigureValues): SamplerSettings {
  return {
    ...NNUNET_SAMPLING,
    patch: [patch, patch, patch],
    epochs: EPOCHS,
    oversampling: forced / 100,
    isProbabilistic: true,
  };
}

function checkedPatches({ patch }: FigureValues, perEpoch: number): number {
  return Math.min(perEpoch, Math.floor(MOST_VOXELS / patch ** 3));
}

function sliceOfLargest() {
  const { reference, predicted } = cohortPhantom()[0].pair;
  const z = 20;
  const plane = COHORT_EDGE ** 2;
  const slice = reference
    .subarray(z * plane, (z + 1) * plane)
    .map((label, i) => (label > 0 ? 1 : 0) | (predicted[z * plane + i] & 1 ? 2 : 0));
  return { slice, sliceZ: z };
}
