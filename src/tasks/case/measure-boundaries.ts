import { measureDifficulty, type BoundaryDifficulty } from '../../core/surface/boundary-difficulty.ts';
import { measureBoundary, type BoundaryMeasure } from '../../core/surface/boundary-measure.ts';
import type { StructureScore } from '../../core/case/case-result.ts';
import { voxelMeasure } from '../../core/surface/distance-spacing.ts';
import type { SurfaceMetrics } from '../../core/surface/surface-metrics.ts';
import { structureToMeasure, type CaseToMeasure } from './measure-case.ts';

/** Where the errors of one structure lie, and how hard its boundary makes it. */
export interface MeasuredBoundary {
  /** Null where the reference has no boundary of the structure. */
  readonly boundary: BoundaryMeasure | null;
  readonly difficulty: BoundaryDifficulty;
}

/**
 * The signed distances round one structure with their histogram, and its displacement from the areas of its surfaces.
 * The distances are kept for the band on the slices; one structure of a large tumour takes some 25 MB.
 * @throws DiceLensError spacingUnusable
 */
export function measureStructureBoundary(
  measured: CaseToMeasure,
  score: StructureScore,
  raw: boolean,
  metrics: SurfaceMetrics,
): MeasuredBoundary {
  const { pair, boxes } = structureToMeasure(measured, score.structure, raw);
  const boundary = measureBoundary(pair, boxes, measured.grid.spacingMm);
  const difficulty = measureDifficulty({ total: score }, metrics.elements, voxelMeasure(measured.grid));
  return { boundary, difficulty };
}
