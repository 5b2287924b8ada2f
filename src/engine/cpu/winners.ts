import type { Codes, ProbabilityVolume } from '../../core/volume.ts';

/** The bits of +infinity: bits above are NaN or negative. */
const INFINITY = { float16: 0x7c00, float32: 0x7f80_0000 };

/**
 * Adds the index of the channel with the largest value to each code, above one bit a channel. Equal values go
 * to the lower index; NaN and negative values count as 0. Non-negative floats are compared as their bits.
 */
export function addWinners(codes: Codes, channels: readonly ProbabilityVolume['data'][]): void {
  const winner = new Uint8Array(codes.length);
  if (channels[0] instanceof Float64Array) winnersOfDoubles(winner, channels as readonly Float64Array[]);
  else winnersOfBits(winner, channels as readonly (Uint16Array | Float32Array)[]);
  const shift = channels.length;
  for (let i = 0; i < codes.length; i++) codes[i] |= winner[i] << shift;
}

function winnersOfBits(winner: Uint8Array, channels: readonly (Uint16Array | Float32Array)[]): void {
  const largest = new Uint32Array(winner.length);
  channels.forEach((values, channel) => {
    const narrow = values instanceof Uint16Array;
    const bits = narrow ? values : new Uint32Array(values.buffer, values.byteOffset, values.length);
    const infinity = narrow ? INFINITY.float16 : INFINITY.float32;
    for (let i = 0; i < bits.length; i++) {
      if (bits[i] > largest[i] && bits[i] <= infinity) {
        largest[i] = bits[i];
        winner[i] = channel;
      }
    }
  });
}

function winnersOfDoubles(winner: Uint8Array, channels: readonly Float64Array[]): void {
  const largest = new Float64Array(winner.length);
  channels.forEach((values, channel) => {
    for (let i = 0; i < values.length; i++) {
      if (values[i] > largest[i]) {
        largest[i] = values[i];
        winner[i] = channel;
      }
    }
  });
}
