import { mix, smoothStep } from './noise.ts';
import { ellipsoid, length, rod, smoothMax, smoothMin, tube, type TubePoint } from './shapes.ts';

/**
 * The large forms of the brain as signed distances in mm, negative inside. Places are in the head's own frame:
 * (0, 0, 0) is the anterior commissure, x to the right, y to the front, z up, about the size of the MNI brain.
 * Left and right are alike here; the folds and the noise make them differ.
 */

const TEMPORAL: readonly TubePoint[] = [
  [41, 3, -26, 17],
  [46, -22, -20, 20],
  [49, -48, -10, 21],
];
const STEM: readonly TubePoint[] = [
  [0, -22, -2, 13],
  [0, -26, -14, 13],
  [0, -25, -28, 15.5],
  [0, -32, -42, 12],
  [0, -41, -58, 8.5],
  [0, -46, -80, 7],
];

/** Both hemispheres without the fissures. */
export function cerebrum(x: number, y: number, z: number): number {
  const ax = Math.abs(x);
  const narrow = 1 + 0.1 * smoothStep(15, 70, y) + 0.06 * smoothStep(-60, -100, y);
  const upper = ellipsoid(ax * narrow, y + 16, z - 9, 67, 88, 66);
  const above = smoothMax(upper, baseHeight(ax, y) - z, 9);
  const lower = ellipsoid(ax - 27, y + 20, z + 15, 10, 26, 9); // parahippocampal gyrus
  return smoothMin(smoothMin(above, temporalLobe(x, y, z), 5), lower, 4);
}

/** Height of the underside of the cerebrum: orbital roof, chiasm, tentorium. */
function baseHeight(ax: number, y: number): number {
  const orbital = -25 + 7 * smoothStep(30, 68, y) + 5 * smoothStep(14, 0, ax);
  const front = smoothStep(-38, -14, y);
  const middle = smoothStep(30, 14, ax) * smoothStep(22, 4, y) * 11;
  return mix(tentorium(ax, y) - 1, orbital + middle, front);
}

/** The tent between cerebrum and cerebellum: high in the middle at the front, low at the sides and the back. */
function tentorium(ax: number, y: number): number {
  return Math.max(-19, 3 - 0.42 * ax - 0.26 * Math.max(0, -44 - y));
}

/** How far a place of the midline plane lies inside the part where the hemispheres are joined. */
export function junctionDepth(y: number, z: number): number {
  const arch = -ellipsoid(0, y + 5, z - 3, 1e3, 39, 25.5);
  return Math.max(arch, -rod(0, y, z, [0, -14, -2, 14], [0, -26, -20, 14]));
}

/** Distance to the sheet between the hemispheres. */
export function midlineDistance(x: number, y: number, z: number): number {
  return length(x, Math.max(0, junctionDepth(y, z)));
}

/** Distance to the lateral fissure: the cleft over the temporal lobe, and the space over the insula. */
export function lateralFissureDistance(x: number, y: number, z: number): number {
  const ax = Math.abs(x);
  const height = z + 3 + 0.46 * y;
  const cleft = length(0.9 * height, Math.max(0, 39.5 - ax), Math.max(0, Math.abs(y + 8) - 32));
  const insula = length(
    ax - 40.5 + 0.006 * (y + 2) * (y + 2) + 0.012 * height * height,
    Math.max(0, Math.abs(height - 2) - 12),
    Math.max(0, Math.abs(y + 1) - 20),
  );
  return Math.min(cleft, insula);
}

/** Negative inside the temporal lobe. */
export function temporalLobe(x: number, y: number, z: number): number {
  return tube(Math.abs(x), y, z, TEMPORAL, 6);
}

/** Both halves of the cerebellum and the vermis, under the tent. */
export function cerebellum(x: number, y: number, z: number): number {
  const ax = Math.abs(x);
  const half = ellipsoid(ax - 21, y + 65, z + 31, 31, 29, 28);
  const vermis = ellipsoid(x, y + 64, z + 24, 16, 22, 23);
  const roof = z - tentorium(ax, y);
  const notch = 5 - length(x, 0.7 * (y + 94)); // between the halves at the back
  return smoothMax(smoothMax(smoothMin(half, vermis, 6), roof, 6), notch, 4);
}

/** Midbrain, pons and medulla, cut by the edge of the grid. */
export function brainStem(x: number, y: number, z: number): number {
  const wide = 0.87 - 0.1 * smoothStep(10, 5, Math.abs(z + 28)); // the pons is broader than deep
  return tube(x * wide, y, z, STEM, 5);
}

/** What is left of the head after brain extraction: the brain, its sulci and cisterns. */
export function extractedBrain(x: number, y: number, z: number): number {
  const cisterns = ellipsoid(x, y + 20, z + 15, 32, 36, 15);
  const lower = smoothMin(cerebellum(x, y, z), brainStem(x, y, z), 10);
  return smoothMin(smoothMin(cerebrum(x, y, z), lower, 12), cisterns, 6) - 1.2;
}
