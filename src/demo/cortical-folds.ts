import { gradientNoise, randomNumbers } from './noise.ts';
import { length } from './shapes.ts';

/**
 * Distance in mm to the nearest sulcus from a place `depth` mm below the point (x, y, z) of the surface;
 * `reach` times as deep as usual.
 */
export type Folds = (x: number, y: number, z: number, depth: number, reach: number) => number;

const WAVES = 22;
const OTHER_SIDE = 57; // mm between the places of the waves that the hemispheres use: they must not mirror

const GENTLEST = 0.012; // slope per mm under which a wave counts as flat, so that no sulcus widens to a lake

/**
 * Sulci as sheets that hang from the surface: they follow the lines where a sum of waves of nearly one length
 * is zero, which wind like gyri do and keep their distance. Primary sulci are 9 to 21 mm deep and about
 * 13 mm apart; between them run shorter, shallow ones.
 */
export function corticalFolds(seed: number): Folds {
  const primary = waveSum(seed, 27);
  const secondary = waveSum(seed + 1, 21);
  const deep = gradientNoise(seed + 2, 24);
  const shallow = gradientNoise(seed + 3, 17);
  const swayX = gradientNoise(seed + 4, 15);
  const swayY = gradientNoise(seed + 5, 15);
  const swayZ = gradientNoise(seed + 6, 15);
  return (x, y, z, depth, reach) => {
    const sx = x + 2.4 * swayX(x, y, z);
    const sy = y + (x < 0 ? OTHER_SIDE : 0) + 2.4 * swayY(x, y, z);
    const sz = z + 2.4 * swayZ(x, y, z);
    return Math.min(
      length(primary(sx, sy, sz), Math.max(0, depth - reach * (15 + 7 * deep(x, y, z)))),
      length(secondary(sx, sy, sz), Math.max(0, depth - reach * (3.5 + 8 * shallow(x, y, z)))),
    );
  };
}

/** Signed distance, near enough, to where a sum of waves `lengthMm` long is zero. */
function waveSum(seed: number, lengthMm: number): (x: number, y: number, z: number) => number {
  const random = randomNumbers(seed);
  const waves = new Float64Array(4 * WAVES);
  for (let wave = 0; wave < WAVES; wave++) {
    const [x, y, z] = direction(random);
    const turns = (0.85 + 0.3 * random()) / lengthMm;
    waves.set([x * turns, y * turns, z * turns, random()], 4 * wave);
  }
  return (x, y, z) => {
    let sum = 0;
    let dx = 0;
    let dy = 0;
    let dz = 0;
    for (let i = 0; i < waves.length; i += 4) {
      const turn = waves[i] * x + waves[i + 1] * y + waves[i + 2] * z + waves[i + 3];
      const t = turn - Math.floor(turn);
      const half = t < 0.5 ? 2 * t : 2 - 2 * t; // up and down again
      sum += 2 * half * half * (3 - 2 * half) - 1; // rounded: a cosine but for 1 %
      const rise = 12 * half * (1 - half) * (t < 0.5 ? 2 : -2);
      dx += rise * waves[i];
      dy += rise * waves[i + 1];
      dz += rise * waves[i + 2];
    }
    return sum / Math.max(length(dx, dy, dz), GENTLEST * WAVES);
  };
}

function direction(random: () => number): readonly [number, number, number] {
  for (;;) {
    const [x, y, z] = [2 * random() - 1, 2 * random() - 1, 2 * random() - 1];
    const square = x * x + y * y + z * z;
    if (square > 0.01 && square < 1)
      return [x / Math.sqrt(square), y / Math.sqrt(square), z / Math.sqrt(square)];
  }
}
