import { rangeOf } from './chart-range.ts';
import { valuesWithin, xScaleOf, type ChartContext } from './chart-context.ts';
import type { ChartEnd, ChartSeries, ChartSpec } from './chart-spec.ts';
import { numberTicks } from './chart-ticks.ts';
import { chartWords } from '../messages/run-charts.ts';
import { say } from '../messages/say.ts';
import { NNUNET_SCHEDULE, rateAt } from '../runs/schedule.ts';

/** The logged learning rate over nnU-Net's polynomial for the planned number of epochs. */
export function rateChart(context: ChartContext): ChartSpec {
  const { chosen, others, language } = context;
  const x = xScaleOf(context);
  const rates = chosen.run.epochs.map(({ learningRate }) => learningRate ?? Number.NaN);
  const initialRate = chosen.run.conditions.initialLearningRate ?? NNUNET_SCHEDULE.initialRate;
  const schedule = { ...NNUNET_SCHEDULE, epochs: chosen.planned, initialRate };
  const expected = chosen.run.epochs.map(({ epoch }) => rateAt(schedule, epoch));
  const fits = rates.every(
    (rate, i) => Number.isNaN(rate) || Math.abs(rate - expected[i]) < 1e-4 * initialRate + 6e-6,
  );
  const series: ChartSeries[] = [
    {
      name: say(chartWords.polynomial, language),
      kind: 'line',
      x: chosen.positions,
      y: expected,
      colour: 'text-3',
      width: 3.5,
      alpha: 0.45,
    },
    ...others.map((run) => ({
      name: run.name,
      kind: 'line' as const,
      x: run.positions,
      y: run.run.epochs.map(({ learningRate }) => learningRate ?? Number.NaN),
      colour: run.colour,
      width: 1,
      alpha: 1,
    })),
    {
      name: say(chartWords.rate, language),
      kind: 'line',
      x: chosen.positions,
      y: rates,
      colour: 'text-2',
      width: 1.2,
      alpha: 1,
    },
  ];
  const seen = series.flatMap((curve) => valuesWithin(x, curve.x, curve.y));
  const [, max] = rangeOf(seen, { include: [initialRate], margin: 0.04 });
  const end: ChartEnd = {
    y: max / 2,
    text: say(fits ? chartWords.asPlanned : chartWords.notAsPlanned, language),
    note: say(chartWords.forEpochs, language, { epochs: chosen.planned }),
    colour: 'text-3',
    symbol: 'none',
    strong: false,
  };
  return {
    id: 'rate',
    title: say(chartWords.rate, language),
    description: say(chartWords.rateDescription, language, { epochs: chosen.planned, fits }),
    x,
    y: { min: 0, max, ticks: numberTicks(0, max, 2) },
    series,
    spreads: [],
    bands: [],
    joins: [],
    marks: [],
    ends: rates.some(Number.isFinite) ? [end] : [],
    strip: null,
    follow: null,
  };
}
