import type { PlotCohort } from '../../core/cohort/plot-cohort.ts';
import { CohortPool } from '../../workers/cohort/cohort-pool.ts';
import type { App } from '../app.ts';
import { act } from '../report-error.ts';
import { plottedCohort, shownCohort } from './cohort-shown.ts';

let counted: PlotCohort | null = null;
let running: AbortController | null = null;

/** Works statistics out of the cases that are listed, once all of them are counted; nothing where that is done. */
export function followStatistics(app: App): void {
  const { cohort } = app.store.state;
  if (!cohort || cohort.progress !== null) return;
  const shown = shownCohort(cohort);
  const { scope } = shown;
  if (!scope.some(({ evaluated }) => evaluated !== null)) return;
  const plots = plottedCohort(cohort);
  if (counted === plots.labels) return;
  counted = plots.labels;
  running?.abort(new DOMException('Other cases are listed.', 'AbortError'));
  const own = new AbortController();
  running = own;
  if (cohort.statistics) app.store.change({ cohort: { ...cohort, statistics: null } });
  const ways = shown.ways
    .map((way) => plots[way])
    .filter(({ structures, models }) => {
      const isKnown = models.some(({ evaluation }) => evaluation.cases.length > 0);
      return structures.length > 0 && isKnown;
    });
  void act(app, async () => {
    const statistics = await new CohortPool().computeStatistics(
      ways.map(({ way, structures, models }) => ({ way, structures, models })),
      own.signal,
    );
    const now = app.store.state.cohort;
    if (now && running === own) app.store.change({ cohort: { ...now, statistics } });
  });
}
