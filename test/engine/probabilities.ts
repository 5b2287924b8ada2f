import fc from 'fast-check';
import type { ProbabilityVolume } from '../../src/core/volume/volume.ts';

export type FloatType = ProbabilityVolume['type'];
export const FLOAT_TYPES: readonly FloatType[] = ['float16', 'float32', 'float64'];

/** The bits of values where comparisons go wrong: 0, -0, subnormals, 0.5 and its neighbours, infinity, NaN. */
const EDGES = {
  float16: [
    0, 0x8000, 1, 2, 0x3ff, 0x400, 0x37ff, 0x3800, 0x3801, 0x3c00, 0xb801, 0x7c00, 0x7c01, 0xfc00, 0x7e00,
    0xfe01,
  ],
  float32: [
    0, 0x8000_0000, 1, 2, 0x007f_ffff, 0x0080_0000, 0x3eff_ffff, 0x3f00_0000, 0x3f00_0001, 0x3f80_0000, 0xbf00_0001,
    0x7f80_0000, 0x7f80_0001, 0xff80_0000, 0x7fc0_0000, 0xffc0_0001,
  ], // prettier-ignore
};
const EDGES_OF_DOUBLE = [
  0,
  -0,
  5e-324,
  2.3e-308,
  0.5 - 2 ** -54,
  0.5,
  0.5 + 2 ** -53,
  1,
  -0.6,
  1 / 0,
  -1 / 0,
  NaN,
];

/** Thresholds that lie at the edges, between two floats, or where none should. */
export const THRESHOLDS = [
  0.5,
  0,
  -0,
  0.50000001,
  0.5001,
  2 ** -24,
  2 ** -25,
  2 ** -149,
  1e-9,
  -1e-9,
  -1,
  1,
  1e9,
  NaN,
];

/** A volume of edge values, the same one for the same seed. */
export function edgeProbabilities(
  type: FloatType,
  channels: number,
  voxels: number,
  seed = 1,
): ProbabilityVolume {
  const length = channels * voxels;
  const choice = (i: number, of: readonly number[]) =>
    of[(Math.imul(i + seed, 0x9e3779b1) >>> 9) % of.length];
  return { size: [voxels, 1, 1], channels, type, data: values() };

  function values() {
    if (type === 'float16') return Uint16Array.from({ length }, (_, i) => choice(i, EDGES.float16));
    if (type === 'float64') return Float64Array.from({ length }, (_, i) => choice(i, EDGES_OF_DOUBLE));
    return new Float32Array(Uint32Array.from({ length }, (_, i) => choice(i, EDGES.float32)).buffer);
  }
}

/** Any bits at all, edges more often, with a threshold a channel. */
export function anyProbabilities(mostChannels: number) {
  return fc
    .record({
      type: fc.constantFrom(...FLOAT_TYPES),
      channels: fc.integer({ min: 1, max: mostChannels }),
      voxels: fc.nat(40),
    })
    .chain(({ type, channels, voxels }) => {
      const length = { minLength: channels * voxels, maxLength: channels * voxels };
      const data = {
        float16: fc
          .array(fc.oneof(fc.constantFrom(...EDGES.float16), fc.nat(0xffff)), length)
          .map((bits) => Uint16Array.from(bits)),
        float32: fc
          .array(fc.oneof(fc.constantFrom(...EDGES.float32), fc.nat(0xffff_ffff)), length)
          .map((bits) => new Float32Array(Uint32Array.from(bits).buffer)),
        float64: fc
          .array(fc.oneof(fc.constantFrom(...EDGES_OF_DOUBLE), fc.double()), length)
          .map((values) => Float64Array.from(values)),
      }[type] as fc.Arbitrary<ProbabilityVolume['data']>;
      const threshold = fc.oneof(fc.constantFrom(...THRESHOLDS), fc.double());
      const thresholds = fc.array(threshold, { minLength: channels, maxLength: channels });
      return fc.record({
        probabilities: data.map((values): ProbabilityVolume => ({
          size: [voxels, 1, 1],
          channels,
          type,
          data: values,
        })),
        thresholds,
      });
    });
}
