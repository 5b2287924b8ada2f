import type { AuditResult } from '../../core/reconstruction/audit.ts';
import type { CaseResult } from '../../core/case/case-result.ts';
import type { DatasetFinding } from '../../core/labels/dataset-checks.ts';
import type { Vec3 } from '../../core/volume/grid.ts';
import type { Rule } from '../../core/reconstruction/rule.ts';
import type { RuleMeaning, RuleSelection } from '../../core/reconstruction/rule-selection.ts';
import type { SlicePlane } from '../../core/volume/slice.ts';
import type { Plane } from '../../core/volume/slice-geometry.ts';
import type { ThresholdCurves } from '../../core/reconstruction/threshold-curves.ts';
import type { RuleChange } from '../../tasks/reconstruction/recount-rule.ts';
import type { LabelColour } from '../../io/volumes/write-label-tables.ts';
import type { PieceList, VoxelReadout } from './case-session.ts';
import type { Outcome } from '../outcome.ts';

export type { LabelColour, RuleChange };

/** What the regions of a case were read from; of `labels` alone the patterns are those that each label implies. */
export type RegionSource = 'probabilities' | 'masks' | 'labels';

/** What the laboratory gets of an open case. */
export interface OpenedRule {
  readonly source: RegionSource;
  /** The file that the regions were read from, '' for masks, and the type of its probabilities, else ''. */
  readonly file: string;
  readonly type: string;
  /** nnU-Net's rule and what it gives, to compare with. */
  readonly rule: Rule;
  readonly nnunet: CaseResult;
  /** What is wrong in dataset.json; null without one. */
  readonly findings: readonly DatasetFinding[] | null;
  /** A label map was given beside the regions: it can be audited. */
  readonly hasLabelMap: boolean;
}

/** Every number of a case under a rule, and what the codes on its slices mean. */
export interface RuleNumbers {
  readonly rule: Rule;
  readonly result: CaseResult;
  readonly changed: RuleChange;
  readonly meaning: RuleMeaning;
}

/**
 * What the slices hold: `reference` and, as `predicted` and `pattern`, the codes of the rule. With a region,
 * `pattern` is its probability, 0 to 255. Of `audit`, `reference` is the label map given and the codes are
 * those of nnU-Net's rule.
 */
export interface RuleSlices {
  readonly voxel: Vec3;
  readonly planes: readonly Plane[];
  readonly channel: number | null;
  readonly probabilityOf: number | null;
  readonly audit: boolean;
}

/** A rule as it is shown: `numbers` is null where they were said to be known. */
export interface RuleView {
  readonly numbers: RuleNumbers | null;
  readonly planes: readonly SlicePlane[];
  readonly readout: VoxelReadout;
}

/** What the label map given has where a pattern was predicted, as the audit lists it. */
export interface Evidence {
  readonly pattern: number;
  readonly label: number;
}

/** An audit and what the codes of its slices mean (`RuleSlices.audit`). */
export interface OpenedAudit {
  readonly audit: AuditResult;
  /** `reference`: the labels of the map given. */
  readonly meaning: RuleMeaning;
}

/** A volume that is saved: what the rule writes, or where it changed what was predicted. */
export type SavedVolume = 'labels' | 'changes';

/** A table of colours for the values of a label map, in the form of ITK-SNAP or 3D Slicer. */
export type ColourTable = 'snap' | 'slicer';

/**
 * The part of the worker's session that belongs to the reconstruction laboratory. Every call names its rule: the
 * worker keeps the last one counted, so that a changed place costs no second count.
 */
export interface RuleSession {
  openRule(): Promise<Outcome<OpenedRule>>;
  /** Counts the case under a rule, unless it is the last one counted, and cuts the slices. */
  viewRule(rule: Rule, slices: RuleSlices, isKnown: boolean): Promise<Outcome<RuleView>>;
  readRuleVoxel(rule: Rule, voxel: Vec3, channel: number | null): Promise<Outcome<VoxelReadout>>;
  findRulePieces(rule: Rule, selection: RuleSelection): Promise<Outcome<PieceList>>;
  findEvidence(evidence: Evidence): Promise<Outcome<PieceList>>;
  /** Null where there are no thresholds. Stopped when a rule is counted. */
  countRuleCurves(rule: Rule): Promise<Outcome<ThresholdCurves | null>>;
  auditLabels(): Promise<Outcome<OpenedAudit>>;
  stopAudit(): void;
  formatColourTable(colours: readonly LabelColour[], table: ColourTable): Promise<string>;
  /** A NIfTI file, gzipped, on the grid of the reference. */
  writeRuleVolume(rule: Rule, volume: SavedVolume): Promise<Outcome<Uint8Array<ArrayBuffer>>>;
}
