import { NO_REVIEW, type AtlasReview, type ErrorAtlas } from '../../core/cohort/atlas-errors.ts';
import type { CohortStatistics } from '../../core/cohort/cohort-statistics.ts';
import type { TableCase } from '../../core/cohort/cohort-table-case.ts';
import type { TableMetric } from '../../core/cohort/cohort-table.ts';
import type { TableFilter, TableSort } from '../../core/cohort/cohort-table-order.ts';
import type { Way } from '../../core/cohort/cohort-result.ts';
import type { DiceLensError, Warning } from '../../core/errors.ts';
import { NO_SCHEME, type LabelScheme } from '../../core/labels/label-scheme.ts';
import type { EvaluationSummary } from '../../core/runs/run-summary.ts';
import type { NamedFile } from '../../workers/case/named-file.ts';

/** What the part below the table shows. */
export const COHORT_PANELS = ['statistics', 'dataset', 'summary', 'errors'] as const;
export type CohortPanel = (typeof COHORT_PANELS)[number];

/** How far counting has come. */
export interface CohortProgress {
  readonly done: number;
  readonly total: number;
  readonly failed: number;
  readonly reused: number;
  /** null until two cases have been counted. */
  readonly secondsLeft: number | null;
}

/** A summary.json that was opened; it is held against the recount, or fills the table where nothing else does. */
export interface OpenedSummary {
  readonly file: string;
  readonly folder: string;
  readonly summary: EvaluationSummary;
  /** Of one voxel, where all cases have the same; else null. */
  readonly voxelMl: number | null;
}

/** What the cohort page shows. */
export interface CohortState {
  /** For the bar: where the cases come from. */
  readonly title: string;
  /** Cases that were counted here, or those of a summary.json. */
  readonly source: 'files' | 'summary';
  readonly scheme: LabelScheme;
  /** What was noticed in dataset.json. */
  readonly warnings: readonly Warning[];
  /** In the order of the open list. With several models a case stands once for each. */
  readonly cases: readonly TableCase[];
  /** Names of the models, `['']` where there is one. */
  readonly models: readonly string[];
  /** Names of references that have no prediction. */
  readonly unmatched: readonly string[];
  readonly summaries: readonly OpenedSummary[];
  /** dataset.json that came with a summary.json alone. */
  readonly dataset: NamedFile | null;
  /** null while nothing is counted. */
  readonly progress: CohortProgress | null;
  /** Counting was stopped before all cases were done. */
  readonly isStopped: boolean;
  /** Of all cases that are listed without a search; null until they are there. */
  readonly statistics: CohortStatistics | null;
  /** The errors of all cases; null until they are asked for. */
  readonly atlas: ErrorAtlas | null;
  /** How far finding them has come; null while nobody looks for them. */
  readonly atlasProgress: { readonly done: number; readonly total: number } | null;
  readonly review: AtlasReview;
  /** What keeps all cases from being counted, such as a damaged dataset.json. */
  readonly failure: DiceLensError | null;

  readonly way: Way;
  readonly metric: TableMetric;
  /** Id of the chosen case; '' for none. */
  readonly chosen: string;
  /** Key of the chosen structure; '' is the first. */
  readonly structure: string;
  readonly sort: TableSort;
  readonly filter: TableFilter;
  readonly query: string;
  /** Model or group that is listed; null lists all. */
  readonly model: string | null;
  readonly isGrouped: boolean;
  /** Keys of structures whose columns are hidden. */
  readonly hidden: ReadonlySet<string>;
  readonly panel: CohortPanel;
}

/** Nothing counted yet. */
export const NO_COHORT: CohortState = {
  title: '',
  source: 'files',
  scheme: NO_SCHEME,
  warnings: [],
  cases: [],
  models: [''],
  unmatched: [],
  summaries: [],
  dataset: null,
  progress: null,
  isStopped: false,
  statistics: null,
  atlas: null,
  atlasProgress: null,
  review: NO_REVIEW,
  failure: null,
  way: 'regions',
  metric: 'dice',
  chosen: '',
  structure: '',
  sort: { column: 'mean', isDescending: false },
  filter: 'all',
  query: '',
  model: null,
  isGrouped: false,
  hidden: new Set(),
  panel: 'statistics',
};
