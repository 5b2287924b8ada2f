import { median } from '../statistics/bootstrap.ts';
import { rangeOf } from './chart-range.ts';
import { valuesWithin, xScaleOf, type ChartContext } from './chart-context.ts';
import type { ChartBand, ChartSpec } from './chart-spec.ts';
import { numberTicks } from './chart-ticks.ts';
import { chartWords } from '../messages/run-charts.ts';
import { say } from '../messages/say.ts';

/** A stretch of slow epochs, as the analysis found it. */
export interface SlowEpochs {
  readonly from: number;
  readonly to: number;
}

/** The close-up ends at this many times the median. */
const CLOSE = 2.2;

/** Seconds per epoch; slow stretches are shaded. Single epochs far above the rest leave the close-up. */
export function durationChart(context: ChartContext, slow: SlowEpochs | null): ChartSpec {
  const { chosen, others, isWhole, language } = context;
  const x = xScaleOf(context);
  const durations = chosen.run.epochs.map(({ durationS }) => durationS ?? Number.NaN);
  const medianS = median(durations.slice(1));
  const series = [
    ...others.map((run) => ({
      name: run.name,
      kind: 'line' as const,
      x: run.positions,
      y: run.run.epochs.map(({ durationS }) => durationS ?? Number.NaN),
      colour: run.colour,
      width: 1,
      alpha: 0.9,
    })),
    {
      name: chosen.name,
      kind: 'line' as const,
      x: chosen.positions,
      y: durations,
      colour: 'text-2' as const,
      width: 1.2,
      alpha: 1,
    },
  ];
  const seen = series.flatMap((curve) => valuesWithin(x, curve.x, curve.y));
  const [low, high] = rangeOf(seen, { include: [medianS * 0.95, medianS * 1.2] });
  const max = isWhole || !(medianS > 0) ? high : Math.min(high, CLOSE * medianS);
  const min = Math.max(0, isWhole ? low : rangeOf(seen, { above: 0.5, include: [medianS * 0.95] })[0]);
  return {
    id: 'duration',
    title: say(chartWords.duration, language),
    description: say(chartWords.durationDescription, language, { seconds: medianS.toFixed(1) }),
    x,
    y: { min, max, ticks: numberTicks(min, max, 3, ' s') },
    series,
    spreads: [],
    bands: slow ? bandOf(context, slow) : [],
    joins: [],
    marks: [],
    ends: Number.isNaN(medianS)
      ? []
      : [
          {
            y: medianS,
            text: say(chartWords.median, language, { seconds: medianS.toFixed(1) }),
            note: '',
            colour: 'text-3',
            symbol: 'none',
            strong: false,
          },
        ],
    strip: null,
    follow: null,
  };
}

function bandOf({ chosen, language }: ChartContext, { from, to }: SlowEpochs): ChartBand[] {
  const place = (epoch: number) => chosen.positions[chosen.run.epochs.findIndex((e) => e.epoch === epoch)];
  return [{ from: place(from), to: place(to), text: say(chartWords.slow, language, { from, to }) }];
}
