import type { Run } from './run.ts';

/** What the charts of runs have on their x axis. */
export const EPOCH_AXES = ['epoch', 'hours', 'schedule', 'clock'] as const;
export type EpochAxis = (typeof EPOCH_AXES)[number];

/**
 * Where the epochs of a run stand on an axis: their number; hours of training up to their end (an epoch without a
 * time counts as the one before); share of the planned epochs that was done with them, 0 to 1; or the time of day at
 * which they began, in ms. NaN where nothing tells.
 */
export function epochPositions(run: Pick<Run, 'epochs'>, axis: EpochAxis, planned: number): number[] {
  let seconds = 0;
  let last = 0;
  return run.epochs.map(({ epoch, durationS, startMs }) => {
    if (axis === 'epoch') return epoch;
    if (axis === 'schedule') return (epoch + 1) / planned;
    if (axis === 'clock') return startMs ?? Number.NaN;
    last = durationS ?? last;
    seconds += last;
    return seconds / 3600;
  });
}

/** Index of the position nearest to `x`; -1 where there is none. Positions ascend, NaN is passed over. */
export function nearestPosition(positions: readonly number[], x: number): number {
  let found = -1;
  let least = Infinity;
  positions.forEach((position, i) => {
    const distance = Math.abs(position - x);
    if (distance < least) [found, least] = [i, distance];
  });
  return found;
}
