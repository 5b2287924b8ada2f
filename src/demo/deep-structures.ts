import { ellipsoid, length, rod, smoothMax, tube, type TubePoint } from './shapes.ts';

/** Ventricles and nuclei as signed distances in mm, in the frame of brain-outline.ts. */

const LATERAL_VENTRICLE: readonly TubePoint[] = [
  [9, 33, 1, 2.2],
  [6, 25, 8, 4.4],
  [5, 8, 17, 5],
  [7, -14, 21, 4.8],
  [12, -34, 18, 5.4],
  [18, -42, 11, 5.6],
];
const OCCIPITAL_HORN: readonly TubePoint[] = [
  [25, -42, 10, 5.5],
  [26, -58, 7, 3.4],
  [23, -72, 5, 1.6],
];
const TEMPORAL_HORN: readonly TubePoint[] = [
  [25, -42, 9, 5],
  [32, -34, -3, 3.2],
  [34, -20, -13, 2.4],
  [30, -8, -18, 1.8],
];
const CAUDATE_TAIL: readonly TubePoint[] = [
  [15, 14, 12, 5.5],
  [17, -4, 21, 4],
  [21, -24, 22, 2.4],
];
const HIPPOCAMPUS: readonly TubePoint[] = [
  [24, -6, -21, 6],
  [26, -20, -16, 4.5],
  [25, -36, -4, 3],
];

/** Broader than high, the roof falling off to the sides, its outer wall dented by the caudate. */
export function lateralVentricle(x: number, y: number, z: number): number {
  const ax = Math.abs(x);
  const body = 1.15 * tube(0.75 * ax, y, z + 0.3 * (ax - 8), LATERAL_VENTRICLE, 4);
  const horns = Math.min(tube(ax, y, z, OCCIPITAL_HORN, 3), tube(ax, y, z, TEMPORAL_HORN, 3));
  const hollow = smoothMax(Math.min(body, horns), 0.6 - caudate(x, y, z), 2);
  return smoothMax(hollow, 0.8 - ax, 1); // the septum
}

/** Third ventricle, aqueduct and fourth ventricle. */
export function midlineVentricles(x: number, y: number, z: number): number {
  const third = smoothMax(ellipsoid(x, y + 10, z - 1, 2.6, 15, 11), 3.5 - length(y + 14, z - 2), 2);
  const aqueduct = rod(x, y, z, [0, -24, -2, 1.1], [0, -36, -20, 1.3]);
  const fourth = ellipsoid(x, y + 43, z + 33, 7, 5.5, 10);
  return Math.min(third, aqueduct, fourth);
}

/** The cleft round the midbrain and over the thalamus at the back. */
export function quadrigeminalCistern(x: number, y: number, z: number): number {
  return ellipsoid(x, y + 43, z + 1, 11, 5, 7);
}

/** Head, body and tail of both caudate nuclei. */
export function caudate(x: number, y: number, z: number): number {
  const ax = Math.abs(x);
  return Math.min(ellipsoid(ax - 14, y - 17, z - 6, 5.5, 10, 9), tube(ax, y, z, CAUDATE_TAIL, 3));
}

/** Both putamina, bent round the capsule. */
export function putamen(x: number, y: number, z: number): number {
  const outward = Math.abs(x) - 27 + 0.012 * (y - 3) * (y - 3);
  return ellipsoid(outward, y - 3, z - 2, 5.5, 17, 11);
}

/** Both pallida, on the inner side of the putamen. */
export function pallidum(x: number, y: number, z: number): number {
  const inward = Math.abs(x) - 19.5 + 0.2 * (y + 1);
  return smoothMax(ellipsoid(inward, y + 1, z - 0.5, 5, 10, 7), 1 - putamen(x, y, z), 1);
}

/** Both thalami, kept apart from the lateral ventricles. */
export function thalamus(x: number, y: number, z: number): number {
  const outward = Math.abs(x) - 10.5 + 0.22 * (y + 17);
  return smoothMax(ellipsoid(outward, y + 17, z - 7, 9.5, 15, 10), 0.3 - lateralVentricle(x, y, z), 1.5);
}

/** Both hippocampi, with the amygdala in front. */
export function hippocampus(x: number, y: number, z: number): number {
  return tube(Math.abs(x), y, z, HIPPOCAMPUS, 4);
}

/** Enhancing plexus in the trigone of each lateral ventricle. */
export function choroidPlexus(x: number, y: number, z: number): number {
  return ellipsoid(Math.abs(x) - 23.5, y + 40, z - 10, 2.4, 4.5, 5);
}
