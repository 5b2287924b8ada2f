import { mean, quantile } from '../statistics/bootstrap.ts';
import { dice, type Confusion } from '../counts/confusion.ts';
import { bestsOf, emaOf } from '../runs/ema.ts';
import { meanPseudoDice } from '../runs/run.ts';

/** Voxels of one structure summed over the patches of each epoch. */
export interface EpochSums {
  readonly tp: Float64Array;
  readonly nRef: Float64Array;
  readonly nPred: Float64Array;
}

/** One simulated epoch, as a log would state it but unrounded. */
export interface PseudoEpoch {
  /** Per structure; NaN where no patch of the epoch has it in either map. */
  readonly dice: readonly number[];
  /** Plain mean of those that are not NaN; NaN where none is left. */
  readonly mean: number;
  readonly ema: number;
  /** nnU-Net would write a new checkpoint_best. */
  readonly isBest: boolean;
}

/** Zeros for so many epochs. */
export function noSums(epochs: number): EpochSums {
  return {
    tp: new Float64Array(epochs),
    nRef: new Float64Array(epochs),
    nPred: new Float64Array(epochs),
  };
}

/** TP, FP and FN of one epoch. */
export function confusionOfEpoch({ tp, nRef, nPred }: EpochSums, epoch: number): Confusion {
  return { tp: tp[epoch], fp: nPred[epoch] - tp[epoch], fn: nRef[epoch] - tp[epoch] };
}

/**
 * Pseudo Dice of every epoch: TP, FP and FN are summed over all its patches, then one Dice per structure and their
 * nanmean; the EMA and its new bests follow. A NaN mean makes the EMA NaN for ever.
 * Source: nnU-Net v2, training/nnUNetTrainer/nnUNetTrainer.py, `on_validation_epoch_end`, and the logger.
 */
export function pseudoEpochs(sums: readonly EpochSums[], epochs: number): PseudoEpoch[] {
  const scores = Array.from({ length: epochs }, (_, epoch) =>
    sums.map((structure) => dice(confusionOfEpoch(structure, epoch))),
  );
  const means = scores.map((pseudoDice) => meanPseudoDice({ pseudoDice }));
  const emas = emaOf(means).map(({ ema }) => ema);
  const bests = new Set(bestsOf(emas));
  return scores.map((one, epoch) => ({
    dice: one,
    mean: means[epoch],
    ema: emas[epoch],
    isBest: bests.has(epoch),
  }));
}

/** How values lie over the epochs, NaN left out; all NaN where none is left. */
export interface Spread {
  readonly mean: number;
  /** The 5 % and 95 % quantiles. */
  readonly low: number;
  readonly high: number;
  readonly nanEpochs: number;
}

/** Mean and range of a series over the epochs. */
export function spreadOf(values: readonly number[]): Spread {
  const known = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  return {
    mean: mean(known),
    low: quantile(known, 0.05),
    high: quantile(known, 0.95),
    nanEpochs: values.length - known.length,
  };
}
