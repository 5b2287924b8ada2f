import type { Vec3 } from '../volume/grid.ts';
import { halfToNumber, nearestHalf } from '../volume/half-float.ts';

/** The largest weight, in v2. */
const PEAK = 10;

/**
 * Gaussian weights of a tile as nnU-Net v2 keeps them, x fastest: sigma = P / 8 about voxel floor(P / 2), scaled to a
 * peak of 10, rounded to float16, and zeros replaced by the smallest weight that is not 0. Axes of one voxel
 * weigh nothing.
 * Source: nnU-Net v2, inference/sliding_window_prediction.py, `compute_gaussian`.
 */
export function tileWeights(patch: Vec3): Float32Array {
  const [alongX, alongY, alongZ] = patch.map(profile);
  const weights = new Float32Array(patch[0] * patch[1] * patch[2]);
  let smallest = Infinity;
  let at = 0;
  for (const z of alongZ) {
    for (const y of alongY) {
      for (const x of alongX) {
        const weight = halfToNumber(nearestHalf(Math.fround(PEAK * x * y * z)));
        if (weight > 0 && weight < smallest) smallest = weight;
        weights[at++] = weight;
      }
    }
  }
  return weights.map((weight) => (weight === 0 ? smallest : weight));
}

/** exp(-d^2 / 2 sigma^2) along one axis, 1 at the centre. */
function profile(length: number): number[] {
  const sigma = length / 8;
  const centre = Math.floor(length / 2);
  return Array.from({ length }, (_, i) => Math.exp(-0.5 * ((i - centre) / sigma) ** 2));
}
