import { largestError, type TableRow } from '../../core/cohort/cohort-table.ts';
import type { PlotStructure } from '../../core/cohort/plot-cohort.ts';
import type { App } from '../app.ts';
import { chooseCase } from '../case/open-case.ts';
import { choose, fits } from '../case/view-case.ts';
import { setPlace } from '../follow-link.ts';
import type { Place } from '../link.ts';
import type { Selection } from '../../core/labels/selection.ts';
import { parseCohortPlace, placeOfCohort } from './cohort-link.ts';
import type { CohortState } from './cohort-state.ts';

/** Changes what is shown of the cohort; the address follows. */
export function changeCohort(app: App, fields: Partial<CohortState>): void {
  const { cohort } = app.store.state;
  if (!cohort) return;
  const next = { ...cohort, ...fields };
  app.store.change({ cohort: next });
  const place = placeOfCohort(next);
  if (place.query !== app.store.state.places.cohort?.query) setPlace(app, 'cohort', place);
}

/** Shows what an address says; nothing where it says what is shown already. */
export function followCohortPlace(app: App, place: Place): void {
  const { cohort } = app.store.state;
  if (!cohort || cohort.cases.length === 0 || place.query === placeOfCohort(cohort).query) return;
  const { caseIndex, ...view } = parseCohortPlace(place);
  app.store.change({ cohort: { ...cohort, ...view, chosen: cohort.cases[caseIndex]?.id ?? '' } });
}

/**
 * Opens a case in the case page at its largest error: of the structure with the lowest score, or of the one that is
 * asked for, the largest piece of the errors that lead. Nothing where the files of the case are not open.
 */
export async function openAtError(
  app: App,
  row: TableRow,
  structures: readonly PlotStructure[],
  structure: number | null = null,
): Promise<void> {
  const { index } = row.of;
  if (index === null) return;
  const found = structure === null ? largestError(row) : { structure, part: leadingPart(row, structure) };
  location.hash = '#/case';
  await chooseCase(app, index);
  const { opened, current } = app.store.state;
  if (!found || !opened || current !== index) return;
  const selection: Selection = {
    kind: 'structure',
    structure: structures[found.structure].structure,
    part: found.part,
    raw: false,
  };
  if (fits(selection, opened)) await choose(app, selection);
}

function leadingPart({ counts }: TableRow, structure: number): 'all' | 'fp' | 'fn' {
  const { fp, fn } = counts[structure];
  return fp + fn === 0 ? 'all' : fp > fn ? 'fp' : 'fn';
}
