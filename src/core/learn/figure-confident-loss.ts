import { dice, type Confusion } from '../counts/confusion.ts';
import { checkpointWords as words } from '../messages/learn-checkpoint-figures.ts';
import type { FigureModel } from './figure-model.ts';

/** Voxels of the patch, and those of the structure in it. */
export const LOSS_VOXELS = 1_000_000;
export const LOSS_REFERENCE = 100_000;
/** Probability that the network gives to the right class where it is right. */
export const RIGHT_PROBABILITY = 0.99;
const SMOOTH = 1e-5;

export interface ConfidenceSettings {
  /** Share of the structure that is missed; as many voxels outside are taken for it. In [0, 1]. */
  readonly wrong: number;
  /** Probability that the network gives to the wrong class where it is wrong, in (0.5, 1). */
  readonly confidence: number;
}

/** One state of a network, judged by the loss and by the Dice. */
export interface ConfidenceScores extends Confusion {
  readonly tn: number;
  /** Of the label map: a voxel is wrong or right, however sure the network is. */
  readonly dice: number;
  readonly crossEntropy: number;
  /** Of the probabilities. */
  readonly softDice: number;
  /** Cross entropy - soft Dice, as the log states it (without the loss of the lower resolutions). */
  readonly loss: number;
}

/**
 * Loss and Dice of two classes in one patch of `LOSS_VOXELS`. Soft Dice (2 sum p y + s) / (sum p + sum y + s) of the
 * structure with s = 1e-5; cross entropy: mean of -ln of the right class's probability.
 * Source: nnU-Net v2, training/loss/dice.py, `MemoryEfficientSoftDiceLoss`; compound_losses.py, `DC_and_CE_loss`.
 */
export function scoreConfidence({ wrong, confidence }: ConfidenceSettings): ConfidenceScores {
  const fn = Math.round(wrong * LOSS_REFERENCE);
  const fp = fn;
  const tp = LOSS_REFERENCE - fn;
  const tn = LOSS_VOXELS - LOSS_REFERENCE - fp;
  const right = RIGHT_PROBABILITY;
  const inside = tp * right + fn * (1 - confidence);
  const predicted = inside + fp * confidence + tn * (1 - right);
  const softDice = (2 * inside + SMOOTH) / (predicted + LOSS_REFERENCE + SMOOTH);
  const crossEntropy = -((tp + tn) * Math.log(right) + (fn + fp) * Math.log(1 - confidence)) / LOSS_VOXELS;
  return {
    tp,
    fp,
    fn,
    tn,
    dice: dice({ tp, fp, fn }),
    crossEntropy,
    softDice,
    loss: crossEntropy - softDice,
  };
}

/** The chosen state of a network beside an earlier one. */
export interface ConfidentLoss {
  readonly wrong: number;
  readonly confidence: number;
  readonly earlier: ConfidenceScores;
  readonly now: ConfidenceScores;
  /** Loss and Dice over the confidence, at the chosen share of wrong voxels. */
  readonly curve: readonly { readonly confidence: number; readonly loss: number; readonly dice: number }[];
}

/** The earlier epoch: more voxels are wrong, but the network knows it is unsure. */
export const EARLIER_STATE: ConfidenceSettings = { wrong: 0.12, confidence: 0.6 };
const CURVE_FROM = 0.51;
const CURVE_TO = 0.999;
const CURVE_STEPS = 98;

/** Loss and Dice that part because of confidence on wrong voxels. */
export const CONFIDENT_LOSS: FigureModel<ConfidentLoss> = {
  name: 'confident-loss',
  parameters: [
    { name: 'wrong', min: 1, max: 30, step: 1, initial: 10, label: words.wrong, value: words.percent },
    { name: 'confidence', min: 0.51, max: 0.999, step: 0.001, initial: 0.97, label: words.confidence },
  ],
  pairs: () => [],
  result: ({ wrong, confidence }) => ({
    wrong: wrong / 100,
    confidence,
    earlier: scoreConfidence(EARLIER_STATE),
    now: scoreConfidence({ wrong: wrong / 100, confidence }),
    curve: Array.from({ length: CURVE_STEPS + 1 }, (_, i) => {
      const at = CURVE_FROM + ((CURVE_TO - CURVE_FROM) * i) / CURVE_STEPS;
      const { loss, dice: hard } = scoreConfidence({ wrong: wrong / 100, confidence: at });
      return { confidence: at, loss, dice: hard };
    }),
  }),
  numbers: ({ earlier, now }) => ({
    dice: now.dice,
    loss: now.loss,
    crossEntropy: now.crossEntropy,
    softDice: now.softDice,
    tp: now.tp,
    fp: now.fp,
    fn: now.fn,
    earlierDice: earlier.dice,
    earlierLoss: earlier.loss,
  }),
};
