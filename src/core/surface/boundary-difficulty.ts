import type { BoundaryHistogram } from './boundary-histogram.ts';
import type { ElementMetrics } from './surface-metrics.ts';

/** What makes one structure harder to score on than another: how much surface its volume has. */
export interface BoundaryDifficulty {
  /** Area of the reference's surface over its volume, 1/mm; NaN where the reference has none. */
  readonly surfaceToVolume: number;
  /** E x voxel volume / mean of both surfaces' areas, mm: comparable between structures of different size. */
  readonly displacementMm: number;
}

/**
 * Surface-to-volume ratio and mean boundary displacement, areas by surface elements (SPEC 4). The displacement is how
 * far the boundaries lie apart if all errors are spread evenly over them; NaN where neither map has a surface. In an
 * image of one slice areas are lengths of contours and the voxel volume is that of a pixel, mm^2.
 */
export function measureDifficulty(
  { total: { tp, fp, fn } }: Pick<BoundaryHistogram, 'total'>,
  { areaReferenceMm2, areaPredictedMm2 }: ElementMetrics,
  voxelMm3: number,
): BoundaryDifficulty {
  const meanArea = (areaReferenceMm2 + areaPredictedMm2) / 2;
  const volumeMm3 = (tp + fn) * voxelMm3;
  return {
    surfaceToVolume: volumeMm3 === 0 ? Number.NaN : areaReferenceMm2 / volumeMm3,
    displacementMm: meanArea === 0 ? Number.NaN : ((fp + fn) * voxelMm3) / meanArea,
  };
}
