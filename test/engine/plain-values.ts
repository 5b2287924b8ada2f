import type { ProbabilityVolume } from '../../src/core/volume/volume.ts';
import { float16Value, roundedToFloat16 } from './plain-loop.ts';

/** The number that stands at a voxel of a channel. */
export function valueAt({ size, type, data }: ProbabilityVolume, channel: number, voxel: number): number {
  const stored = data[channel * size[0] * size[1] * size[2] + voxel];
  return type === 'float16' ? float16Value(stored) : stored;
}

/** A threshold rounded once to the type of the data. */
export function roundedTo(type: ProbabilityVolume['type'], threshold: number): number {
  return type === 'float16'
    ? roundedToFloat16(threshold)
    : type === 'float32'
      ? Math.fround(threshold)
      : threshold;
}
