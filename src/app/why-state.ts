import type { CaseAccount } from '../core/account-labels.ts';
import type { StructureRef } from '../core/selection.ts';
import type { SlicePlane } from '../core/slice.ts';
import type { Plane } from '../core/slice-geometry.ts';
import type { WhyChoice } from '../core/why-choice.ts';
import type { OpenedCase, PieceList, VoxelReadout } from '../workers/case-session.ts';
import type { EditedNumbers, Edits, StructureMeasure } from '../workers/why-session.ts';

export type { EditedNumbers, Edits, StructureMeasure };

/** The numbers of the label map after edits. */
export interface Accounted extends EditedNumbers {
  readonly edits: Edits;
  readonly account: CaseAccount;
}

/** A slice and what it was cut for. */
export interface ShownSlice {
  readonly plane: SlicePlane;
  readonly numbers: Accounted;
  readonly distanceOf: StructureRef | null;
}

/** The part that is open below the tables. */
export type WhyPanel =
  | { readonly kind: 'definitions'; readonly structure: StructureRef }
  | { readonly kind: 'dice'; readonly structure: StructureRef }
  | { readonly kind: 'metric'; readonly structure: StructureRef; readonly metric: string };

/** Everything that the page shows that explains the drop of the open case. */
export interface Why {
  /** The case that it belongs to; another one needs another. */
  readonly of: OpenedCase;
  /** Edits as wished; `shown` follows. */
  readonly edits: Edits;
  /** Of the map after the edits that were counted last. */
  readonly shown: Accounted;
  readonly choice: WhyChoice | null;
  readonly pieces: PieceList | null;
  readonly piece: number;
  /** The waterfalls begin at the largest region, not at the nearest one. */
  readonly fromTop: boolean;
  readonly plane: Plane;
  readonly slice: ShownSlice | null;
  readonly readout: VoxelReadout | null;
  /** Whose boundary band is drawn. */
  readonly band: StructureRef | null;
  readonly bandMm: number;
  /** By `keyOfStructure`, of the edits shown; a structure that is not there has not been measured. */
  readonly measures: ReadonlyMap<string, StructureMeasure>;
  /** How many structures are measured, of how many; null while none is. */
  readonly measuring: { readonly done: number; readonly total: number } | null;
  /** The measuring was stopped by hand. */
  readonly stopped: boolean;
  /** Tolerances in mm that are not the default, by `keyOfStructure`. */
  readonly tolerances: ReadonlyMap<string, number>;
  readonly panel: WhyPanel | null;
}

/** Where NSD is measured without another wish, mm. */
export const DEFAULT_TOLERANCE_MM = 2;

/** A structure as the key of a map. */
export function keyOfStructure(structure: StructureRef): string {
  return structure.kind === 'label' ? `label ${structure.value}` : `region ${structure.index}`;
}
