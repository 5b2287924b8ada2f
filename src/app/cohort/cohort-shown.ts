import { listStructures, WAYS, type Way } from '../../core/cohort/cohort-result.ts';
import {
  orderRows,
  passesFilter,
  TABLE_FILTERS,
  type TableFilter,
} from '../../core/cohort/cohort-table-order.ts';
import type { TableCase } from '../../core/cohort/cohort-table-case.ts';
import { tableRows, type TableRow } from '../../core/cohort/cohort-table.ts';
import { toPlotStructures, type PlotCohort, type PlotStructure } from '../../core/cohort/plot-cohort.ts';
import { toPlotCohort } from '../../core/cohort/plot-cohort-cases.ts';
import type { CohortState } from './cohort-state.ts';
import { keepLast } from './keep-last.ts';

/** What the page shows of a cohort: worked out from its state, once for each state. */
export interface ShownCohort {
  readonly way: Way;
  /** Ways in which the cohort can be evaluated. */
  readonly ways: readonly Way[];
  readonly structures: readonly PlotStructure[];
  /** Index of the chosen structure; 0 where none is. */
  readonly structure: number;
  /** Cases of the model or folder that is chosen, or all. */
  readonly scope: readonly TableCase[];
  /** Models that have a case among them. */
  readonly models: readonly string[];
  /** All rows of the scope, and those that are listed, in order. */
  readonly rows: readonly TableRow[];
  readonly listed: readonly TableRow[];
  readonly chosen: TableRow | null;
  readonly filterCounts: Readonly<Record<TableFilter, number>>;
  /** Names by which the list can be narrowed: models, or folders. */
  readonly folders: readonly string[];
  /** Every voxel's volume is known. */
  readonly isInMl: boolean;
}

let last: { readonly of: CohortState; readonly shown: ShownCohort } | null = null;

/** What is shown of a cohort. */
export function shownCohort(cohort: CohortState): ShownCohort {
  if (last?.of !== cohort) last = { of: cohort, shown: workOut(cohort) };
  return last.shown;
}

function workOut(cohort: CohortState): ShownCohort {
  const { cases, scheme, metric, sort, filter, query, isGrouped, model } = cohort;
  const scope = scopeOf(cases, model);
  const ways = waysOf(scope);
  const way = ways.includes(cohort.way) ? cohort.way : (ways[0] ?? cohort.way);
  const structures = structuresOf(scope, scheme, way);
  const structure = Math.max(
    0,
    structures.findIndex(({ key }) => key === cohort.structure),
  );
  const rows = rowsOf(scope, structures, way, metric);
  return {
    way,
    ways,
    structures,
    structure,
    scope,
    models: modelsIn(scope),
    rows,
    listed: listedOf(rows, structures, sort, filter, query, isGrouped, needsStructure(sort) ? structure : 0),
    chosen: rows.find(({ of }) => of.id === cohort.chosen) ?? null,
    filterCounts: filterCountsOf(rows),
    folders: foldersOf(cases),
    isInMl: isInMlOf(scope),
  };
}

/** Whether the order depends on the chosen structure. */
function needsStructure({ column }: CohortState['sort']): boolean {
  return column === 'fp' || column === 'fn';
}

const scopeOf = keepLast((cases: readonly TableCase[], model: string | null) => {
  const fits = (one: TableCase) => one.model === model || one.group === model;
  return model === null ? cases : cases.filter(fits);
});

const waysOf = keepLast((scope: readonly TableCase[]) =>
  WAYS.filter((way) => scope.some(({ evaluated }) => (evaluated?.[way].length ?? 0) > 0)),
);

const structuresOf = keepLast((scope: readonly TableCase[], scheme: CohortState['scheme'], way: Way) => {
  const evaluated = scope.flatMap((one) => one.evaluated ?? []);
  return toPlotStructures(listStructures(scheme, evaluated, way), scheme, way);
});

const rowsOf = keepLast(tableRows);
const modelsIn = keepLast((cases: readonly TableCase[]) => [...new Set(cases.map((one) => one.model))]);

const listedOf = keepLast(
  (
    rows: readonly TableRow[],
    structures: readonly PlotStructure[],
    sort: CohortState['sort'],
    filter: TableFilter,
    query: string,
    isGrouped: boolean,
    structure: number,
  ) => {
    const keys = structures.map(({ key }) => key);
    return orderRows(rows, keys, { sort, filter, query, model: null, isGrouped, structure });
  },
);

const filterCountsOf = keepLast((rows: readonly TableRow[]) => {
  const count = (filter: TableFilter) => rows.filter((row) => passesFilter(row, filter)).length;
  return Object.fromEntries(TABLE_FILTERS.map((filter) => [filter, count(filter)])) as Record<
    TableFilter,
    number
  >;
});

const foldersOf = keepLast((cases: readonly TableCase[]) => {
  const models = modelsIn(cases);
  const groups = [...new Set(cases.map((one) => one.group))];
  return [...(models.length > 1 ? models : []), ...(groups.length > 1 ? groups : [])];
});

const isInMlOf = keepLast((scope: readonly TableCase[]) =>
  scope.every(({ evaluated, voxelMl }) => evaluated === null || voxelMl !== null),
);

/** Plots are drawn anew at most so often while cases come in. */
const PLOTTED_EVERY_MS = 1500;

interface Plotted {
  readonly cohort: Readonly<Record<Way, PlotCohort>>;
  readonly of: readonly [scope: readonly TableCase[], scheme: CohortState['scheme']];
  readonly model: string | null;
  readonly atMs: number;
}
let plotted: Plotted | null = null;

/** What the plots are drawn from, by regions and by labels; a little behind the table while cases are counted. */
export function plottedCohort(cohort: CohortState): Readonly<Record<Way, PlotCohort>> {
  const { scope, models } = shownCohort(cohort);
  const { scheme, progress, model } = cohort;
  const isSame = plotted?.of[0] === scope && plotted.of[1] === scheme;
  const isRecent =
    progress !== null &&
    plotted?.model === model &&
    plotted.of[1] === scheme &&
    performance.now() - plotted.atMs < PLOTTED_EVERY_MS;
  if (plotted && (isSame || isRecent)) return plotted.cohort;
  const [regions, labels] = WAYS.map((way) => toPlotCohort(scope, models, scheme, way));
  plotted = { cohort: { regions, labels }, of: [scope, scheme], model, atMs: performance.now() };
  return plotted.cohort;
}
