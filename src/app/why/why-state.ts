import type { CaseAccount } from '../../core/account/account-labels.ts';
import type { ContentBox } from '../../core/volume/content-box.ts';
import type { StructureRef } from '../../core/labels/selection.ts';
import type { SlicePlane } from '../../core/volume/slice.ts';
import type { Plane } from '../../core/volume/slice-geometry.ts';
import type { WhyChoice } from '../../core/account/why-choice.ts';
import type { OpenedCase, PieceList, VoxelReadout } from '../../workers/case/case-session.ts';
import type {
  EditedNumbers,
  Edits,
  LesionWishes,
  MeasuredLesions,
  StructureMeasure,
} from '../../workers/case/why-session.ts';

export type { EditedNumbers, Edits, MeasuredLesions, StructureMeasure };

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

/** The number that is explained, and of which structure. */
export interface WhyPanel {
  readonly structure: StructureRef;
  readonly metric: string;
}

/** The lesion-wise view of one structure. */
export interface Lesions {
  readonly structure: StructureRef;
  readonly wishes: LesionWishes;
  /** Null until it has been measured. */
  readonly measured: MeasuredLesions | null;
  /** Index into the list, -1 where none was chosen. */
  readonly chosen: number;
}

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
  /** By `keyOfMeasure`, of the edits shown; a structure that is not there has not been measured. */
  readonly measures: ReadonlyMap<string, StructureMeasure>;
  /** How many structures are measured, of how many; null while none is. */
  readonly measuring: { readonly done: number; readonly total: number } | null;
  /** The measuring was stopped by hand. */
  readonly stopped: boolean;
  /** Tolerances in mm that are not the default, by `keyOfStructure`. */
  readonly tolerances: ReadonlyMap<string, number>;
  /** The boundary table is of the masks as predicted, before reconstruction. */
  readonly raw: boolean;
  /** The tool whose convention holds for absent structures, '' for none. */
  readonly emptyAs: string;
  readonly panel: WhyPanel | null;
  /** All definitions are shown of the structure whose band is drawn. */
  readonly definitions: boolean;
  readonly lesions: Lesions | null;
  /** The tools that change the label map are out. */
  readonly tools: boolean;
  /** Where the labels of the reference lie: what the slices are zoomed to. */
  readonly content: ContentBox | null;
}

/** Where NSD is measured without another wish, mm. */
export const DEFAULT_TOLERANCE_MM = 2;

/** A structure, raw or not, as the key of a measure. */
export function keyOfMeasure(structure: StructureRef, raw: boolean): string {
  return keyOfStructure(structure) + (raw ? ' raw' : '');
}

/** A structure as the key of a map. */
export function keyOfStructure(structure: StructureRef): string {
  return structure.kind === 'label' ? `label ${structure.value}` : `region ${structure.index}`;
}
