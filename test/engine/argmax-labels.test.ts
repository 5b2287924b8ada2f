import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ProbabilityVolume } from '../../src/core/volume/volume.ts';
import { argmaxLabels } from '../../src/engine/cpu/argmax-labels.ts';
import golden from '../golden/nnunet_eval/reconstruction.json' with { type: 'json' };

const values = fc.array(fc.constantFrom(0, 0.25, 0.5, 0.500001, 1, 2 ** -24), {
  minLength: 12,
  maxLength: 12,
});

test.each(['float32', 'float64'] as const)('the first of the largest channels wins, %s', async (type) => {
  await fc.assert(
    fc.asyncProperty(values, async (list) => {
      const data = type === 'float32' ? Float32Array.from(list) : Float64Array.from(list);
      const volume: ProbabilityVolume = { size: [4, 1, 1], channels: 3, type, data };
      const expected = [0, 1, 2, 3].map((voxel) => {
        const channels = [0, 1, 2].map((channel) => data[channel * 4 + voxel]);
        return channels.indexOf(Math.max(...channels));
      });
      expect([...(await argmaxLabels(volume))]).toEqual(expected);
    }),
  );
});

test('float16 is compared by its bits, negative zero as zero', async () => {
  const half = 0x3800;
  const data = Uint16Array.of(half, 0x8000, 0, half + 1, half, 0); // two channels of three voxels
  const volume: ProbabilityVolume = { size: [3, 1, 1], channels: 2, type: 'float16', data };
  expect([...(await argmaxLabels(volume))]).toEqual([1, 1, 0]);
});

test('nnU-Net reads the same labels from the same probabilities', async () => {
  const channels = golden.probabilities_labels;
  const flat = channels.flatMap((channel) => channel.flat(2));
  const voxels = flat.length / channels.length;
  const volume: ProbabilityVolume = {
    size: [voxels, 1, 1],
    channels: channels.length,
    type: 'float32',
    data: Float32Array.from(flat),
  };
  const written = golden.results.find(({ mode }) => mode.startsWith('labels'))?.segmentation.flat(2);
  expect([...(await argmaxLabels(volume))]).toEqual(written);
});
