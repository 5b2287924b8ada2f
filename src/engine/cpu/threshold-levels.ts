import type { Comparison } from '../../core/reconstruction/rule.ts';
import { CURVE_THRESHOLDS } from '../../core/reconstruction/threshold-curves.ts';
import type { ProbabilityVolume } from '../../core/volume/volume.ts';
import { INFINITY_BITS, passes, passingBits } from '../threshold-bits.ts';

/** The level of every value: how many of the `CURVE_THRESHOLDS`, rounded to its type, it passes, 0 to 101. */
export type LevelFiller = (levels: Uint8Array, values: ProbabilityVolume['data']) => void;

/** float16: one look-up a value. float32: a guess, mended by comparing bits. float64: a guess, mended. */
export function levelFiller(type: ProbabilityVolume['type'], comparison: Comparison): LevelFiller {
  if (type === 'float64') {
    return (levels, values) => {
      for (let i = 0; i < values.length; i++) {
        levels[i] = mended(guess(values[i]), (step) => passes(values[i], CURVE_THRESHOLDS[step], comparison));
      }
    };
  }
  const ranges = CURVE_THRESHOLDS.map((threshold) => passingBits(threshold, type, comparison));
  const lowest = Uint32Array.from(ranges, (range) => range.lowest);
  if (type === 'float16') {
    const levelOf = new Uint8Array(0x1_0000);
    for (const { lowest: from, width } of ranges) for (let i = 0; i < width; i++) levelOf[from + i]++;
    return (levels, values) => {
      for (let i = 0; i < values.length; i++) levels[i] = levelOf[values[i]];
    };
  }
  return (levels, values) => {
    const bits = new Uint32Array(values.buffer, values.byteOffset, values.length);
    for (let i = 0; i < values.length; i++) {
      levels[i] = bits[i] > INFINITY_BITS.float32 ? 0 : levelOfBits(bits[i], guess(values[i]), lowest);
    }
  };
}

/** The level is off by one at most: thresholds are 0.01 apart, and rounding moves them far less. */
function guess(value: number): number {
  return value >= 1 ? CURVE_THRESHOLDS.length : value > 0 ? Math.trunc(value * 100) + 1 : 0;
}

function levelOfBits(bits: number, guessed: number, lowest: Uint32Array): number {
  let level = guessed;
  while (level < lowest.length && bits >= lowest[level]) level++;
  while (level > 0 && bits < lowest[level - 1]) level--;
  return level;
}

function mended(guessed: number, passesStep: (step: number) => boolean): number {
  let level = guessed;
  while (level < CURVE_THRESHOLDS.length && passesStep(level)) level++;
  while (level > 0 && !passesStep(level - 1)) level--;
  return level;
}
