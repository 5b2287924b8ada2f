import { DiceLensError } from '../../core/errors.ts';
import type { Codes, PatternVolume, ProbabilityVolume } from '../../core/volume.ts';
import { bitsAbove } from '../threshold-bits.ts';

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
      if (values instanceof Float64Array) setAbove(patterns, 1 << channel, values, thresholds[channel]);
      else setInRange(patterns, 1 << channel, values, thresholds[channel]);
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

function setInRange(
  patterns: Codes,
  bit: number,
  values: Uint16Array | Float32Array,
  threshold: number,
): void {
  const narrow = values instanceof Uint16Array;
  const { lowest, width } = bitsAbove(threshold, narrow ? 'float16' : 'float32');
  const bits = narrow ? values : new Uint32Array(values.buffer, values.byteOffset, values.length);
  for (let i = 0; i < bits.length; i++) patterns[i] |= (bits[i] - lowest) >>> 0 < width ? bit : 0;
}

/** float64 needs no bits: it is JavaScript's own type, compared without rounding or flushing. */
function setAbove(patterns: Codes, bit: number, values: Float64Array, threshold: number): void {
  for (let i = 0; i < values.length; i++) {
    if (values[i] > threshold && !(values[i] < 0) && !Object.is(values[i], -0)) patterns[i] |= bit;
  }
}
