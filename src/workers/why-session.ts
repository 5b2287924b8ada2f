import type { AccountCell } from '../core/account-terms.ts';
import type { BoundaryDifficulty } from '../core/boundary-difficulty.ts';
import type { BoundaryHistogram } from '../core/boundary-histogram.ts';
import type { CaseResult } from '../core/case-result.ts';
import type { Vec3 } from '../core/grid.ts';
import type { CodeMeaning } from '../core/select-voxels.ts';
import type { Selection, StructureRef } from '../core/selection.ts';
import type { SlicePlane } from '../core/slice.ts';
import type { Plane } from '../core/slice-geometry.ts';
import type { SurfaceMetrics } from '../core/surface-metrics.ts';
import type { PieceList, VoxelReadout } from './case-session.ts';
import type { Outcome } from './outcome.ts';

/** Changes of the evaluated label map, one after the other. */
export type Edits = readonly never[];

/** Voxels as cells of the joint counts, or as a selection of the case page. */
export type WhyVoxels =
  | { readonly kind: 'cells'; readonly cells: readonly AccountCell[] }
  | { readonly kind: 'selection'; readonly selection: Selection };

/** One slice of the page: where, of which image channel, and of which structure the distances are wanted. */
export interface WhySlices {
  readonly voxel: Vec3;
  readonly plane: Plane;
  readonly channel: number | null;
  readonly distanceOf: StructureRef | null;
}

/**
 * A slice with the edited map as `predicted`. `pattern` holds the distances of a structure that has been measured, as
 * core/drawn-distances.ts codes them; null without.
 */
export interface WhyView {
  readonly plane: SlicePlane;
  readonly readout: VoxelReadout;
}

/** The evaluated label map after edits, in numbers, and what the codes of its slices mean. */
export interface EditedNumbers {
  readonly result: CaseResult;
  readonly meaning: CodeMeaning;
}

/** Everything measured in mm of one structure. */
export interface StructureMeasure {
  /** Null where the reference has no such structure: there is no boundary. */
  readonly histogram: BoundaryHistogram | null;
  readonly surface: SurfaceMetrics;
  readonly difficulty: BoundaryDifficulty;
}

/**
 * The part of the worker's session that belongs to the page that explains the drop. Every call names the edits of the
 * evaluated label map; none is the map itself.
 */
export interface WhySession {
  countEdits(edits: Edits): Promise<Outcome<EditedNumbers>>;
  viewWhy(edits: Edits, slices: WhySlices): Promise<Outcome<WhyView>>;
  readWhyVoxel(edits: Edits, voxel: Vec3, channel: number | null): Promise<Outcome<VoxelReadout>>;
  findWhyPieces(edits: Edits, voxels: WhyVoxels): Promise<Outcome<PieceList>>;
  /** Measures one structure in a worker of its own; distances can be drawn (`WhySlices.distanceOf`) from then on. */
  measureStructure(
    edits: Edits,
    structure: StructureRef,
    tolerancesMm: readonly number[],
  ): Promise<Outcome<StructureMeasure>>;
  /** Stops what is measured at once. */
  stopMeasuring(): void;
}
