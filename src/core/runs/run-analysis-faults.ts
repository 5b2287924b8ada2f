import type { Finding } from './run-finding.ts';
import { epochSeconds } from './run-analysis-end.ts';
import type { Run } from './run.ts';

/** An epoch that takes this much longer than the median is slow; the second, sudden. */
const SLOW = 1.15;
const SUDDEN = 3;
/** Slow epochs this far apart belong together. */
const CLUSTER_GAP = 25;
/** A finding from this many slow epochs on, or from one that is sudden. */
const MIN_SLOW = 5;
/** A class is stuck that stays so for the last tenth of a run, at least so many epochs. */
const MIN_STUCK = 10;
/** Loss is judged once a training is this far. */
const SIGN_EPOCHS = 20;

/** Epochs much slower than the median, and the stretch where they cost most; the first epoch compiles and is left out. */
export function findDurations(run: Run): Finding | null {
  const medianS = epochSeconds(run);
  if (medianS === null) return null;
  const timed = run.epochs
    .slice(1)
    .flatMap(({ epoch, durationS }) => (durationS === null ? [] : [{ epoch, durationS }]));
  const slow = timed.filter(({ durationS }) => durationS > SLOW * medianS);
  const sudden = slow.filter(({ durationS }) => durationS >= SUDDEN * medianS).length;
  if (slow.length < MIN_SLOW && sudden === 0) return null;
  const clusters: { from: number; to: number; extraS: number }[] = [];
  for (const { epoch, durationS } of slow) {
    const last = clusters.at(-1);
    if (last && epoch - last.to <= CLUSTER_GAP) {
      last.to = epoch;
      last.extraS += durationS - medianS;
    } else clusters.push({ from: epoch, to: epoch, extraS: durationS - medianS });
  }
  const { from, to } = clusters.reduce((a, b) => (b.extraS > a.extraS ? b : a));
  const worst = slow.reduce((a, b) => (b.durationS > a.durationS ? b : a));
  return {
    code: 'durations',
    facts: {
      medianS,
      factor: SLOW,
      slow: slow.length,
      sudden,
      from,
      to,
      worstS: worst.durationS,
      worstEpoch: worst.epoch,
      extraS: slow.reduce((sum, { durationS }) => sum + durationS - medianS, 0),
    },
    series: [
      {
        name: 'duration',
        x: run.epochs.map(({ epoch }) => epoch),
        y: run.epochs.map(({ durationS }) => durationS ?? Number.NaN),
      },
    ],
  };
}

/** Classes at 0 or NaN at the end of the run, a finding each; v1 runs that leave classes out are not looked at. */
export function findStuck({ epochs }: Run, classNames: readonly string[]): Finding[] {
  const classes = epochs[0]?.pseudoDice.length ?? 0;
  if (epochs.length < MIN_STUCK || epochs.some(({ pseudoDice }) => pseudoDice.length !== classes)) return [];
  const found: Finding[] = [];
  for (let c = 0; c < classes; c++) {
    const values = epochs.map(({ pseudoDice }) => pseudoDice[c]);
    const last = values.at(-1)!;
    if (last !== 0 && !Number.isNaN(last)) continue;
    const index = values.findLastIndex((value) => !Object.is(value, last)) + 1;
    const stuck = values.length - index;
    if (stuck < Math.max(MIN_STUCK, epochs.length / 10)) continue;
    found.push({
      code: 'stuck',
      facts: {
        name: classNames.length === classes ? classNames[c] : `${c + 1}`,
        state: last === 0 ? 'zero' : 'absent',
        from: epochs[index].epoch,
        epochs: stuck,
        always: index === 0,
      },
      series: [{ name: 'dice', x: epochs.map(({ epoch }) => epoch), y: values }],
    });
  }
  return found;
}

/** A train loss above 0 after 20 epochs, where nnU-Net's is negative. */
export function findSign({ epochs }: Run): Finding | null {
  const last = epochs.at(-1);
  if (!last || epochs.length < SIGN_EPOCHS || last.trainLoss === null || !(last.trainLoss > 0)) return null;
  return {
    code: 'sign',
    facts: { loss: last.trainLoss, epoch: last.epoch },
    series: [
      {
        name: 'train',
        x: epochs.map(({ epoch }) => epoch),
        y: epochs.map(({ trainLoss }) => trainLoss ?? Number.NaN),
      },
    ],
  };
}
