import type { CohortCase } from '../../core/cohort/cohort-result.ts';
import type { CohortStatistics, WayOfModels } from '../../core/cohort/cohort-statistics.ts';
import type { Warning } from '../../core/errors.ts';
import type { CaseErrors } from '../../core/errors-of-case/pictured-errors.ts';
import type { LabelScheme, Region } from '../../core/labels/label-scheme.ts';
import type { EvaluationSummary } from '../../core/runs/run-summary.ts';
import type { Grid } from '../../core/volume/grid.ts';
import type { NamedFile } from '../case/named-file.ts';
import type { NamedVolume } from '../case/case-session.ts';
import type { Outcome } from '../outcome.ts';

/** The files of one case, without its images: nothing of them is counted. */
export interface CohortJob {
  readonly name: string;
  readonly reference: readonly NamedFile[];
  readonly prediction: readonly NamedFile[] | null;
  readonly probabilities: NamedFile | null;
  readonly masks: readonly NamedVolume[];
}

/** How all cases are evaluated. */
export interface CohortSetting {
  /** Of dataset.json. */
  readonly own: LabelScheme;
  /** Regions defined by hand; null where there are none. */
  readonly byHand: readonly Region[] | null;
}

/** What is kept of a case: plain, and small beside its volumes. */
export interface CountedCohortCase {
  readonly evaluated: CohortCase;
  /** Of the reference. */
  readonly grid: Grid;
  readonly warnings: readonly Warning[];
}

/** What dataset.json says, and what was noticed in it. */
export interface ReadSetting {
  readonly scheme: LabelScheme;
  readonly warnings: readonly Warning[];
}

/** A summary.json and what lies beside it. */
export interface ReadSummary {
  readonly summary: EvaluationSummary;
  /** Of one voxel, where dataset_fingerprint.json says the same of all cases; else null. */
  readonly voxelMl: number | null;
}

/** What a worker of the cohort does, one call at a time. */
export interface CohortWorker {
  readSummary(file: NamedFile, fingerprint: NamedFile | null): Promise<Outcome<ReadSummary>>;
  readSetting(dataset: NamedFile | null, labelNames: NamedFile | null): Promise<Outcome<ReadSetting>>;
  countCase(job: CohortJob, setting: CohortSetting): Promise<Outcome<CountedCohortCase>>;
  findErrors(job: CohortJob, setting: CohortSetting): Promise<Outcome<CaseErrors>>;
  computeStatistics(ways: readonly WayOfModels[]): Promise<Outcome<CohortStatistics>>;
}
