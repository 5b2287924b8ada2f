import { fitLine, median, slopeInterval } from '../statistics/bootstrap.ts';
import type { LossKind, Trend } from '../messages/run-finding-facts.ts';
import type { Finding, FindingSeries } from './run-finding.ts';
import type { RunCheck } from './run-check.ts';
import type { Run } from './run.ts';

/** Trailing windows of the rise: at most so many epochs, at most such a share of the run. */
const LONG = { epochs: 500, share: 1 / 2 };
const SHORT = { epochs: 100, share: 1 / 5 };
const MIN_WINDOW = 10;
/** Slopes are given per so many epochs. */
const PER = 100;
/** Gain of the EMA below which a run counts as level. */
export const PLATEAU_GAIN = 0.005;
/** Epochs without a new best after which an early stop would come; v1's own patience on its train loss. */
export const PATIENCE = 50;
/** Epochs of a median that stands for a loss curve. */
const MEDIAN_WINDOW = 25;
/** Losses are looked at after this share of the run. */
const SETTLED_SHARE = 0.3;

/** Slope of the unsmoothed pseudo Dice over the trailing half (at most 500 epochs) and fifth (at most 100); null below 20 epochs. */
export function findRise({ epochs }: Run, { means }: RunCheck, seed: number): Finding | null {
  const points = epochs
    .map(({ epoch }, i) => ({ x: epoch, y: means[i] }))
    .filter(({ y }) => Number.isFinite(y));
  const span = Math.min(LONG.epochs, Math.floor(points.length * LONG.share));
  if (span < MIN_WINDOW) return null;
  const shortSpan = Math.min(SHORT.epochs, Math.floor(points.length * SHORT.share));
  const long = riseOver(points.slice(-span), seed);
  const short = shortSpan >= MIN_WINDOW && shortSpan < span ? riseOver(points.slice(-shortSpan), seed) : null;
  return {
    code: 'rise',
    facts: { ...long.facts, short: short?.facts ?? null },
    series: [
      { name: 'dice', x: points.map(({ x }) => x), y: points.map(({ y }) => y) },
      { name: 'fit', ...long.line },
      ...(short ? [{ name: 'short-fit' as const, ...short.line }] : []),
    ],
  };
}

function riseOver(points: readonly { x: number; y: number }[], seed: number) {
  const x = points.map((point) => point.x);
  const y = points.map((point) => point.y);
  const { value, low, high } = slopeInterval(x, y, { seed });
  const { slope, intercept } = fitLine(x, y);
  const ends = [x[0], x.at(-1)!];
  return {
    facts: {
      span: points.length,
      slope: value * PER,
      low: low * PER,
      high: high * PER,
      trend: trendOf(low, high),
    },
    line: { x: ends, y: ends.map((end) => intercept + slope * end) },
  };
}

function trendOf(low: number, high: number): Trend {
  return low > 0 ? 'rising' : high < 0 ? 'falling' : 'flat';
}

/** The epoch after which the best EMA gained less than 0.005, and where an early stop would have ended; null below 20 epochs. */
export function findPlateau({ epochs }: Run, { ema }: RunCheck): Finding | null {
  const points = ema.map((point, i) => ({ epoch: epochs[i].epoch, ema: point.ema }));
  if (points.length < 2 * MIN_WINDOW || points.some((point) => Number.isNaN(point.ema))) return null;
  const bestEma = points.reduce((best, point) => Math.max(best, point.ema), -Infinity);
  const level = points.find((point) => bestEma - point.ema < PLATEAU_GAIN)!;
  let best = { epoch: points[0].epoch, bestEma: points[0].ema };
  let stop: { epoch: number; bestEma: number } | null = null;
  for (const point of points) {
    if (point.ema > best.bestEma) best = { epoch: point.epoch, bestEma: point.ema };
    else if (point.epoch - best.epoch >= PATIENCE) {
      stop = { epoch: point.epoch, bestEma: best.bestEma };
      break;
    }
  }
  const x = points.map((point) => point.epoch);
  return {
    code: 'plateau',
    facts: {
      gain: PLATEAU_GAIN,
      epoch: level.epoch,
      emaThen: level.ema,
      bestEma,
      epochs: points.length,
      patience: PATIENCE,
      stop,
    },
    series: [
      { name: 'ema', x, y: points.map((point) => point.ema) },
      {
        name: 'points',
        x: [level.epoch, ...(stop ? [stop.epoch] : [])],
        y: [level.ema, ...(stop ? [stop.bestEma] : [])],
      },
    ],
  };
}

/**
 * Train loss, val loss, the gap between them and pseudo Dice after the first 30 % of the run: medians of 25 epochs at
 * both ends, and how they went by the bootstrap intervals of their slopes. null below 50 epochs or without losses.
 *
 * The gap is judged by its own slope, not by the two trends: on BraTS21 fold 0 val loss still falls by 0.005 from
 * epoch 300 on while train loss falls by 0.027, so both trends are "falling" although the curves part.
 */
export function findLosses({ epochs }: Run, { means }: RunCheck, seed: number): Finding | null {
  const points = epochs
    .map(({ epoch, trainLoss, valLoss }, i) => ({ epoch, train: trainLoss, val: valLoss, dice: means[i] }))
    .filter((point): point is { epoch: number; train: number; val: number; dice: number } =>
      [point.train, point.val, point.dice].every((value) => value !== null && Number.isFinite(value)),
    );
  if (points.length < 2 * MEDIAN_WINDOW) return null;
  const tail = points.slice(Math.floor(points.length * SETTLED_SHARE));
  const x = tail.map(({ epoch }) => epoch);
  const window = Math.min(MEDIAN_WINDOW, Math.floor(tail.length / 2));
  const look = (valueOf: (point: (typeof tail)[number]) => number) => {
    const y = tail.map(valueOf);
    const { low, high } = slopeInterval(x, y, { seed });
    return {
      ends: [median(y.slice(0, window)), median(y.slice(-window))] as const,
      trend: trendOf(low, high),
    };
  };
  const [train, val, dice] = [look(({ train }) => train), look(({ val }) => val), look(({ dice }) => dice)];
  const gap = look(({ train, val }) => val - train);
  const series = (name: 'train' | 'val' | 'dice'): FindingSeries => ({
    name,
    x: points.map(({ epoch }) => epoch),
    y: points.map((point) => point[name]),
  });
  return {
    code: 'losses',
    facts: {
      from: x[0],
      train: train.ends,
      val: val.ends,
      gap: gap.ends,
      dice: dice.ends,
      kind: lossKind(train.trend, val.trend, gap.trend, dice.trend),
    },
    series: [series('train'), series('val'), series('dice')],
  };
}

function lossKind(train: Trend, val: Trend, gap: Trend, dice: Trend): LossKind {
  if (dice === 'falling' && val !== 'falling') return val === 'rising' ? 'worse' : 'dice-falls';
  if (train === 'falling' && gap === 'rising') return 'parted';
  return val === 'falling' && dice !== 'rising' ? 'unrewarded' : 'together';
}
