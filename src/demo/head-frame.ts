import type { Grid, Vec3 } from '../core/volume/grid.ts';
import { gradientNoise } from './noise.ts';

/** The grid of the demo: 1 mm, RAS. */
export const GRID: Grid = {
  size: [160, 192, 144],
  spacingMm: [1, 1, 1],
  affine: [1, 0, 0, -79.5, 0, 1, 0, -111.2, 0, 0, 1, -66.7],
};

const SIZE = 0.94; // of this head, the MNI brain being 1
const ROLL = 0.028; // tangents of the angles at which the head lay in the scanner
const YAW = 0.035;
const PITCH = -0.05;

/**
 * From world mm to the frame of brain-outline.ts: this head is smaller, lay a little turned, and is not quite
 * symmetric. Each turn is a shear by a small angle, near enough to a rotation.
 */
export function headFrame(seed: number): (x: number, y: number, z: number) => Vec3 {
  const [warpX, warpY, warpZ] = [0, 1, 2].map((axis) => gradientNoise(seed + axis, 46));
  return (x, y, z) => {
    const turnedX = x + ROLL * z + YAW * (y + 15);
    const turnedY = y - YAW * x + PITCH * z;
    const turnedZ = z - ROLL * x - PITCH * y;
    const [hx, hy, hz] = [turnedX / SIZE, turnedY / SIZE, turnedZ / SIZE];
    return [hx + 1.6 * warpX(hx, hy, hz), hy + 2.4 * warpY(hx, hy, hz), hz + 2 * warpZ(hx, hy, hz)];
  };
}
