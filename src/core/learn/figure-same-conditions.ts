import { confusionOf, dice, type Confusion } from '../counts/confusion.ts';
import { lengthWords as words } from '../messages/learn-length-figures.ts';
import { forcedShare } from '../pseudo-dice/patch-forced.ts';
import { drawPatches } from '../pseudo-dice/patch-sampler.ts';
import { NNUNET_SAMPLING, patchesPerEpoch, type SamplerSettings } from '../pseudo-dice/patch-settings.ts';
import { pseudoEpochs, spreadOf, type Spread } from '../pseudo-dice/pseudo-dice.ts';
import { NO_CONDITIONS, type RunConditions } from '../runs/run.ts';
import { compareConditions, type ConditionRow } from '../runs/run-compare.ts';
import { seededRandom } from '../statistics/random.ts';
import { countVoxels, type Vec3 } from '../volume/grid.ts';
import { ballCase, ballVoxels } from './batch-phantom.ts';
import type { FigureModel, FigurePair } from './figure-model.ts';
import { sumMask, sumPatches } from './patch-sums.ts';

const SIZE: Vec3 = [80, 80, 80];
const REFERENCE = { centre: [30, 36, 40], radius: 11 } as const;
/** The same ball moved by two voxels, and one that is not there, far from it. */
const PREDICTED = [
  { centre: [32, 36, 40], radius: 11 },
  { centre: [64, 58, 42], radius: 7 },
] as const;
const EPOCHS = 40;
const USUAL = { batch: 2, patch: 64, epochs: 1000 } as const;

/** How one training samples, and what its log says of the same predictions. */
export interface SampledRun {
  readonly batch: number;
  readonly patch: number;
  readonly epochs: number;
  readonly forced: number;
  readonly patchesPerEpoch: number;
  readonly voxelsPerEpoch: number;
  /** Mean pseudo Dice over simulated epochs and its 5 to 95 % range. */
  readonly pseudo: Spread;
}

export interface SameConditions {
  readonly rows: readonly ConditionRow[];
  readonly a: SampledRun;
  readonly b: SampledRun;
  /** Of the whole volume: the same for both. */
  readonly whole: Confusion;
  readonly dice: number;
}

/** Two trainings that predict exactly the same and differ in how they sample. */
export const SAME_CONDITIONS: FigureModel<SameConditions> = {
  name: 'same-conditions',
  parameters: [
    { name: 'batch', min: 1, max: 12, step: 1, initial: 4, label: words.batchB },
    { name: 'patch', min: 24, max: 96, step: 8, initial: 32, label: words.patchB, value: words.cubed },
    { name: 'epochs', min: 50, max: 1000, step: 50, initial: 1000, label: words.epochsB },
  ],
  pairs: () => [samePair()],
  result: ({ batch, patch, epochs }, [counts], [pair]) => {
    const masks = masksOf(pair);
    const whole = confusionOf(counts, isStructure, isStructure);
    return {
      rows: compareConditions([conditionsOf(USUAL), conditionsOf({ batch, patch, epochs })]),
      a: sampleRun(USUAL, masks),
      b: sampleRun({ batch, patch, epochs }, masks),
      whole,
      dice: dice(whole),
    };
  },
  numbers: ({ rows, a, b, dice: wholeDice }) => ({
    differing: rows.filter(({ differs }) => differs).length,
    dice: wholeDice,
    pseudoA: a.pseudo.mean,
    pseudoB: b.pseudo.mean,
    difference: b.pseudo.mean - a.pseudo.mean,
    forcedA: a.forced,
    forcedB: b.forced,
    voxelsA: a.voxelsPerEpoch,
    voxelsB: b.voxelsPerEpoch,
    nanEpochsB: b.pseudo.nanEpochs,
  }),
};

const isStructure = (code: number) => code === 1;

function samePair(): FigurePair {
  const reference = new Uint8Array(countVoxels(SIZE));
  const predicted = new Uint8Array(countVoxels(SIZE));
  for (const index of ballVoxels(SIZE, REFERENCE)) reference[index] = 1;
  for (const ball of PREDICTED) for (const index of ballVoxels(SIZE, ball)) predicted[index] = 1;
  return { rows: 2, columns: 2, reference, predicted };
}

function masksOf({ reference, predicted }: FigurePair) {
  return {
    both: sumMask(SIZE, (i) => reference[i] === 1 && predicted[i] === 1),
    reference: sumMask(SIZE, (i) => reference[i] === 1),
    predicted: sumMask(SIZE, (i) => predicted[i] === 1),
  };
}

type Sampling = Pick<SampledRun, 'batch' | 'patch' | 'epochs'>;

function conditionsOf({ batch, patch, epochs }: Sampling): RunConditions {
  return {
    ...NO_CONDITIONS,
    trainer: epochs === USUAL.epochs ? 'nnUNetTrainer' : `nnUNetTrainer_${epochs}epochs`,
    fold: '0',
    patchSize: [patch, patch, patch],
    batchSize: batch,
    plannedEpochs: epochs,
    iterationsPerEpoch: 250,
    initialLearningRate: 0.01,
    oversampling: NNUNET_SAMPLING.oversampling,
  };
}

function sampleRun({ batch, patch, epochs }: Sampling, masks: ReturnType<typeof masksOf>): SampledRun {
  const settings: SamplerSettings = {
    ...NNUNET_SAMPLING,
    batch,
    patch: [patch, patch, patch],
    epochs: EPOCHS,
  };
  const draws = drawPatches([ballCase('1', SIZE, [REFERENCE])], settings, seededRandom(settings.seed));
  const sums = sumPatches(draws, settings.patch, masks);
  const trained = { ...settings, iterations: 250 };
  return {
    batch,
    patch,
    epochs,
    forced: forcedShare(settings),
    patchesPerEpoch: patchesPerEpoch(trained),
    voxelsPerEpoch: patchesPerEpoch(trained) * countVoxels(settings.patch),
    pseudo: spreadOf(pseudoEpochs([sums], EPOCHS).map(({ mean }) => mean)),
  };
}
