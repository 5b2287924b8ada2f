import { NNUNET_SAMPLING } from '../pseudo-dice/patch-settings.ts';
import { planSampling } from '../pseudo-dice/sampling-planner.ts';
import { emptyCase } from './batch-phantom.ts';
import { patchesWords as words } from '../messages/learn-patches-figures.ts';
import type { FigureModel } from './figure-model.ts';

/** Channels of the first stage of nnU-Net's networks, and bytes of a number there (float16, mixed precision). */
export const FIRST_CHANNELS = 32;
const HALF_BYTES = 2;

export interface MemorySettings {
  /** Edges in voxels. */
  readonly image: number;
  readonly patch: number;
  readonly batch: number;
}

export interface BatchMemory {
  readonly patchVoxels: number;
  readonly wholeVoxels: number;
  /** Whole images over patches. */
  readonly ratio: number;
  /** One output of a convolution at full resolution: 32 channels of float16 for every voxel of the batch. */
  readonly patchBytes: number;
  readonly wholeBytes: number;
}

/**
 * A batch of patches against a batch of whole images. A network keeps several such outputs for the way back, so
 * that this is a floor, not the memory of a training.
 */
export function compareMemory({ image, patch, batch }: MemorySettings): BatchMemory {
  const settings = { ...NNUNET_SAMPLING, batch, patch: [patch, patch, patch] as const };
  const { batchVoxels, wholeBatchVoxels } = planSampling([emptyCase('1', [image, image, image])], settings);
  const bytes = FIRST_CHANNELS * HALF_BYTES;
  return {
    patchVoxels: batchVoxels,
    wholeVoxels: wholeBatchVoxels,
    ratio: wholeBatchVoxels / batchVoxels,
    patchBytes: batchVoxels * bytes,
    wholeBytes: wholeBatchVoxels * bytes,
  };
}

/** Patches against whole images. */
export const PATCH_MEMORY: FigureModel<BatchMemory & MemorySettings> = {
  name: 'patch-memory',
  parameters: [
    { name: 'image', min: 64, max: 512, step: 16, initial: 256, label: words.imageEdge, value: words.cubed },
    { name: 'patch', min: 32, max: 256, step: 16, initial: 128, label: words.patchEdge, value: words.cubed },
    { name: 'batch', min: 1, max: 12, step: 1, initial: 2, label: words.batch },
  ],
  pairs: () => [],
  result: ({ image, patch, batch }) => ({ image, patch, batch, ...compareMemory({ image, patch, batch }) }),
  numbers: ({ patchVoxels, wholeVoxels, ratio, patchBytes, wholeBytes }) => ({
    patchVoxels,
    wholeVoxels,
    ratio,
    patchBytes,
    wholeBytes,
  }),
};
