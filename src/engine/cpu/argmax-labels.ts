import { countVoxels } from '../../core/volume/grid.ts';
import type { Codes, ProbabilityVolume } from '../../core/volume/volume.ts';
import { inChunks } from './in-chunks.ts';

/** The bits of +infinity: bits above are NaN or negative. */
const INFINITY_BITS = { float16: 0x7c00, float32: 0x7f80_0000 };

/**
 * The channel with the largest probability at every voxel, as a label network is read: channel 0 is background,
 * channel l the label l; equal values go to the lower channel. Negative values and NaN count as 0.
 * Source: nnU-Net v2, label_handling.py, `convert_probabilities_to_segmentation` without regions.
 * @throws the signal's reason, once aborted.
 */
export async function argmaxLabels(probabilities: ProbabilityVolume, signal?: AbortSignal): Promise<Codes> {
  const { size, channels, type, data } = probabilities;
  const voxels = countVoxels(size);
  const codes = channels <= 256 ? new Uint8Array(voxels) : new Uint16Array(voxels);
  // non-negative floats order as their bits
  const values = type === 'float32' ? new Uint32Array(data.buffer, data.byteOffset, data.length) : data;
  const highest = type === 'float64' ? Infinity : INFINITY_BITS[type];
  await inChunks(voxels, signal, (from, to) => {
    const best = new Float64Array(to - from);
    for (let channel = 0; channel < channels; channel++) {
      const start = channel * voxels + from;
      for (let i = 0; i < best.length; i++) {
        const value = values[start + i];
        if (value > best[i] && value <= highest) {
          best[i] = value;
          codes[from + i] = channel;
        }
      }
    }
  });
  return codes;
}
