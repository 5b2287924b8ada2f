import { rangeOf } from './chart-range.ts';
import {
  settledValues,
  valuesWithin,
  xScaleOf,
  type ChartContext,
  type ChartedRun,
} from './chart-context.ts';
import type { ChartColour, ChartEnd, ChartMark, ChartSeries, ChartSpec } from './chart-spec.ts';
import { spreadsOf } from './chart-spread.ts';
import { numberTicks } from './chart-ticks.ts';
import { emaOf } from '../runs/ema.ts';
import { formatScore } from '../text/format.ts';
import { chartWords } from '../messages/run-charts.ts';
import { say } from '../messages/say.ts';

/** Room below what is settled, as a share of its range, in which the first rise comes into view. */
const RISE_ROOM = 0.35;

/** Pseudo Dice of the epochs as dots, its EMA as a line, new bests in a strip, validation at the right. */
export function diceChart(context: ChartContext): ChartSpec {
  const { chosen, others, isPerClass, isWhole, language, hasSpread } = context;
  const x = xScaleOf(context);
  const classes = isPerClass ? classCurves(chosen) : [];
  const emaSeries = (run: ChartedRun, isChosen: boolean): ChartSeries => ({
    name: run.name,
    kind: 'line',
    x: run.positions,
    y: run.check.ema.map(({ ema }) => ema),
    colour: run.colour,
    width: isChosen ? 1.8 : 1,
    alpha: 1,
  });
  const dots: ChartSeries = {
    name: say(chartWords.dots, language),
    kind: 'dots',
    x: chosen.positions,
    y: chosen.check.means,
    colour: 'ema',
    width: 1.8,
    alpha: 0.55,
  };
  const perClass = classes.map(({ name, colour, ema }): ChartSeries => ({
    name,
    kind: 'line',
    x: chosen.positions,
    y: ema,
    colour,
    width: 1.4,
    alpha: 1,
  }));
  const series = isPerClass
    ? perClass
    : [...others.map((run) => emaSeries(run, false)), dots, emaSeries(chosen, true)];
  const ends = isPerClass ? classEnds(perClass) : validationEnds(context);
  const seen = series.flatMap((curve) => (isWhole ? valuesWithin : settledValues)(x, curve.x, curve.y));
  const include = isPerClass ? [] : ends.map(({ y }) => y);
  const [least, max] = rangeOf(seen, isWhole ? { include } : { below: 0.005, include });
  const [own] = rangeOf(seen, { below: 0.005, margin: RISE_ROOM });
  const min = isWhole ? least : Math.max(0, Math.min(least, own));
  const bests = chosen.check.bestsByLog.length > 0 ? chosen.check.bestsByLog : chosen.check.bests;
  const places = new Map(chosen.run.epochs.map(({ epoch }, i) => [epoch, chosen.positions[i]]));
  return {
    id: 'dice',
    title: say(chartWords.dice, language),
    description: say(chartWords.diceDescription, language, {
      epochs: chosen.run.epochs.length,
      last: formatScore(chosen.check.lastEma ?? Number.NaN, 4),
      bests: bests.length,
      runs: others.length + 1,
    }),
    x,
    y: { min, max, ticks: numberTicks(min, max, 6) },
    series,
    spreads: hasSpread && !isPerClass ? spreadsOf(context) : [],
    bands: [],
    joins: chosen.run.joins.map((epoch) => ({
      x: places.get(epoch) ?? Number.NaN,
      y: max,
      text: say(chartWords.joined, language, { epoch }),
      colour: 'line-strong',
    })),
    marks: isPerClass ? [] : lastBest(chosen, bests, language),
    ends,
    strip: {
      label: say(chartWords.newBest, language),
      x: bests.map((epoch) => places.get(epoch) ?? Number.NaN),
      colour: 'ema',
    },
    follow: isPerClass ? null : { y: chosen.check.ema.map(({ ema }) => ema), colour: 'text' },
  };
}

function lastBest(
  run: ChartedRun,
  bests: readonly number[],
  language: ChartContext['language'],
): ChartMark[] {
  const epoch = bests.at(-1);
  const index = run.run.epochs.findIndex((other) => other.epoch === epoch);
  if (epoch === undefined || index < 0) return [];
  const { ema } = run.check.ema[index];
  const text = say(chartWords.lastBest, language, { epoch, ema: formatScore(ema, 4) });
  return [{ x: run.positions[index], y: ema, text, colour: 'ema' }];
}

interface ClassCurve {
  readonly name: string;
  readonly colour: ChartColour;
  readonly ema: readonly number[];
}

/** The running average of every class or region by itself; a NaN epoch is passed over, so that the curve goes on. */
export function classCurves({ run, classNames }: Pick<ChartedRun, 'run' | 'classNames'>): ClassCurve[] {
  const classes = run.epochs.reduce((most, { pseudoDice }) => Math.max(most, pseudoDice.length), 0);
  return Array.from({ length: classes }, (_, c) => {
    const values = run.epochs.map(({ pseudoDice }) => pseudoDice[c] ?? Number.NaN);
    const known = values.flatMap((value, i) => (Number.isNaN(value) ? [] : [i]));
    const averages = emaOf(known.map((i) => values[i])).map(({ ema }) => ema);
    const ema = values.map(() => Number.NaN);
    known.forEach((i, k) => (ema[i] = averages[k]));
    return {
      name: classNames.length === classes ? classNames[c] : `${c + 1}`,
      colour: `l${(c % 12) + 1}`,
      ema,
    };
  });
}

function classEnds(series: readonly ChartSeries[]): ChartEnd[] {
  return series.flatMap(({ name, y, colour }): ChartEnd[] => {
    const last = y.findLast(Number.isFinite);
    if (last === undefined) return [];
    return [{ y: last, text: name, note: formatScore(last), colour, symbol: 'none', strong: false }];
  });
}

/** Final validation of the chosen run, pooled and as mean; of other runs the mean where it is known, else the EMA. */
function validationEnds({ chosen, others, language }: ChartContext): ChartEnd[] {
  const ends: ChartEnd[] = [];
  const { mean, pooled, cases } = chosen;
  if (pooled !== null) {
    const text = say(chartWords.pooled, language, { dice: formatScore(pooled) });
    ends.push({ y: pooled, text, note: '', colour: 'text', symbol: 'filled', strong: true });
  }
  if (mean !== null) {
    const text = say(chartWords.mean, language, { dice: formatScore(mean) });
    const note = cases === null ? '' : say(chartWords.overCases, language, { cases });
    ends.push({ y: mean, text, note, colour: 'text', symbol: 'hollow', strong: true });
  }
  for (const run of others) {
    const { lastEma } = run.check;
    if (lastEma === null || Number.isNaN(lastEma)) continue;
    const text = `${formatScore(lastEma)} ${run.name}`;
    ends.push({ y: lastEma, text, note: '', colour: run.colour, symbol: 'none', strong: false });
  }
  return ends;
}
