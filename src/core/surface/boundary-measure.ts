import type { ContentBox } from '../volume/content-box.ts';
import { countByDistance, type BoundaryHistogram } from './boundary-histogram.ts';
import { signDistances } from './distance-signed.ts';
import type { Vec3 } from '../volume/grid.ts';
import { MAX_BAND_MM } from './boundary-zones.ts';
import {
  classifyVoxels,
  FN_VOXEL,
  growBox,
  joinBoxes,
  sizeOfBox,
  type StructurePair,
} from '../labels/structure-pair.ts';

/** The distances of the voxels in a box to a structure's reference boundary, and what they were counted to. */
export interface BoundaryMeasure {
  readonly box: ContentBox;
  /** x fastest, of the box; float64. Outside the box every voxel is farther out than 10 mm. */
  readonly signedMm: Float64Array;
  readonly histogram: BoundaryHistogram;
}

/**
 * Measures every voxel within 10 mm of the reference and every voxel of the prediction. Null where the reference has
 * no such structure or is filled by it: there is no boundary. Ignored voxels count as outside. `boxes`: what holds the structure in each map.
 * @throws DiceLensError spacingUnusable
 */
export function measureBoundary(
  pair: StructurePair,
  boxes: { readonly reference: ContentBox | null; readonly predicted: ContentBox | null },
  spacingMm: Vec3,
): BoundaryMeasure | null {
  if (!boxes.reference) return null;
  const reach = spacingMm.map((mm) => Math.max(1, Math.ceil(MAX_BAND_MM / mm))) as unknown as Vec3;
  const box = joinBoxes(growBox(boxes.reference, reach, pair.size), boxes.predicted) ?? boxes.reference;
  const classes = classifyVoxels(pair, box);
  const signedMm = signDistances(
    classes.map((value) => value & FN_VOXEL), // bit 0: in the reference
    sizeOfBox(box),
    spacingMm,
  );
  if (!Number.isFinite(signedMm[0])) return null;
  return { box, signedMm, histogram: countByDistance(classes, signedMm) };
}
