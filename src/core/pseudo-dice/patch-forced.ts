import { roundHalfEven } from '../text/round-half-even.ts';
import type { RunConditions } from '../runs/run.ts';
import type { SamplerSettings } from './patch-settings.ts';

/**
 * Samples of every batch that are forced to hold foreground: those from round(b (1 - share)) on, a half to the even.
 * At a share of 0.33: 0 of 1, 1 of 2, 3 and 4, 2 of 5, 3 of 9 and 10, 4 of 12, 16 of 49.
 * Source: nnU-Net v2, training/dataloading/data_loader.py, `_oversample_last_XX_percent`.
 */
export function countForced(batch: number, oversampling: number): number {
  return batch - roundHalfEven(batch * (1 - oversampling));
}

/** Share of all samples that are forced, in [0, 1]: of a batch of 2 it is 0.5 at nnU-Net's 0.33. */
export function forcedShare({ batch, oversampling, isProbabilistic }: SamplerSettings): number {
  return isProbabilistic ? oversampling : countForced(batch, oversampling) / batch;
}

/** Share of samples that a training forced, by its trainer, share and batch; null where it tells no share. */
export function trainedForcedShare({ oversampling, batchSize, trainer }: RunConditions): number | null {
  if (oversampling === null) return null;
  const isProbabilistic = batchSize === null || /probabilistic/i.test(trainer ?? '');
  return isProbabilistic ? oversampling : countForced(batchSize, oversampling) / batchSize;
}
