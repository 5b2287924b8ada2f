import type { Codes, ProbabilityVolume } from '../../core/volume/volume.ts';
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

function bitsOf({ buffer, byteOffset, length }: ProbabilityVolume['data']): Int32Array {
  return new Int32Array(buffer, byteOffset, length);
}

/** Channels by threes: a pass for three takes the time of one. Fewer are filled up with the last, which cannot win. */
function addWinnersOfBits(
  codes: Codes,
  channels: readonly (Uint16Array | Int32Array)[],
  infinity: number,
): void {
  const last = channels[channels.length - 1];
  const threeFrom = (first: number) => {
    const [a, b = last, c = last] = channels.slice(first, first + 3);
    return [a, b, c] as const;
  };
  if (channels.length <= 3) {
    addWinnersOfThree(codes, threeFrom(0), channels.length, infinity);
    return;
  }
  const largest = new Int32Array(codes.length);
  for (let first = 0; first < channels.length; first += 3) {
    addWinnersOfNextThree(codes, largest, threeFrom(first), first, channels.length, infinity);
  }
}

type Three = readonly [Uint16Array | Int32Array, Uint16Array | Int32Array, Uint16Array | Int32Array];

/** Without branches, since in noise no processor foresees which channel wins: a third of the time. */
function addWinnersOfThree(codes: Codes, [a, b, c]: Three, shift: number, infinity: number): void {
  for (let i = 0; i < codes.length; i++) {
    let x = a[i];
    let y = b[i];
    let z = c[i];
    x &= ~((x | (infinity - x)) >> 31); // 0 where NaN or negative
    y &= ~((y | (infinity - y)) >> 31);
    z &= ~((z | (infinity - z)) >> 31);
    const second = (x - y) >> 31; // all ones where the value is larger
    const third = ((x ^ ((x ^ y) & second)) - z) >> 31;
    codes[i] |= ((1 & second & ~third) | (2 & third)) << shift;
  }
}

/** The same, where other channels were looked at before: `largest` has the largest value so far. */
function addWinnersOfNextThree(
  codes: Codes,
  largest: Int32Array,
  [a, b, c]: Three,
  first: number,
  shift: number,
  infinity: number,
): void {
  const second = first + 1;
  const third = first + 2;
  const pattern = ~(-1 << shift);
  for (let i = 0; i < codes.length; i++) {
    let x = a[i];
    let y = b[i];
    let z = c[i];
    x &= ~((x | (infinity - x)) >> 31);
    y &= ~((y | (infinity - y)) >> 31);
    z &= ~((z | (infinity - z)) >> 31);
    let most = largest[i];
    let winner = codes[i] >> shift;
    let wins = (most - x) >> 31;
    most ^= (most ^ x) & wins;
    winner ^= (winner ^ first) & wins;
    wins = (most - y) >> 31;
    most ^= (most ^ y) & wins;
    winner ^= (winner ^ second) & wins;
    wins = (most - z) >> 31;
    largest[i] = most ^ ((most ^ z) & wins);
    winner ^= (winner ^ third) & wins;
    codes[i] = (codes[i] & pattern) | (winner << shift);
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
