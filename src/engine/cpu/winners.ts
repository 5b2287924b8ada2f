import type { Codes, ProbabilityVolume } from '../../core/volume.ts';
import { INFINITY_BITS } from '../threshold-bits.ts';

/**
 * Adds the index of the channel with the largest value to each code, above one bit a channel. Equal values go
 * to the lower index; NaN and negative values count as 0. Non-negative floats are compared as their bits.
 */
export function addWinners(codes: Codes, channels: readonly ProbabilityVolume['data'][]): void {
  const [first] = channels;
  if (first instanceof Float64Array) addWinnersOfDoubles(codes, channels as readonly Float64Array[]);
  else if (first instanceof Uint16Array)
    addWinnersOfBits(codes, channels as Uint16Array[], INFINITY_BITS.float16);
  else addWinnersOfBits(codes, channels.map(bitsOf), INFINITY_BITS.float32);
}

function bitsOf({ buffer, byteOffset, length }: ProbabilityVolume['data']): Uint32Array {
  return new Uint32Array(buffer, byteOffset, length);
}

/** Without branches, since in noise no processor foresees which channel wins: a third of the time. */
function addWinnersOfBits(
  codes: Codes,
  channels: readonly (Uint16Array | Uint32Array)[],
  infinity: number,
): void {
  const count = channels.length;
  for (let i = 0; i < codes.length; i++) {
    let largest = 0;
    let winner = 0;
    for (let channel = 0; channel < count; channel++) {
      const bits = channels[channel][i];
      const value = bits <= infinity ? bits | 0 : 0;
      const wins = (largest - value) >> 31; // all ones where the value is larger
      largest ^= (largest ^ value) & wins;
      winner ^= (winner ^ channel) & wins;
    }
    codes[i] |= winner << count;
  }
}

function addWinnersOfDoubles(codes: Codes, channels: readonly Float64Array[]): void {
  const count = channels.length;
  for (let i = 0; i < codes.length; i++) {
    let largest = 0;
    let winner = 0;
    for (let channel = 0; channel < count; channel++) {
      const value = channels[channel][i];
      if (value > largest) {
        largest = value;
        winner = channel;
      }
    }
    codes[i] |= winner << count;
  }
}
