import { gradientNoise } from './noise.ts';
import { rod, type TubePoint } from './shapes.ts';

const ON_BOTH_SIDES: readonly (readonly TubePoint[])[] = [
  [
    [8, 3, -20, 1.8],
    [10, 4, -15, 1.7],
    [23, 5, -15, 1.5],
    [36, 7, -12, 1.3],
    [41, 0, -4, 1.1],
    [42, -12, 4, 1],
    [44, -26, 11, 0.8],
  ], // internal carotid, middle cerebral
  [
    [10, 4, -15, 1.4],
    [1.6, 12, -11, 1.1],
    [1.3, 33, -6, 1],
    [1.4, 40, 8, 0.9],
    [1.8, 34, 25, 0.8],
    [2.4, 16, 32, 0.6],
    [3, -6, 35, 0.4],
  ], // anterior cerebral
  [
    [0, -9, -19, 1.5],
    [9, -14, -16, 1.3],
    [17, -26, -10, 1.1],
    [19, -42, -4, 0.9],
  ], // posterior cerebral
  [
    [2.2, 3, 9, 0.9],
    [2, -14, 15, 1],
    [1.4, -36, 12, 1.3],
  ], // internal cerebral vein
];
const IN_THE_MIDDLE: readonly (readonly TubePoint[])[] = [
  [
    [0, -14, -56, 1.7],
    [0, -8.5, -36, 1.6],
    [0, -9, -19, 1.6],
  ], // basilar
  [
    [0, -38, 12, 1.6],
    [0, -47, 9, 1.9],
    [0, -72, -2, 1.9],
    [0, -98, -11, 2.2],
  ], // great vein and straight sinus
];

const RODS = [...ON_BOTH_SIDES, ...IN_THE_MIDDLE].flatMap((points) =>
  points.slice(1).map((to, i) => {
    const from = points[i];
    const near = [0, 1, 2].map((axis) => Math.min(from[axis], to[axis]) - 4);
    const far = [0, 1, 2].map((axis) => Math.max(from[axis], to[axis]) + 4);
    return { from, to, near, far };
  }),
);

/**
 * Distance to the large vessels of the base and the middle, in the frame of brain-outline.ts, right within 2 mm;
 * noise makes them wind a little.
 */
export function largeVessels(seed: number): (x: number, y: number, z: number) => number {
  const [bendX, bendY, bendZ] = [0, 1, 2].map((axis) => gradientNoise(seed + axis, 17));
  return (x, y, z) => {
    if (z > 42 || Math.abs(x) > 50) return Infinity;
    const ax = Math.abs(x + 1.5 * bendX(x, y, z));
    const by = y + 3 * bendY(x, y, z);
    const bz = z + 3 * bendZ(x, y, z);
    let nearest = Infinity;
    for (const { from, to, near, far } of RODS) {
      if (ax < near[0] || by < near[1] || bz < near[2] || ax > far[0] || by > far[1] || bz > far[2]) continue;
      nearest = Math.min(nearest, rod(ax, by, bz, from, to));
    }
    return nearest;
  };
}

/** Veins on the surface: thin winding tubes where two waves of noise are zero at once; `depth` from the outside. */
export function surfaceVeins(seed: number): (x: number, y: number, z: number, depth: number) => number {
  const [first, second] = [gradientNoise(seed, 19), gradientNoise(seed + 1, 23)];
  return (x, y, z, depth) => {
    const a = 11 * first(x, y, z);
    const b = 13 * second(x, y, z);
    return Math.sqrt(a * a + b * b) - 1.1 + Math.max(0, depth - 5);
  };
}
