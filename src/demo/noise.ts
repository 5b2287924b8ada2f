/**
 * Seeded randomness of the demo. Only +, -, *, /, square roots and powers of two stand here and in all
 * of src/demo: they round alike on every machine, so that the files come out byte for byte the same.
 */

/** A scrambled 32-bit number of three whole numbers and a seed. */
export function scramble(seed: number, x: number, y = 0, z = 0): number {
  let h = seed ^ Math.imul(x, 0x27d4eb2f) ^ Math.imul(y, 0x165667b1) ^ Math.imul(z, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Numbers in [0, 1), always the same ones for a seed. */
export function randomNumbers(seed: number): () => number {
  let count = 0;
  return () => scramble(seed, ++count) / 2 ** 32;
}

/** Standard normal to within the tails: the sum of four bytes of one scrambled number, which ends at 3.4. */
export function nearlyNormal(seed: number, index: number): number {
  const bits = scramble(seed, index);
  const sum = (bits & 255) + ((bits >>> 8) & 255) + ((bits >>> 16) & 255) + (bits >>> 24);
  return (sum - 510) / 147.8;
}

/** A smooth function of a place in mm, about -1 to 1, zero on average. */
export type Noise = (x: number, y: number, z: number) => number;

/** Gradient noise whose bumps are about `sizeMm` long. */
export function gradientNoise(seed: number, sizeMm: number): Noise {
  const scale = 1 / sizeMm;
  return (x, y, z) => gradientNoiseAt(seed, x * scale, y * scale, z * scale);
}

/** The innermost loop of the generator, hence without closures and arrays. */
function gradientNoiseAt(seed: number, x: number, y: number, z: number): number {
  const ix = Math.floor(x);
  const iy = Math.floor(y);
  const iz = Math.floor(z);
  const fx = x - ix;
  const fy = y - iy;
  const fz = z - iz;
  const u = ease(fx);
  const v = ease(fy);
  const front = mix(
    rowAt(seed, ix, iy, iz, fx, fy, fz, u),
    rowAt(seed, ix, iy + 1, iz, fx, fy - 1, fz, u),
    v,
  );
  const back = mix(
    rowAt(seed, ix, iy, iz + 1, fx, fy, fz - 1, u),
    rowAt(seed, ix, iy + 1, iz + 1, fx, fy - 1, fz - 1, u),
    v,
  );
  return 1.5 * mix(front, back, ease(fz));
}

function rowAt(
  seed: number,
  ix: number,
  iy: number,
  iz: number,
  fx: number,
  fy: number,
  fz: number,
  u: number,
): number {
  return mix(
    slope(scramble(seed, ix, iy, iz), fx, fy, fz),
    slope(scramble(seed, ix + 1, iy, iz), fx - 1, fy, fz),
    u,
  );
}

/** Gradient noise of several sizes, each half as long and half as strong as the one before. */
export function fractalNoise(seed: number, sizeMm: number, octaves: number): Noise {
  const parts = Array.from({ length: octaves }, (_, i) => gradientNoise(seed + 101 * i, sizeMm / 2 ** i));
  const whole = 2 - 2 ** (1 - octaves);
  return (x, y, z) => {
    let sum = 0;
    for (let i = 0; i < octaves; i++) sum += parts[i](x, y, z) / 2 ** i;
    return sum / whole;
  };
}

/** The value between a and b at t of the way. */
export function mix(a: number, b: number, t: number): number {
  return a + (b - a) * t;
}

/** 0 below `from`, 1 above `to`, smooth between. */
export function smoothStep(from: number, to: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
}

function ease(t: number): number {
  return t * t * t * (t * (t * 6 - 15) + 10);
}

/** The height at (x, y, z) of a slope in one of twelve directions, each along the diagonal of two axes. */
function slope(bits: number, x: number, y: number, z: number): number {
  const a = bits & 1 ? x : bits & 2 ? y : z;
  const b = bits & 1 ? y : bits & 2 ? z : x;
  return (bits & 4 ? a : -a) + (bits & 8 ? b : -b);
}
