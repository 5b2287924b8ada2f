import { dice, iou, precision, recall, type Confusion } from '../counts/confusion.ts';
import { nanMean } from '../statistics/pairwise-sum.ts';
import type { CohortCase, CohortStructure, Way } from './cohort-result.ts';
import type { TableCase } from './cohort-table-case.ts';

/** What a cell of a structure may show. */
export const TABLE_METRICS = ['dice', 'iou', 'precision', 'recall'] as const;
export type TableMetric = (typeof TABLE_METRICS)[number];

const METRICS: Readonly<Record<TableMetric, (counts: Confusion) => number>> = {
  dice,
  iou,
  precision,
  recall,
};

/** One case of the table; its lists stand in the order of the structures. */
export interface TableRow {
  readonly of: TableCase;
  /** NaN where the metric is not defined; empty until the case is evaluated. */
  readonly scores: readonly number[];
  /** Mean of the scores that are not NaN. */
  readonly mean: number;
  readonly counts: readonly Confusion[];
  /** Indices of the structures that only the prediction has, and those that only the reference has. */
  readonly falseStructures: readonly number[];
  readonly missingStructures: readonly number[];
}

/**
 * A row for each case, in the order given. A row is made once for a result: with thousands of cases of a hundred
 * labels only the new ones are worked out.
 */
export function tableRows(
  cases: readonly TableCase[],
  structures: readonly CohortStructure[],
  way: Way,
  metric: TableMetric,
): TableRow[] {
  const known = rowsKept(structures, way, metric);
  return cases.map((of) => {
    if (!of.evaluated) return { of, ...NOTHING };
    const kept = known.get(of.evaluated);
    if (kept?.of === of) return kept;
    const row = kept ? { ...kept, of } : makeRow(of, of.evaluated, structures, way, metric);
    known.set(of.evaluated, row);
    return row;
  });
}

const NOTHING: Omit<TableRow, 'of'> = {
  scores: [],
  mean: Number.NaN,
  counts: [],
  falseStructures: [],
  missingStructures: [],
};

let kept: { readonly name: string; readonly rows: WeakMap<CohortCase, TableRow> } | null = null;

function rowsKept(structures: readonly CohortStructure[], way: Way, metric: TableMetric) {
  const name = [way, metric, ...structures.map(({ key }) => key)].join('\n');
  if (kept?.name !== name) kept = { name, rows: new WeakMap() };
  return kept.rows;
}

function makeRow(
  of: TableCase,
  evaluated: CohortCase,
  structures: readonly CohortStructure[],
  way: Way,
  metric: TableMetric,
): TableRow {
  const byKey = new Map(evaluated[way].map((counts) => [counts.key, counts]));
  const counts = structures.map(({ key }): Confusion => byKey.get(key) ?? { tp: 0, fp: 0, fn: 0 });
  const scores = counts.map(METRICS[metric]);
  const indices = (holds: (one: Confusion) => boolean) => counts.flatMap((one, s) => (holds(one) ? [s] : []));
  return {
    of,
    scores,
    mean: nanMean(scores),
    counts,
    falseStructures: indices(({ tp, fp, fn }) => tp + fn === 0 && fp > 0),
    missingStructures: indices(({ tp, fp, fn }) => tp + fp === 0 && fn > 0),
  };
}

/** Steps of the tint; 0 is none. */
export const TINTS = 12;

/** A score this near to 1 has no tint. */
const SMALLEST_MISSING = 0.005;

/**
 * How strongly a score is tinted, from 0 to `TINTS`, by the logarithm of what it lacks to 1: a structure that is
 * missed altogether has the strongest. Positive where false positives lead, negative where false negatives do.
 */
export function tintOf(score: number, { fp, fn }: Confusion): number {
  const missing = 1 - score;
  if (!(missing > SMALLEST_MISSING)) return 0; // NaN neither
  const share = 1 - Math.log(missing) / Math.log(SMALLEST_MISSING);
  const steps = Math.max(1, Math.round(share * TINTS));
  return fp > fn ? steps : -steps;
}

/** The structure of a row with the lowest score, and what leads among its errors; null where nothing is wrong. */
export function largestError(
  row: TableRow,
): { readonly structure: number; readonly part: 'fp' | 'fn' } | null {
  let worst = -1;
  row.counts.forEach((one, s) => {
    const isLower = worst < 0 || row.scores[s] < row.scores[worst];
    if (one.fp + one.fn > 0 && !Number.isNaN(row.scores[s]) && isLower) worst = s;
  });
  if (worst < 0) return null;
  const { fp, fn } = row.counts[worst];
  return { structure: worst, part: fp > fn ? 'fp' : 'fn' };
}
