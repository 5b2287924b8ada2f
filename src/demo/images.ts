import type { BrainPhantom } from './brain-phantom.ts';
import { GRID } from './head-frame.ts';
import { fractalNoise, gradientNoise, nearlyNormal, smoothStep } from './noise.ts';
import { OUTSIDE } from './tissues.ts';
import { EDEMA_REACH, type Tumour } from './tumour.ts';

/** What one MRI sequence makes of tissues and tumour: mean intensities before bias and noise. */
interface Sequence {
  /** By tissue code: outside, CSF, grey, white, striatum, pallidum, thalamus, stem, folia, cap, vessel, choroid. */
  readonly tissues: readonly number[];
  readonly edema: number;
  readonly enhancing: number;
  readonly necrosis: number;
  /** Standard deviation of the noise. */
  readonly noise: number;
}

/** T1-weighted with contrast agent: white matter bright, fluid dark, vessels and the tumour's rim brightest. */
export const T1CE: Sequence = {
  tissues: [0, 26, 81, 114, 92, 109, 99, 107, 85, 108, 195, 175],
  edema: 86,
  enhancing: 186,
  necrosis: 46,
  noise: 3,
};

/** Fluid dark, oedema brightest, grey matter a little brighter than white. */
export const FLAIR: Sequence = {
  tissues: [0, 20, 98, 80, 93, 74, 88, 84, 92, 104, 34, 60],
  edema: 168,
  enhancing: 134,
  necrosis: 92,
  noise: 3,
};

const STEP = 2; // stored values are even: noise that compresses

/** One channel: int16, 0 outside the brain. */
export function paintImage(
  seed: number,
  sequence: Sequence,
  brain: BrainPhantom,
  tumour: Tumour,
): Int16Array {
  const clean = new Float32Array(brain.first.length);
  const texture = fractalNoise(seed, 9, 2);
  const patchy = fractalNoise(seed + 10, 8, 2);
  const edema = edemaStrength(tumour);
  eachVoxel((voxel, x, y, z) => {
    if (brain.first[voxel] === OUTSIDE && brain.second[voxel] === OUTSIDE) return;
    const share = brain.share[voxel] / 255;
    const first = sequence.tissues[brain.first[voxel]];
    let value = first + share * (sequence.tissues[brain.second[voxel]] - first);
    value *= 1 + 0.03 * texture(x, y, z);
    if (edema[voxel] > 0) {
      const strength = edema[voxel] * Math.min(1, 0.86 + 0.2 * patchy(x, y, z));
      value += strength * (sequence.edema - value);
    }
    if (tumour.core[voxel] < 1) {
      const uneven = 1 + 0.24 * patchy(x, y, z);
      value += cover(tumour.core[voxel]) * (sequence.enhancing * uneven - value);
      value += cover(tumour.necrosis[voxel]) * (sequence.necrosis * (2 - uneven) - value);
    }
    clean[voxel] = value;
  });
  return scan(seed + 100, sequence.noise, blur(clean), brain);
}

/** Bias field and Rician noise, then rounding. */
function scan(seed: number, noise: number, clean: Float32Array, brain: BrainPhantom): Int16Array {
  const bias = gradientNoise(seed, 110);
  const stored = new Int16Array(clean.length);
  eachVoxel((voxel, x, y, z) => {
    if (brain.first[voxel] === OUTSIDE) return;
    const slope = 0.0009 * (y - 96) - 0.0006 * (z - 72);
    const real = clean[voxel] * (1 + slope + 0.13 * bias(x, y, z)) + noise * nearlyNormal(seed, 2 * voxel);
    const imaginary = noise * nearlyNormal(seed, 2 * voxel + 1);
    const magnitude = Math.sqrt(real * real + imaginary * imaginary);
    stored[voxel] = Math.max(STEP, STEP * Math.round(magnitude / STEP)); // 0 is for outside
  });
  return stored;
}

/** 0 to 1: full near the core, fading in the outermost third, soft at the edge of the label. */
function edemaStrength({ labels, spread }: Tumour): Float32Array {
  const strength = new Float32Array(labels.length);
  for (let voxel = 0; voxel < labels.length; voxel++) {
    if (labels[voxel] === 0) continue;
    strength[voxel] = 1 - 0.35 * smoothStep(0.5 * EDEMA_REACH, 1.1 * EDEMA_REACH, spread[voxel]);
  }
  return blur(strength);
}

/** Share of a voxel inside a solid whose surface is this many mm away, negative inside. */
function cover(distance: number): number {
  return smoothStep(0.7, -0.7, distance);
}

/** Spreads every voxel over its neighbours, as a scanner's point spread does: weights 1 4 1 along each axis. */
function blur(volume: Float32Array): Float32Array {
  const [sizeX, sizeY] = GRID.size;
  let from = volume;
  for (const stride of [1, sizeX, sizeX * sizeY]) {
    const to = from.slice();
    for (let voxel = stride; voxel < from.length - stride; voxel++) {
      to[voxel] = (from[voxel - stride] + 4 * from[voxel] + from[voxel + stride]) / 6;
    }
    from = to;
  }
  return from;
}

function eachVoxel(visit: (voxel: number, x: number, y: number, z: number) => void): void {
  const [sizeX, sizeY, sizeZ] = GRID.size;
  let voxel = 0;
  for (let z = 0; z < sizeZ; z++) {
    for (let y = 0; y < sizeY; y++) for (let x = 0; x < sizeX; x++, voxel++) visit(voxel, x, y, z);
  }
}
