import type { AppState } from '../app/state.ts';
import { nameOfRuns } from '../app/runs/runs-view.ts';

/** What the bar names instead of the open case, on pages that show something else; null on those of the case. */
export function titleOf({ page, runs }: AppState): string | null {
  return page === 'runs' ? nameOfRuns(runs) : null;
}
