import { rangeOf } from './chart-range.ts';
import {
  settledValues,
  valuesWithin,
  xScaleOf,
  type ChartContext,
  type ChartedRun,
} from './chart-context.ts';
import type { ChartEnd, ChartScale, ChartSeries, ChartSpec } from './chart-spec.ts';
import { formatTick, numberTicks, roundNumbers, type ChartTick } from './chart-ticks.ts';
import { chartWords } from '../messages/run-charts.ts';
import { say } from '../messages/say.ts';
import { rollingMedian } from '../statistics/rolling-median.ts';

/** Epochs of the median that is drawn bold. */
export const MEDIAN_WINDOW = 25;
/** The least that cross-entropy minus soft Dice can be. */
const LEAST_LOSS = -1;

interface LossCurves {
  readonly train: readonly number[];
  readonly val: readonly number[];
  readonly trainMedian: readonly number[];
  readonly valMedian: readonly number[];
}

const known = new WeakMap<ChartedRun['run'], LossCurves>();

/** Both losses of a run and their medians of 25 epochs; computed once per run. */
export function lossCurves({ run }: Pick<ChartedRun, 'run'>): LossCurves {
  const found = known.get(run);
  if (found) return found;
  const train = run.epochs.map(({ trainLoss }) => trainLoss ?? Number.NaN);
  const val = run.epochs.map(({ valLoss }) => valLoss ?? Number.NaN);
  const curves = {
    train,
    val,
    trainMedian: rollingMedian(train, MEDIAN_WINDOW),
    valMedian: rollingMedian(val, MEDIAN_WINDOW),
  };
  known.set(run, curves);
  return curves;
}

/** Training and validation loss: every epoch thin, a median bold; of other runs the median of the validation loss. */
export function lossChart(context: ChartContext): ChartSpec {
  const { chosen, others, isWhole, isLogLoss, language } = context;
  const x = xScaleOf(context);
  const curves = lossCurves(chosen);
  const floor = isLogLoss ? floorOf([chosen, ...others]) : 0;
  const shown = (values: readonly number[]) =>
    isLogLoss ? values.map((value) => Math.log10(value - floor)) : values;
  const line = (y: readonly number[], rest: Pick<ChartSeries, 'name' | 'colour' | 'width' | 'alpha'>) => ({
    kind: 'line' as const,
    x: chosen.positions,
    y: shown(y),
    ...rest,
  });
  const [train, val] = [say(chartWords.train, language), say(chartWords.val, language)];
  const series: ChartSeries[] = [
    line(curves.train, { name: train, colour: 'train', width: 1, alpha: 0.38 }),
    line(curves.val, { name: val, colour: 'val', width: 1, alpha: 0.38 }),
    ...others.map((run) => ({
      ...line(lossCurves(run).valMedian, { name: run.name, colour: run.colour, width: 1, alpha: 1 }),
      x: run.positions,
    })),
    line(curves.valMedian, { name: val, colour: 'val', width: 1.8, alpha: 1 }),
    line(curves.trainMedian, { name: train, colour: 'train', width: 1.8, alpha: 1 }),
  ];
  const seen = series.flatMap((curve) => (isWhole ? valuesWithin : settledValues)(x, curve.x, curve.y));
  const [min, max] = rangeOf(seen, isWhole ? {} : { below: 0.001, above: 0.004, margin: 0.12 });
  return {
    id: 'loss',
    title: say(chartWords.loss, language),
    description: say(chartWords.lossDescription, language, {
      train: text(curves.trainMedian.at(-1)),
      val: text(curves.valMedian.at(-1)),
    }),
    x,
    y: isLogLoss ? logScale(min, max, floor) : { min, max, ticks: numberTicks(min, max, 5) },
    series,
    spreads: [],
    bands: [],
    joins: [],
    marks: [],
    ends: [end(val, curves.valMedian, shown, 'val'), end(train, curves.trainMedian, shown, 'train')].flat(),
    strip: null,
    follow: null,
  };
}

function end(
  name: string,
  values: readonly number[],
  shown: (values: readonly number[]) => readonly number[],
  colour: 'train' | 'val',
): ChartEnd[] {
  const last = values.findLast(Number.isFinite);
  if (last === undefined) return [];
  const [y] = shown([last]);
  return [{ y, text: `${name} ${text(last)}`, note: '', colour, symbol: 'none', strong: false }];
}

const text = (value: number | undefined) => (value === undefined ? '' : formatTick(value, 3));

/** What the logarithm is taken above: −1, or a little below the least loss where that is lower. */
function floorOf(runs: readonly ChartedRun[]): number {
  const all = runs.flatMap((run) => [...lossCurves(run).train, ...lossCurves(run).val]);
  const least = all.reduce((a, b) => (b < a ? b : a), Infinity);
  return least > LEAST_LOSS ? LEAST_LOSS : least - 0.01;
}

/** Ticks at round losses, left out where they would stand too close; the axis is the logarithm above the floor. */
function logScale(min: number, max: number, floor: number): ChartScale {
  const [low, high] = [10 ** min + floor, 10 ** max + floor];
  const ticks: ChartTick[] = [];
  for (const loss of roundNumbers(low, high, 24)) {
    const at = Math.log10(loss - floor);
    const isClear = ticks.length === 0 || at - ticks.at(-1)!.at > (max - min) / 6;
    if (isClear && Number.isFinite(at)) ticks.push({ at, text: formatTick(loss, 2) });
  }
  return { min, max, ticks };
}
