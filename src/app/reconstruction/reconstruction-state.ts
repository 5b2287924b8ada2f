import type { Rule } from '../../core/reconstruction/rule.ts';
import type { RuleSelection } from '../../core/reconstruction/rule-selection.ts';
import type { SlicePlane } from '../../core/volume/slice.ts';
import type { Plane } from '../../core/volume/slice-geometry.ts';
import type { ThresholdCurves } from '../../core/reconstruction/threshold-curves.ts';
import type { OpenedCase, PieceList, VoxelReadout } from '../../workers/case/case-session.ts';
import type { Evidence, OpenedAudit, OpenedRule, RuleNumbers } from '../../workers/case/rule-session.ts';

export type { Evidence, OpenedAudit, OpenedRule, RuleNumbers };

/** What is laid over the image in the laboratory; `errors` of the structure chosen, `audit` of the label map given. */
export type LaboratoryMode = 'labels' | 'changes' | 'probability' | 'errors' | 'audit';

/** What is chosen: voxels of a pattern or a structure under the rule, or of a line of the audit. */
export type LaboratoryChoice = RuleSelection | ({ readonly kind: 'evidence' } & Evidence);

/** What the slices were cut for; those of another mode mean something else. */
export interface ShownSlices {
  readonly planes: Readonly<Record<Plane, SlicePlane | null>>;
  readonly numbers: RuleNumbers;
  readonly mode: LaboratoryMode;
  readonly region: number;
}

/** The audit of the label map that was given beside the regions. */
export type AuditState =
  { readonly kind: 'running' | 'stopped' | 'none' } | { readonly kind: 'done'; readonly opened: OpenedAudit };

/** Everything that the reconstruction page shows of the open case. */
export interface Laboratory {
  /** The case that it belongs to; another one needs another laboratory. */
  readonly of: OpenedCase;
  readonly opened: OpenedRule;
  /** The rule as wished; `shown` follows. */
  readonly rule: Rule;
  /** Rules before, to go back to; the last one first undone. */
  readonly before: readonly Rule[];
  /** Changes of one gesture are undone together; '' between gestures. */
  readonly gesture: string;
  readonly shown: ShownSlices | null;
  readonly readout: VoxelReadout | null;
  readonly curves: ThresholdCurves | null;
  /** The rule that the curves are of; another one's follow. */
  readonly curvesOf: Rule | null;
  /** All thresholds move as one. */
  readonly together: boolean;
  readonly mode: LaboratoryMode;
  /** Whose probability is shown. */
  readonly region: number;
  readonly choice: LaboratoryChoice | null;
  readonly pieces: PieceList | null;
  readonly piece: number;
  /** Number of pieces of the rows that were on screen, by `keyOfRow`; of the rule shown. */
  readonly pieceCounts: ReadonlyMap<string, number>;
  readonly audit: AuditState;
}
