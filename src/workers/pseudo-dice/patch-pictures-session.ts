import type { Grid, Vec3 } from '../../core/volume/grid.ts';
import type { SeenSummary } from '../../core/pseudo-dice/patch-slice-seen.ts';
import type { PlaceTreatment } from '../../core/pseudo-dice/sliding-edges.ts';
import type { TileGround } from '../../core/pseudo-dice/sliding-slice.ts';
import type { StructureCells } from '../../core/pseudo-dice/patch-structure-cells.ts';
import type { Plane } from '../../core/volume/slice-geometry.ts';
import type { SlicePlane } from '../../core/volume/slice.ts';
import type { NamedFile } from '../case/named-file.ts';
import type { Outcome } from '../outcome.ts';

/** A reference that is held for pictures. */
export interface PicturedCase {
  readonly grid: Grid;
  /** Label value of each code on the slices. */
  readonly labels: readonly number[];
  readonly cells: StructureCells;
}

/** How a sliding window is laid over the held case. */
export interface TileSettings {
  readonly patch: Vec3;
  /** Share of a patch from tile to tile, in (0, 1]. */
  readonly step: number;
}

/** Tiles on one slice, as grey values, and what is the same on all slices. */
export interface TileSlice {
  readonly plane: SlicePlane;
  /** The largest value anywhere in the image. */
  readonly most: number;
  readonly places: readonly PlaceTreatment[];
}

/** What the worker of the pictures does; it holds the reference of one case. */
export interface PatchPicturesSession {
  /** Reads a reference in place of the one that is held. `ignore` is not among the structures in space. */
  openReference(files: readonly NamedFile[], ignore: number | null): Promise<Outcome<PicturedCase>>;
  /** Counts how often voxels are in patches of these starts (three numbers a patch), which it keeps for slices. */
  countSeen(patch: Vec3, starts: Int32Array): SeenSummary;
  /** A slice of labels over how often its voxels are seen; the grey image is the count. */
  readSeenSlice(plane: Plane, slice: number): SlicePlane;
  /** A slice of labels over its tiles; `tile` is the place of the single tile along x, y, z. */
  readTileSlice(
    settings: TileSettings,
    ground: TileGround,
    tile: Vec3,
    plane: Plane,
    slice: number,
  ): TileSlice;
}
