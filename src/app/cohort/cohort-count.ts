import type { TableCase } from '../../core/cohort/cohort-table-case.ts';
import { DiceLensError } from '../../core/errors.ts';
import { voxelVolumeMl } from '../../core/volume/grid.ts';
import type { CohortSetting, CountedCohortCase } from '../../workers/cohort/cohort-job.ts';
import { CohortPool, cohortWorkers } from '../../workers/cohort/cohort-pool.ts';
import type { App } from '../app.ts';
import { act } from '../report-error.ts';
import type { AppState } from '../state.ts';
import { listCohort, type ListedCase, type ListedCohort } from './cohort-list.ts';
import { CohortPace } from './cohort-pace.ts';
import { NO_COHORT, type CohortState } from './cohort-state.ts';
import { keepResults, keyOfResult, limitKept, readKept } from './kept-results.ts';
import { withSummaries } from './cohort-summaries.ts';

/** What is on the page comes from these; another list is another cohort. */
let counted: Pick<AppState, 'cases' | 'regionsByHand'> | null = null;
let running: AbortController | null = null;

/** At most so often the page is told of finished cases. */
const TOLD_EVERY_MS = 250;

/**
 * Shows the cohort of the open cases and counts it, unless that is done or under way already. Results of earlier
 * visits are taken where no file has changed. Without cases of one's own, an opened summary.json fills the table.
 */
export function followCases(app: App): void {
  const { cases, isDemo, regionsByHand, cohort } = app.store.state;
  const isSame = counted?.cases === cases && counted.regionsByHand === regionsByHand;
  if (isSame && cohort) return;
  running?.abort(new DOMException('Other cases were opened.', 'AbortError'));
  running = null;
  counted = { cases, regionsByHand };
  const fields = viewOf(cohort);
  if (cases.length === 0 || (isDemo && fields.summaries.length > 0)) {
    app.store.change({ cohort: withSummaries(app.store.state, fields) });
    return;
  }
  const listed = listCohort(app.store.state);
  const { models, unmatched, title } = listed;
  const chosen = listed.cases.some(({ id }) => id === fields.chosen) ? fields.chosen : '';
  const shown = { ...fields, chosen, title, models, unmatched, cases: listed.cases };
  app.store.change({ cohort: shown });
  void countListed(app, listed, true);
}

/** How many cases are counted at a time. */
export function countingWorkers(): number {
  return cohortWorkers();
}

/** Stops counting; what is done stays. */
export function stopCounting(): void {
  running?.abort(new DOMException('Counting was stopped.', 'AbortError'));
}

/** Counts what a stop, or a failure, left. */
export function countRest(app: App): Promise<void> {
  return countListed(app, listCohort(app.store.state), true);
}

/** Counts every case anew, whatever was kept of it. */
export function countAgain(app: App): Promise<void> {
  const { cohort } = app.store.state;
  const listed = listCohort(app.store.state);
  if (cohort) app.store.change({ cohort: { ...cohort, cases: listed.cases } });
  return countListed(app, listed, false);
}

/** What stays when other cases come: how the table is looked at, and the summaries that were opened. */
function viewOf(cohort: CohortState | null): CohortState {
  if (!cohort) return NO_COHORT;
  const { way, metric, sort, filter, panel, isGrouped, summaries, dataset, chosen, structure } = cohort;
  const view = { way, metric, sort, filter, panel, isGrouped, summaries, dataset, chosen, structure };
  return { ...NO_COHORT, ...view };
}

function countListed(app: App, listed: ListedCohort, reuses: boolean): Promise<void> {
  running?.abort(new DOMException('Counting was started anew.', 'AbortError'));
  const own = new AbortController();
  running = own;
  return act(app, async () => {
    const run = new CohortRun(app, listed, own);
    try {
      await run.count(reuses);
    } finally {
      run.end();
      if (running === own) running = null;
    }
  });
}

/** One counting of a cohort, from the first case to the last or to its stop. */
class CohortRun {
  readonly #pool = new CohortPool();
  readonly #pace = new CohortPace();
  #news = new Map<string, Partial<TableCase>>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly app: App,
    readonly listed: ListedCohort,
    readonly own: AbortController,
  ) {}

  async count(reuses: boolean): Promise<void> {
    const { signal } = this.own;
    const byHand = this.app.store.state.regionsByHand;
    const { dataset, labelNames } = this.listed;
    this.#change({ isStopped: false, failure: null });
    const { scheme, warnings } = await this.#pool.readSetting(dataset, labelNames).catch((error: unknown) => {
      if (error instanceof DiceLensError) this.#change({ failure: error });
      throw error;
    });
    const shown = byHand ? { ...scheme, regions: byHand } : scheme;
    this.#change({ scheme: shown, warnings });

    const present = new Map(this.app.store.state.cohort!.cases.map((one) => [one.id, one]));
    const open = this.listed.jobs.filter(({ id }) => !present.get(id)?.evaluated);
    const keys = open.map((job) => keyOfResult(job, { dataset, labelNames, byHand }));
    const kept = reuses ? await readKept(keys) : keys.map(() => null);
    open.forEach(({ id }, i) => {
      const result = kept[i];
      if (result) this.#news.set(id, { ...rowOf(result), isReused: true });
    });
    const left = open.filter((_, i) => !kept[i]);
    const keyOf = new Map(open.map(({ id }, i) => [id, keys[i]]));
    this.#pace.start(this.listed.jobs.length - left.length, this.listed.jobs.length);
    this.#tell();
    if (left.length === 0) return;
    if (reuses) await limitKept();
    const own: CohortSetting = { own: scheme, byHand };
    const listener = {
      done: (job: ListedCase, result: CountedCohortCase) => {
        void keepResults([{ key: keyOf.get(job.id) ?? null, counted: result }]);
        this.#note(job, rowOf(result));
      },
      failed: (job: ListedCase, error: DiceLensError) => this.#note(job, { error, evaluated: null }),
    };
    await this.#pool.count(left, own, listener, signal);
  }

  /** Tells what is left to tell. */
  end(): void {
    clearTimeout(this.#timer);
    this.#pool.close();
    if (running !== this.own) return;
    const isStopped = this.own.signal.aborted;
    this.#tell();
    this.#change({ progress: null, isStopped });
  }

  #note({ id }: ListedCase, news: Partial<TableCase>): void {
    this.#news.set(id, news);
    this.#pace.count();
    this.#timer ??= setTimeout(() => this.#tell(), TOLD_EVERY_MS);
  }

  #tell(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { cohort } = this.app.store.state;
    if (!cohort || running !== this.own) return;
    const news = this.#news;
    this.#news = new Map();
    const cases = cohort.cases.map((one) => {
      const fresh = news.get(one.id);
      return fresh ? { ...one, error: null, ...fresh } : one;
    });
    const reused = cases.filter(({ isReused }) => isReused).length;
    const failed = cases.filter(({ error }) => error !== null).length;
    this.#change({ cases, progress: this.#pace.progress(failed, reused) });
  }

  #change(fields: Partial<CohortState>): void {
    const { cohort } = this.app.store.state;
    if (cohort && running === this.own) this.app.store.change({ cohort: { ...cohort, ...fields } });
  }
}

function rowOf({ evaluated, grid, warnings }: CountedCohortCase): Partial<TableCase> {
  return { evaluated, grid, warnings, voxelMl: voxelVolumeMl(grid), error: null };
}
