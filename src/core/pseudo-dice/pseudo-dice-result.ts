import type { CheckpointLuck } from './checkpoint-luck.ts';
import type { Confusion } from '../counts/confusion.ts';
import type { Warning } from '../errors.ts';
import type { Grid } from '../volume/grid.ts';
import type { SampledCase } from './patch-locations.ts';
import type { PatchDraws } from './patch-sampler.ts';
import type { SamplerSettings } from './patch-settings.ts';
import type { EpochSums, PseudoEpoch } from './pseudo-dice.ts';
import type { EvaluationSummary } from '../runs/run-summary.ts';
import type { SamplingPlan } from './sampling-planner.ts';
import type { StructureRef } from '../labels/selection.ts';

/** A region, or a label where there are no regions, whose pseudo Dice is simulated. */
export interface SimulatedStructure {
  readonly structure: StructureRef;
  /** As in summary.json. */
  readonly key: string;
  readonly name: string;
}

/** What a simulation found; every array by structure is in nnU-Net's order. */
export interface PseudoDiceResult {
  readonly settings: SamplerSettings;
  readonly structures: readonly SimulatedStructure[];
  /** Raw masks of regions were compared, as nnU-Net does; else the label map. */
  readonly isRaw: boolean;
  readonly cases: readonly SampledCase[];
  readonly grids: readonly Grid[];
  /** Whole volumes: the evaluated label maps, and the regions before the reconstruction where they are known. */
  readonly evaluated: EvaluationSummary;
  readonly raw: EvaluationSummary | null;
  readonly draws: PatchDraws;
  readonly sums: readonly EpochSums[];
  readonly epochs: readonly PseudoEpoch[];
  /** What an epoch is expected to sum, per structure: fractions of voxels; null for tables that are too large. */
  readonly expected: readonly Confusion[] | null;
  readonly plan: SamplingPlan;
  readonly luck: readonly CheckpointLuck[];
  readonly warnings: readonly { readonly case: string; readonly warning: Warning }[];
}

/** More patches than one simulation draws and lists: 1000 epochs of 50 batches of 60. */
export const MAX_PATCHES = 3_000_000;
