import type { Warning } from '../errors.ts';
import type { Grid } from '../volume/grid.ts';
import type { JointCounts } from '../counts/joint-counts.ts';
import type { LabelScheme } from '../labels/label-scheme.ts';
import type { StructureRef } from '../labels/selection.ts';

/** Counts and scores of one structure; NaN where the structure is in neither map. */
export interface StructureScore {
  readonly structure: StructureRef;
  /** As in summary.json: "1" for a label, "(1, 2, 3)", "(3,)" or "3" for a region. */
  readonly key: string;
  readonly name: string;
  /** The label values of the structure, one for a label. */
  readonly labels: readonly number[];
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly tn: number;
  readonly dice: number;
  readonly iou: number;
  readonly precision: number;
  readonly recall: number;
  readonly nRef: number;
  readonly nPred: number;
}

/** One pattern that occurs: the regions predicted at a voxel, and what the reconstruction made of it. */
export interface PatternRow {
  /** Bit i is region i of the scheme. */
  readonly pattern: number;
  readonly voxels: number;
  /** The label written, 0 where no region is set. */
  readonly writes: number;
  /** Indices of the regions that contain the label written but were not predicted here. */
  readonly gained: readonly number[];
  /** Indices of the regions predicted here that do not contain the label written. */
  readonly lost: readonly number[];
  /** Voxels of this pattern by reference label, in the order of `CaseResult.labels`. */
  readonly byReference: readonly number[];
  /** What the change did to each region that gained or lost voxels here. */
  readonly effects: readonly { region: number; tp: number; fp: number; fn: number }[];
}

/** The drop from a region to the label that only it and its ancestors contain (SPEC 4). */
export interface Drop {
  readonly region: number;
  readonly label: number;
  /** Dice(region) - Dice(label) = volume + hierarchy; NaN where one of them is absent. */
  readonly drop: number;
  readonly volume: number;
  readonly hierarchy: number;
  /** How many times as much one error voxel counts in the label: V of the region over V of the label. */
  readonly weight: number;
}

/** What counted. As `EngineReport` of the engine; repeated here since core imports nothing. */
export interface CountedBy {
  readonly kind: 'gpu' | 'cpu';
  readonly adapter: string;
  readonly checked: boolean;
  readonly reason: string | null;
}

/** Every number that the case page, the exports and the command line show of one case. */
export interface CaseResult {
  readonly name: string;
  readonly grid: Grid;
  readonly engine: CountedBy;
  readonly voxels: number;
  /** Voxels whose reference is the ignore label: in no other count. */
  readonly ignored: number;
  readonly scheme: LabelScheme;
  /** The label value of each row and column of `joint`, ascending, 0 first. */
  readonly labels: readonly number[];
  /** N: reference label against label of the evaluated map (given or reconstructed). */
  readonly joint: JointCounts;
  readonly regionScores: readonly StructureScore[];
  /** Null where neither masks nor probabilities were given. */
  readonly rawRegionScores: readonly StructureScore[] | null;
  readonly labelScores: readonly StructureScore[];
  /** Null where neither masks nor probabilities were given; most voxels first, background pattern 0 left out. */
  readonly patterns: readonly PatternRow[] | null;
  readonly drops: readonly Drop[];
  readonly warnings: readonly Warning[];
}
