import { linearPercentile, weightedPercentile } from './surface-percentile.ts';

/** Tolerances in mm at which NSD is given where none is asked for. */
export const DEFAULT_TOLERANCES_MM: readonly number[] = [1, 2];

/** The distances in mm from every point of one surface to the other surface, and each point's area. */
export interface DirectedDistances {
  readonly mm: Float64Array;
  /** mm^2 each; null where every point counts the same. */
  readonly areas: Float64Array | null;
}

/** Both directions; a direction is empty where its surface is, and Infinity where the other one is. */
export interface PairDistances {
  readonly toPrediction: DirectedDistances;
  readonly toReference: DirectedDistances;
}

/** Distances between the surfaces of one structure, by both definitions. */
export interface SurfaceDistances {
  readonly elements: PairDistances;
  readonly border: PairDistances;
}

/** Where a structure is. */
export type Presence = 'both' | 'reference' | 'prediction' | 'neither';

/** By surface elements (DeepMind). Distances in mm; NaN where the structure is absent in either map. */
export interface ElementMetrics {
  readonly hdMm: number;
  readonly hd95Mm: number;
  /** One a tolerance, both surfaces pooled, in [0, 1]. */
  readonly nsd: readonly number[];
  /** Mean distance from the reference's surface to the predicted one, and back. */
  readonly asdMm: readonly [number, number];
  readonly areaReferenceMm2: number;
  readonly areaPredictedMm2: number;
}

/** By border voxels. Distances in mm; NaN where the structure is absent in either map. */
export interface BorderMetrics {
  readonly hdMm: number;
  readonly hd95Mm: { readonly maxDirected: number; readonly pooled: number };
  /** One a tolerance, in [0, 1]. */
  readonly nsd: readonly { readonly pooled: number; readonly meanOfDirected: number }[];
  readonly assdMm: { readonly pooled: number; readonly meanOfMeans: number };
  readonly voxelsReference: number;
  readonly voxelsPredicted: number;
}

/** Surface metrics of one structure by both named definitions (SPEC 5). */
export interface SurfaceMetrics {
  readonly presence: Presence;
  readonly tolerancesMm: readonly number[];
  readonly elements: ElementMetrics;
  readonly border: BorderMetrics;
}

/** Every surface metric of one structure from its distances, which are computed once. Within tolerance means <=. */
export function surfaceMetrics(
  { elements, border }: SurfaceDistances,
  tolerancesMm: readonly number[],
): SurfaceMetrics {
  return {
    presence: presenceOf(border),
    tolerancesMm,
    elements: elementMetrics(elements, tolerancesMm),
    border: borderMetrics(border, tolerancesMm),
  };
}

/**
 * HD: the largest distance either way. HD95: the larger of the two distances within which 95 % of a surface's area
 * lies. NSD: the share of both surfaces' area within the tolerance.
 * Source: google-deepmind/surface-distance, metrics.py.
 */
export function elementMetrics(
  { toPrediction, toReference }: PairDistances,
  tolerancesMm: readonly number[],
): ElementMetrics {
  const [areaReferenceMm2, areaPredictedMm2] = [weightOf(toPrediction), weightOf(toReference)];
  const isAbsent = toPrediction.mm.length === 0 || toReference.mm.length === 0;
  const percentile = ({ mm, areas }: DirectedDistances) => weightedPercentile(mm, areas, 0.95);
  const within = (mm: number) => weightWithin(toPrediction, mm) + weightWithin(toReference, mm);
  const orNaN = (value: () => number) => (isAbsent ? Number.NaN : value());
  return {
    hdMm: orNaN(() => Math.max(largestOf(toPrediction.mm), largestOf(toReference.mm))),
    hd95Mm: orNaN(() => Math.max(percentile(toPrediction), percentile(toReference))),
    nsd: tolerancesMm.map((mm) => orNaN(() => within(mm) / (areaReferenceMm2 + areaPredictedMm2))),
    asdMm: [orNaN(() => meanOf(toPrediction)), orNaN(() => meanOf(toReference))],
    areaReferenceMm2,
    areaPredictedMm2,
  };
}

/**
 * The same between the layers of border voxels, each of which counts 1; percentiles interpolate linearly.
 * `maxDirected`: the larger of the two directed percentiles (MONAI, MetricsReloaded); `pooled`: the percentile of both
 * directions together (MedPy, panoptica). NSD `pooled` over both borders (MONAI, MetricsReloaded) or the mean of the
 * two shares (panoptica). ASSD `pooled` over all border voxels (MONAI, MetricsReloaded) or the mean of the two means
 * (MedPy, panoptica; MASD in MetricsReloaded).
 */
export function borderMetrics(
  { toPrediction, toReference }: PairDistances,
  tolerancesMm: readonly number[],
): BorderMetrics {
  const [a, b] = [toPrediction.mm, toReference.mm];
  const isAbsent = a.length === 0 || b.length === 0;
  const orNaN = (value: () => number) => (isAbsent ? Number.NaN : value());
  const pooled = new Float64Array(a.length + b.length);
  pooled.set(a);
  pooled.set(b, a.length);
  const [meanA, meanB] = [meanOf(toPrediction), meanOf(toReference)];
  return {
    hdMm: orNaN(() => largestOf(pooled)),
    hd95Mm: {
      maxDirected: orNaN(() => Math.max(linearPercentile(a, 0.95), linearPercentile(b, 0.95))),
      pooled: orNaN(() => linearPercentile(pooled, 0.95)),
    },
    nsd: tolerancesMm.map((mm) => {
      const [inA, inB] = [weightWithin(toPrediction, mm), weightWithin(toReference, mm)];
      return {
        pooled: orNaN(() => (inA + inB) / pooled.length),
        meanOfDirected: orNaN(() => (inA / a.length + inB / b.length) / 2),
      };
    }),
    assdMm: {
      pooled: orNaN(() => (meanA * a.length + meanB * b.length) / pooled.length),
      meanOfMeans: orNaN(() => (meanA + meanB) / 2),
    },
    voxelsReference: a.length,
    voxelsPredicted: b.length,
  };
}

function presenceOf({ toPrediction, toReference }: PairDistances): Presence {
  if (toPrediction.mm.length > 0) return toReference.mm.length > 0 ? 'both' : 'reference';
  return toReference.mm.length > 0 ? 'prediction' : 'neither';
}

function largestOf(values: Float64Array): number {
  let largest = 0;
  for (let i = 0; i < values.length; i++) if (values[i] > largest) largest = values[i];
  return largest;
}

function weightOf({ mm, areas }: DirectedDistances): number {
  return weightWithin({ mm, areas }, Infinity);
}

function weightWithin({ mm, areas }: DirectedDistances, toleranceMm: number): number {
  let sum = 0;
  for (let i = 0; i < mm.length; i++) if (mm[i] <= toleranceMm) sum += areas ? areas[i] : 1;
  return sum;
}

function meanOf({ mm, areas }: DirectedDistances): number {
  let [sum, weight] = [0, 0];
  for (let i = 0; i < mm.length; i++) {
    const area = areas ? areas[i] : 1;
    sum += mm[i] * area;
    weight += area;
  }
  return sum / weight;
}
