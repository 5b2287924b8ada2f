import type { RunEpoch } from '../../core/runs/run.ts';

/** Finished epochs of one training, ascending. */
export type Stream = RunEpoch[];

/**
 * Sorts epochs, in the sequence in which they were finished, into the trainings that wrote them: an epoch goes to
 * the training that finished the one before it, the nearest in time where several have; else, where it is not behind, to the one that wrote last
 * (lines are missing); else a new one begins. `overlap`: trainings that wrote at the same time, and the epoch
 * at which that shows.
 */
export function sortIntoStreams(epochs: readonly RunEpoch[]): {
  streams: Stream[];
  overlap: { epoch: number; count: number } | null;
} {
  const streams: Stream[] = [];
  const lastOf = new Map<Stream, number>(); // place of the last epoch in the sequence
  const overlapping = new Set<Stream>();
  let overlap: number | null = null;
  let recent: Stream | null = null;
  epochs.forEach((epoch, place) => {
    const follows = streams
      .filter((stream) => stream.at(-1)!.epoch === epoch.epoch - 1)
      .sort(
        (a, b) => pauseMs(a.at(-1)!, epoch) - pauseMs(b.at(-1)!, epoch) || lastOf.get(b)! - lastOf.get(a)!,
      )[0];
    let stream: Stream | undefined = follows;
    if (!stream && recent && recent.at(-1)!.epoch < epoch.epoch) stream = recent;
    if (!stream) {
      stream = [];
      streams.push(stream);
    } else if (stream !== recent && recent) {
      overlap ??= epoch.epoch;
      overlapping.add(stream).add(recent);
    }
    stream.push(epoch);
    lastOf.set(stream, place);
    recent = stream;
  });
  return { streams, overlap: overlap === null ? null : { epoch: overlap, count: overlapping.size } };
}

/** Between the end of an epoch and the beginning of another; 0 where times are unknown. */
function pauseMs(before: RunEpoch, after: RunEpoch): number {
  if (before.startMs === null || after.startMs === null) return 0;
  return Math.abs(after.startMs - before.startMs - (before.durationS ?? 0) * 1000);
}
