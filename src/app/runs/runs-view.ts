import type { App } from '../app.ts';
import type { LoadedRun, RunsState } from './runs-state.ts';

/** Changes what is shown of the runs; nothing where none are open. */
export function changeRuns({ store }: App, fields: Partial<RunsState>): void {
  const { runs } = store.state;
  if (runs) store.change({ runs: { ...runs, ...fields } });
}

/** The run that findings and read-out belong to; null where none is open. */
export function chosenRun(runs: RunsState): LoadedRun | null {
  return runs.list.find(({ id }) => id === runs.chosen) ?? runs.list[0] ?? null;
}

/** What is on the page, for the bar: data set and folder of the chosen run; '' where none is open. */
export function nameOfRuns(runs: RunsState | null): string {
  const run = runs && chosenRun(runs);
  return run ? [run.run.conditions.dataset, run.name].filter(Boolean).join(' ') : '';
}

/** Makes a run the chosen one, drawn in front of the others. */
export function chooseRun(app: App, id: string): void {
  const hidden = new Set(app.store.state.runs?.hidden);
  hidden.delete(id);
  changeRuns(app, { chosen: id, hidden, epoch: null, plan: null });
}

/** Draws a run or leaves it out; the chosen one is always drawn. */
export function showRun(app: App, id: string, isShown: boolean): void {
  const { runs } = app.store.state;
  if (!runs || id === runs.chosen) return;
  const hidden = new Set(runs.hidden);
  if (isShown) hidden.delete(id);
  else hidden.add(id);
  changeRuns(app, { hidden });
}

/** The epochs with a new best of a run, by its log where the log tells. */
export function bestsOfRun({ check }: LoadedRun): readonly number[] {
  return check.bestsByLog.length > 0 ? check.bestsByLog : check.bests;
}

/** The epoch that is pinned, else the last best, else the last; null without epochs. */
export function pinnedEpoch(runs: RunsState): number | null {
  const run = chosenRun(runs);
  if (!run) return null;
  const known = run.run.epochs.find(({ epoch }) => epoch === runs.epoch)?.epoch;
  return known ?? bestsOfRun(run).at(-1) ?? run.run.epochs.at(-1)?.epoch ?? null;
}

/** Pins the epoch so many places on, within the run. */
export function stepEpoch(app: App, by: number): void {
  const { runs } = app.store.state;
  const run = runs && chosenRun(runs);
  if (!run || run.run.epochs.length === 0) return;
  const { epochs } = run.run;
  const at = epochs.findIndex(({ epoch }) => epoch === pinnedEpoch(runs));
  changeRuns(app, { epoch: epochs[Math.min(epochs.length - 1, Math.max(0, at + by))].epoch });
}

/** Pins the next or previous new best. */
export function stepBest(app: App, by: 1 | -1): void {
  const { runs } = app.store.state;
  const run = runs && chosenRun(runs);
  const at = runs && pinnedEpoch(runs);
  if (!run || at === null) return;
  const bests = bestsOfRun(run);
  const next = by > 0 ? bests.find((epoch) => epoch > at) : bests.findLast((epoch) => epoch < at);
  if (next !== undefined) changeRuns(app, { epoch: next });
}
