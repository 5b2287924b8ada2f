import { formatEpochsCsv } from '../../core/runs/epoch-rows.ts';
import type { App } from '../app.ts';
import { chosenRun } from './runs-view.ts';
import type { LoadedRun, RunsState } from './runs-state.ts';
import { saveFile } from '../save-file.ts';
import { savePicture } from '../save-picture.ts';

/** The runs that are drawn, the chosen one first. */
export function drawnRuns(runs: RunsState): LoadedRun[] {
  const chosen = chosenRun(runs);
  const others = runs.list.filter(({ id }) => id !== chosen?.id && !runs.hidden.has(id));
  return chosen ? [chosen, ...others] : others;
}

/** Saves every epoch of the runs that are drawn. */
export function exportRunsCsv({ store }: App): void {
  const { runs } = store.state;
  if (!runs || runs.list.length === 0) return;
  saveFile(`${fileNameOf(runs)}.csv`, formatEpochsCsv(drawnRuns(runs)), 'text/csv');
}

/** Saves the charts as they are drawn. */
export function exportRunsSvg({ store }: App, svg: string): void {
  const { runs } = store.state;
  if (runs) saveFile(`${fileNameOf(runs)}.svg`, svg, 'image/svg+xml');
}

/** Saves the charts as a picture with twice the resolution of the page. */
export async function exportRunsPng({ store }: App, svg: string): Promise<void> {
  const { runs } = store.state;
  if (runs) await savePicture(`${fileNameOf(runs)}.png`, svg);
}

function fileNameOf(runs: RunsState): string {
  const name = chosenRun(runs)?.name ?? 'runs';
  return `runs-${name.replace(/[^\w.-]+/g, '-')}`;
}
