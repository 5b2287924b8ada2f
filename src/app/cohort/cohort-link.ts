import { TABLE_FILTERS } from '../../core/cohort/cohort-table-order.ts';
import { TABLE_METRICS } from '../../core/cohort/cohort-table.ts';
import { NO_PLACE, type Place } from '../link.ts';
import { COHORT_PANELS, NO_COHORT, type CohortState } from './cohort-state.ts';

/** How the table is looked at, as a link carries it; the chosen case by its place in the list, never by its name. */
export type LinkedCohort = Pick<
  CohortState,
  'way' | 'metric' | 'sort' | 'filter' | 'isGrouped' | 'panel' | 'structure'
> & {
  /** -1 for none. */
  readonly caseIndex: number;
};

/** The place of what is shown: what is as at first is left out. */
export function placeOfCohort(cohort: CohortState): Place {
  const { way, metric, sort, filter, isGrouped, panel, structure, cases, chosen } = cohort;
  const caseIndex = chosen === '' ? -1 : cases.findIndex(({ id }) => id === chosen);
  const parts = new URLSearchParams();
  const add = (name: string, value: string, isUsual: boolean) => {
    if (!isUsual) parts.set(name, value);
  };
  add('by', way, way === NO_COHORT.way);
  add('score', metric, metric === NO_COHORT.metric);
  const { column, isDescending } = sort;
  add('sort', `${isDescending ? '-' : ''}${column}`, column === 'mean' && !isDescending);
  add('only', filter, filter === NO_COHORT.filter);
  add('grouped', '1', !isGrouped);
  add('panel', panel, panel === NO_COHORT.panel);
  add('of', structure, structure === '');
  add('case', `${caseIndex + 1}`, caseIndex < 0);
  return { ...NO_PLACE, query: parts.toString() };
}

/** The inverse of `placeOfCohort`; whatever is not understood is as at first. */
export function parseCohortPlace({ query }: Place): LinkedCohort {
  const values = new URLSearchParams(query);
  const oneOf = <Value extends string>(known: readonly Value[], name: string, usual: Value): Value =>
    known.find((value) => value === values.get(name)) ?? usual;
  const sort = /^(-?)(.+)$/s.exec(values.get('sort') ?? '');
  const number = values.get('case') ?? '';
  return {
    way: oneOf(['regions', 'labels'], 'by', NO_COHORT.way),
    metric: oneOf(TABLE_METRICS, 'score', NO_COHORT.metric),
    sort: sort ? { column: sort[2], isDescending: sort[1] === '-' } : NO_COHORT.sort,
    filter: oneOf(TABLE_FILTERS, 'only', NO_COHORT.filter),
    isGrouped: values.get('grouped') === '1',
    panel: oneOf(COHORT_PANELS, 'panel', NO_COHORT.panel),
    structure: values.get('of') ?? '',
    caseIndex: /^[1-9]\d{0,6}$/.test(number) ? Number(number) - 1 : -1,
  };
}
