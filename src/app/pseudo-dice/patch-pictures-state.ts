import type { PatchDraws } from '../../core/pseudo-dice/patch-sampler.ts';
import type { SeenSummary } from '../../core/pseudo-dice/patch-slice-seen.ts';
import type { TileGround } from '../../core/pseudo-dice/sliding-slice.ts';
import type { ContentBox } from '../../core/volume/content-box.ts';
import type { Vec3 } from '../../core/volume/grid.ts';
import type { Plane } from '../../core/volume/slice-geometry.ts';
import type { SlicePlane } from '../../core/volume/slice.ts';
import type { CaseRequest } from '../../workers/case/case-session.ts';
import type { PicturedCase, TileSlice } from '../../workers/pseudo-dice/patch-pictures.ts';

/** What the grey ground counts: patches of all epochs, or of the one that is shown. */
export type SeenGround = 'training' | 'epoch';

/** The patches of a whole training in the pictured case. */
export interface CaseStarts {
  readonly of: PatchDraws;
  readonly caseIndex: number;
  /** x, y, z of the first voxels, three numbers a patch. */
  readonly starts: Int32Array;
  /** What the case and all these patches need. */
  readonly reach: ContentBox;
}

/** How often voxels are seen, and of which patches that holds. */
export interface ShownSeen extends SeenSummary {
  readonly starts: CaseStarts;
  readonly ground: SeenGround;
  readonly epoch: number;
}

/** The pictures of patches and tiles: one case, one place in it. */
export interface PatchPictures {
  readonly of: CaseRequest;
  /** Null while the case is read, or where it cannot be. */
  readonly opened: PicturedCase | null;
  readonly starts: CaseStarts | null;
  readonly plane: Plane;
  /** The slices go through this voxel. */
  readonly voxel: Vec3;
  /** The patch that the place was moved to. */
  readonly movedTo: number | null;
  readonly ground: SeenGround;
  readonly seen: ShownSeen | null;
  readonly slice: SlicePlane | null;

  /** Tiles are on view; else they are not read. */
  readonly hasTiles: boolean;
  /** Share of a tile from one to the next. */
  readonly step: number;
  readonly mirrorAxes: number;
  readonly tileGround: TileGround;
  /** Place of the chosen tile along x, y, z; null for the one in the middle. */
  readonly tile: Vec3 | null;
  readonly tiled: TileSlice | null;
}
