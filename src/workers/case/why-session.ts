import type { AccountCell } from '../../core/account/account-terms.ts';
import type { ContentBox } from '../../core/volume/content-box.ts';
import type { BoundaryDifficulty } from '../../core/surface/boundary-difficulty.ts';
import type { BoundaryHistogram } from '../../core/surface/boundary-histogram.ts';
import type { CaseResult } from '../../core/case/case-result.ts';
import type { Vec3 } from '../../core/volume/grid.ts';
import type { CodeMeaning } from '../../core/volume/select-voxels.ts';
import type { Selection, StructureRef } from '../../core/labels/selection.ts';
import type { SlicePlane } from '../../core/volume/slice.ts';
import type { Plane } from '../../core/volume/slice-geometry.ts';
import type { SurfaceMetrics } from '../../core/surface/surface-metrics.ts';
import type { WhatIfEdit } from '../../core/account/what-if-edits.ts';
import type { LesionWishes, MeasuredLesions } from '../../tasks/case/measure-lesions.ts';
import type { PieceList, VoxelReadout } from './case-session.ts';
import type { Outcome } from '../outcome.ts';

/** Changes of the evaluated label map, one after the other. */
export type Edits = readonly WhatIfEdit[];

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

export type { LesionWishes, MeasuredLesions };

/** The evaluated label map after edits, in numbers, and what the codes of its slices mean. */
export interface EditedNumbers {
  readonly result: CaseResult;
  readonly meaning: CodeMeaning;
}

/** A structure to be measured; `raw` takes a region's mask as it was predicted, before reconstruction and edits. */
export interface MeasuredStructure {
  readonly structure: StructureRef;
  readonly raw: boolean;
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
  /** The box round all labels of the reference with a margin of some mm; null where it has none. */
  findWhyContent(): Promise<ContentBox | null>;
  countEdits(edits: Edits): Promise<Outcome<EditedNumbers>>;
  viewWhy(edits: Edits, slices: WhySlices): Promise<Outcome<WhyView>>;
  readWhyVoxel(edits: Edits, voxel: Vec3, channel: number | null): Promise<Outcome<VoxelReadout>>;
  findWhyPieces(edits: Edits, voxels: WhyVoxels): Promise<Outcome<PieceList>>;
  /** Measures one structure in a worker of its own; distances can be drawn (`WhySlices.distanceOf`) from then on. */
  measureStructure(
    edits: Edits,
    structure: MeasuredStructure,
    tolerancesMm: readonly number[],
  ): Promise<Outcome<StructureMeasure>>;
  /** Takes a structure apart into connected pieces, in the same worker. */
  measureLesions(
    edits: Edits,
    structure: StructureRef,
    wishes: LesionWishes,
  ): Promise<Outcome<MeasuredLesions>>;
  /** Stops what is measured at once. */
  stopMeasuring(): void;
}
