import type { CohortCase, StructureCounts } from '../../core/cohort/cohort-result.ts';
import { wayOf } from '../../core/cohort/summary-check.ts';
import type { TableCase } from '../../core/cohort/cohort-table-case.ts';
import { NO_SCHEME, type LabelScheme } from '../../core/labels/label-scheme.ts';
import type { SummaryCase } from '../../core/runs/run-summary.ts';
import type { AppState } from '../state.ts';
import { sharedFolder } from './cohort-list.ts';
import type { CohortState, OpenedSummary } from './cohort-state.ts';

/** What the page shows where no files of cases are open: the cases of the summaries, or nothing. */
export function withSummaries({ runs }: Pick<AppState, 'runs'>, cohort: CohortState): CohortState {
  const ofRuns = runs && !runs.isDemo ? runs.list : [];
  const found: readonly OpenedSummary[] =
    cohort.summaries.length > 0
      ? cohort.summaries
      : ofRuns.flatMap(({ folder, summary }) =>
          summary ? [{ file: 'summary.json', folder: `${folder}/validation`, summary, voxelMl: null }] : [],
        );
  const [first] = found;
  if (!first) return { ...cohort, source: 'files', cases: [], title: '', models: [''] };
  const way = wayOf(first.summary);
  const used = found.filter(({ summary }) => wayOf(summary) === way);
  const keys = [...new Set(used.flatMap(({ summary }) => summary.keys))];
  const shared = sharedFolder(used.map(({ folder }) => `${folder}/`));
  const nameOf = ({ folder, file }: OpenedSummary) => folder.slice(shared.length) || file;
  const isOneModel = !hasTwice(used.flatMap(({ summary }) => summary.cases.map(({ name }) => name)));
  const many = used.length > 1;
  const cases = used.flatMap((opened) => {
    const place = {
      model: many && !isOneModel ? nameOf(opened) : '',
      group: many && isOneModel ? nameOf(opened) : '',
    };
    return opened.summary.cases.map((one) => rowOf(one, opened.voxelMl, place));
  });
  return {
    ...cohort,
    source: 'summary',
    scheme: schemeOf(keys, cohort.scheme),
    way,
    cases,
    models: [...new Set(cases.map(({ model }) => model))],
    unmatched: [],
    title: shared.replace(/\/$/, '') || first.file,
    model: null,
  };
}

function hasTwice(names: readonly string[]): boolean {
  return new Set(names).size < names.length;
}

function rowOf(
  { name, counts }: SummaryCase,
  voxelMl: number | null,
  place: Pick<TableCase, 'model' | 'group'>,
): TableCase {
  const found = Object.entries(counts).map(([key, { tp, fp, fn }]): StructureCounts => ({
    key,
    tp,
    fp,
    fn,
    tn: Number.NaN,
  }));
  const isOfRegions = found.some(({ key }) => key.startsWith('('));
  const evaluated: CohortCase = {
    name,
    files: { reference: name, prediction: name },
    counted: Number.NaN,
    regions: isOfRegions ? found : [],
    labels: isOfRegions ? [] : found,
  };
  return {
    ...place,
    id: [place.group, name, place.model].join('\n'),
    name,
    evaluated,
    voxelMl,
    grid: null,
    warnings: [],
    error: null,
    isReused: false,
    index: null,
  };
}

/** The scheme by which a summary was made: dataset.json's where it has all its structures, else what its keys say. */
function schemeOf(keys: readonly string[], known: LabelScheme): LabelScheme {
  const isOfRegions = keys.some((key) => key.startsWith('('));
  const own = isOfRegions ? known.regions.map(({ key }) => key) : known.labels.map(({ value }) => `${value}`);
  if (keys.every((key) => own.includes(key))) return known;
  if (!isOfRegions) {
    return { ...NO_SCHEME, labels: keys.map((key) => ({ value: Number(key), name: `label ${key}` })) };
  }
  const regions = keys.map((key) => {
    const labels = (key.match(/-?\d+/g) ?? []).map(Number);
    return { key, name: key, labels, writes: labels.at(-1) ?? 0 };
  });
  return { ...NO_SCHEME, regions };
}
