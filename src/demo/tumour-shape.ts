import type { Vec3 } from '../core/volume/grid.ts';
import type { Origin } from './brain-phantom.ts';
import { fractalNoise, gradientNoise, smoothStep } from './noise.ts';
import { ellipsoid, length, smoothMin } from './shapes.ts';

/** In the white matter of the right hemisphere, frontal and parietal, above the lateral ventricle; world mm. */
const CENTRE: Vec3 = [31, -7, 34];
const SATELLITE: Vec3 = [28, -46, 33];
const PUSH_MM = 9;

/** Signed distances in mm, negative inside: the tumour core, and the necrosis in it. */
export interface CoreDistances {
  readonly core: number;
  readonly necrosis: number;
  /** True where the satellite is nearer than the main tumour. */
  readonly satellite: boolean;
}

/** Where tissue came from that a growing mass has pushed away, and how hard it is pressed; null where it did not move. */
export function massEffect(x: number, y: number, z: number): Origin | null {
  const [dx, dy, dz] = [x - CENTRE[0], y - CENTRE[1], z - CENTRE[2]];
  const far = length(dx, dy, dz);
  if (far > 60) return null;
  const fall = (far / 28) * (far / 28) * (far / 28);
  const kept = 1 - Math.min(0.8, PUSH_MM / (1 + fall * fall) / Math.max(far, 1));
  return {
    from: [CENTRE[0] + kept * dx, CENTRE[1] + kept * dy, CENTRE[2] + kept * dz],
    pressure: smoothStep(44, 22, far),
  };
}

/** A lobed core whose enhancing rim is thick here and thin there, and a small nodule apart from it. */
export function tumourShape(seed: number): (x: number, y: number, z: number) => CoreDistances {
  const warpX = fractalNoise(seed, 24, 2);
  const warpY = fractalNoise(seed + 1, 24, 2);
  const warpZ = fractalNoise(seed + 2, 24, 2);
  const rough = gradientNoise(seed + 3, 7);
  const rim = gradientNoise(seed + 4, 15);
  const frayed = gradientNoise(seed + 5, 6);
  return (x, y, z) => {
    const wx = x + 5 * warpX(x, y, z) - CENTRE[0];
    const wy = y + 5 * warpY(x, y, z) - CENTRE[1];
    const wz = z + 5 * warpZ(x, y, z) - CENTRE[2];
    const small = 1.1 * rough(x, y, z);
    const main = lobes(wx, wy, wz) + small;
    const nodule =
      ellipsoid(x - SATELLITE[0] + 0.3 * small, y - SATELLITE[1], z - SATELLITE[2], 5, 6.4, 5.6) +
      0.8 * small;
    const thickness = Math.max(1.4, 7.5 + 5.6 * rim(x, y, z) + 1.5 * frayed(x, y, z));
    const satellite = nodule < main;
    return satellite
      ? { core: nodule, necrosis: nodule + 3.4, satellite }
      : { core: main, necrosis: main + thickness, satellite };
  };
}

function lobes(x: number, y: number, z: number): number {
  const [along, across] = [0.906 * y - 0.423 * x, 0.906 * x + 0.423 * y];
  const body = ellipsoid(across, along, z, 14.5, 20, 15);
  const front = length(x - 4, y - 14, z + 6) - 9;
  const back = length(x + 3, y + 13, z - 7) - 10;
  const side = length(x - 11, y - 1, z - 6) - 9;
  return smoothMin(smoothMin(body, front, 5), smoothMin(back, side, 5), 5);
}
