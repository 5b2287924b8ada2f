import type { LoadedRun } from '../../app/runs/runs-state.ts';

/** Of all epochs that the run went through; null where no times are logged. */
export function hoursOf({ run }: Pick<LoadedRun, 'run'>): number | null {
  if (run.epochs.every(({ durationS }) => durationS === null)) return null;
  return run.epochs.reduce((sum, { durationS }) => sum + (durationS ?? 0), 0) / 3600;
}
