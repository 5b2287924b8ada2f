import { addToAtlas, formatAtlasCsv, NO_ATLAS, type AtlasError } from '../../core/cohort/atlas-errors.ts';
import { CohortPool } from '../../workers/cohort/cohort-pool.ts';
import type { App } from '../app.ts';
import { chooseCase } from '../case/open-case.ts';
import { moveTo } from '../case/view-case.ts';
import { act } from '../report-error.ts';
import { saveFile } from '../save-file.ts';
import { listCohort } from './cohort-list.ts';
import { shownCohort } from './cohort-shown.ts';
import type { CohortState } from './cohort-state.ts';

let running: AbortController | null = null;

/** Reads the cases that are listed once more and takes their errors apart; one that cannot be read is passed over. */
export function findCohortErrors(app: App): Promise<void> {
  running?.abort(new DOMException('Errors are sought anew.', 'AbortError'));
  const own = new AbortController();
  running = own;
  return act(app, async () => {
    const { store } = app;
    const { cohort, regionsByHand } = store.state;
    if (!cohort) return;
    const counted = new Set(
      shownCohort(cohort).scope.flatMap(({ id, evaluated }) => (evaluated ? [id] : [])),
    );
    const listed = listCohort(store.state);
    const jobs = listed.jobs.filter(({ id }) => counted.has(id));
    const models = new Map(cohort.cases.map(({ id, model }) => [id, model]));
    const { cases } = store.state;
    const isOurs = () => running === own && store.state.cases === cases;
    const change = (fields: Partial<CohortState>) => {
      const now = store.state.cohort;
      if (now && isOurs()) store.change({ cohort: { ...now, ...fields } });
    };
    let [done, atlas] = [0, NO_ATLAS];
    const step = () => {
      if (!isOurs()) own.abort(new DOMException('Other cases were opened.', 'AbortError'));
      change({ atlas, atlasProgress: { done: ++done, total: jobs.length } });
    };
    change({ atlas: null, atlasProgress: { done, total: jobs.length } });
    const pool = new CohortPool();
    try {
      const { scheme } = await pool.readSetting(listed.dataset, listed.labelNames);
      await pool.findErrors(
        jobs,
        { own: scheme, byHand: regionsByHand },
        {
          done: ({ id, name }, errors) => {
            atlas = addToAtlas(atlas, { id, name, model: models.get(id) ?? '' }, errors);
            step();
          },
          failed: step,
        },
        own.signal,
      );
    } finally {
      pool.close();
      change({ atlasProgress: null });
      if (running === own) running = null;
    }
  });
}

/** Stops looking for errors; those that were found stay. */
export function stopFindingErrors(): void {
  running?.abort(new DOMException('Finding errors was stopped.', 'AbortError'));
}

/** Opens the case of an error at its place. */
export async function openError(app: App, { caseId, anchor }: AtlasError): Promise<void> {
  const { cohort } = app.store.state;
  const index = cohort?.cases.find(({ id }) => id === caseId)?.index ?? null;
  if (index === null) return;
  location.hash = '#/case';
  await chooseCase(app, index);
  if (app.store.state.opened && app.store.state.current === index) await moveTo(app, anchor);
}

/** What a person found out about an error. */
export function reviewError(
  { store }: App,
  { id, reviewed, note }: { id: string; reviewed?: boolean; note?: string },
): void {
  const { cohort } = store.state;
  if (!cohort) return;
  const review = { reviewed: new Set(cohort.review.reviewed), notes: new Map(cohort.review.notes) };
  if (reviewed === true) review.reviewed.add(id);
  if (reviewed === false) review.reviewed.delete(id);
  if (note !== undefined) review.notes.set(id, note);
  store.change({ cohort: { ...cohort, review } });
}

/** Saves the listed errors, with what was noted of them. */
export function exportAtlas({ store }: App, errors: readonly AtlasError[]): void {
  const { cohort } = store.state;
  if (cohort) saveFile('cohort-errors.csv', formatAtlasCsv(errors, cohort.review), 'text/csv');
}
