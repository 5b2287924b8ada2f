import { DiceLensError } from '../../core/errors.ts';
import type { Codes, PatternVolume, ProbabilityVolume } from '../../core/volume/volume.ts';
import { setPassing } from './set-passing.ts';

/** The most regions whose bits a pattern holds. */
export const MAX_REGIONS = 16;

/** Sets the bits of the voxels from `from` on in `patterns`, which holds as many as are wanted, all 0. */
export type PatternFiller = (patterns: Codes, from: number) => void;

/**
 * The regions predicted at every voxel: bit i where channel i exceeds `thresholds[i]` strictly, u8 codes up to
 * 8 regions, u16 up to 16. The threshold is rounded once to the type of the data; NaN and negative values,
 * -0 among them, set no bit.
 * @throws DiceLensError tooManyRegions above 16 channels.
 */
export function computePatterns(
  probabilities: ProbabilityVolume,
  thresholds: readonly number[],
): PatternVolume {
  const { size, channels } = probabilities;
  const fill = patternFiller(probabilities, thresholds);
  const codes = patternCodes(channels, size[0] * size[1] * size[2]);
  fill(codes, 0);
  return { size, regions: channels, codes };
}

/** Room for the patterns of that many voxels: u8 up to 8 regions, u16 up to 16. */
export function patternCodes(regions: number, voxels: number): Codes {
  return regions <= 8 ? new Uint8Array(voxels) : new Uint16Array(voxels);
}

/** What `computePatterns` does, a part of the volume at a time. */
export function patternFiller(
  probabilities: ProbabilityVolume,
  thresholds: readonly number[],
): PatternFiller {
  const { size, channels, data } = probabilities;
  const voxels = size[0] * size[1] * size[2];
  checkChannels(probabilities, thresholds);
  return (patterns, from) => {
    for (let channel = 0; channel < channels; channel++) {
      const start = channel * voxels + from;
      const values = data.subarray(start, start + patterns.length);
      setPassing(patterns, 1 << channel, values, thresholds[channel], '>');
    }
  };
}

/** Refuses what is not one threshold a channel and one value a voxel and channel, and more than 16 channels. */
export function checkChannels(
  { size, channels, data }: ProbabilityVolume,
  thresholds: readonly number[],
): void {
  if (channels > MAX_REGIONS) throw new DiceLensError('tooManyRegions', { regions: channels });
  if (thresholds.length !== channels) throw new RangeError('There must be one threshold a channel.');
  if (data.length !== size[0] * size[1] * size[2] * channels) {
    throw new RangeError('The probabilities do not fill their volume.');
  }
}
