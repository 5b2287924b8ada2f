import { listStructures } from '../../core/cohort/cohort-result.ts';
import { formatSummary, sortCases } from '../../core/cohort/cohort-summary.ts';
import { formatTableCsv, formatTableJson } from '../../core/cohort/cohort-table-export.ts';
import type { TableCase } from '../../core/cohort/cohort-table-case.ts';
import { DiceLensError } from '../../core/errors.ts';
import type { App } from '../app.ts';
import { act } from '../report-error.ts';
import { saveFile } from '../save-file.ts';
import { shownCohort } from './cohort-shown.ts';

/** Saves summary.json of the cases that are given, one model's, by regions or labels as shown; failed ones are left out. */
export function exportSummary(app: App, cases: readonly TableCase[]): Promise<void> {
  return act(app, async () => {
    const { cohort } = app.store.state;
    if (!cohort) return;
    if (cases.some(({ evaluated, error }) => !evaluated && !error)) {
      throw new DiceLensError('cohortNotDone', undefined);
    }
    const evaluated = sortCases(cases.flatMap((one) => one.evaluated ?? []));
    const { way } = shownCohort(cohort);
    const structures = listStructures(cohort.scheme, evaluated, way);
    if (structures.length === 0) throw new DiceLensError('cohortNoStructures', undefined);
    saveFile('summary.json', formatSummary(evaluated, structures, way), 'application/json');
  });
}

/** Saves every score of the cases. */
export function exportCohortCsv({ store }: App, cases: readonly TableCase[]): void {
  const { cohort } = store.state;
  if (cohort) saveFile('cohort.csv', formatTableCsv(cases, cohort.scheme), 'text/csv');
}

/** Saves the cases in the form that `dicelens merge` and `compare` read. */
export function exportCohortJson({ store }: App, cases: readonly TableCase[]): void {
  const { cohort } = store.state;
  if (cohort) saveFile('cohort.json', formatTableJson(cases, cohort.scheme), 'application/json');
}
