import type { GapAccount } from '../pseudo-dice/gap-account.ts';
import { spreadOf } from '../pseudo-dice/pseudo-dice.ts';
import type { PseudoDiceResult } from '../pseudo-dice/pseudo-dice-result.ts';
import { emaOf } from '../runs/ema.ts';
import { pseudoDicePageWords as words } from '../messages/pseudo-dice-page.ts';
import { say } from '../messages/say.ts';
import type { Language, Sentence } from '../messages/sentence.ts';
import { formatScore } from '../text/format.ts';
import { rangeOf, type Range } from './chart-range.ts';
import type { ChartColour, ChartEnd, ChartScale, ChartSeries, ChartSpec } from './chart-spec.ts';
import { numberTicks, wholeTicks } from './chart-ticks.ts';

/** What the chart of simulated epochs is drawn from. */
export interface SimulatedChartContext {
  readonly result: PseudoDiceResult;
  readonly gap: GapAccount;
  /** EMA of the same cases drawn in the other order; null until it is known. */
  readonly otherEma: readonly number[] | null;
  readonly isPerClass: boolean;
  /** Stretch of epochs; null shows all. */
  readonly range: Range | null;
  readonly language: Language;
}

/** Epochs as dots, EMA, band and the two ways to add up whole volumes on one axis; or the EMA of every structure. */
export function simulatedChart(context: SimulatedChartContext): ChartSpec {
  const { result, gap, isPerClass, range, language } = context;
  const word = <Facts>(of: Sentence<Facts>, facts?: Facts) => say(of as Sentence<never>, language, facts);
  const { epochs } = result;
  const means = epochs.map(({ mean }) => mean);
  const emas = epochs.map(({ ema }) => ema);
  const spread = spreadOf(means);
  const [min, max] = range ?? [0, Math.max(1, epochs.length)];
  const x: ChartScale = { min, max, ticks: wholeTicks(min, max, 6) };
  const levels = isPerClass ? [] : levelsOf(gap);
  const series = isPerClass ? structureCurves(result) : meanCurves(context, means, emas);
  const lines = levels.map(({ value, colour, dash }): ChartSeries => ({
    name: '',
    kind: 'line',
    x: [min, max],
    y: [value, value],
    colour,
    width: 1.4,
    alpha: 1,
    dash,
  }));
  const ends = isPerClass
    ? structureEnds(result, series)
    : [...levelEnds(context, levels), expectedEnd(context, spread)];
  const seen = series.flatMap((curve) => curve.y.filter((_, i) => curve.x[i] >= min && curve.x[i] <= max));
  const include = isPerClass ? [] : [...levels.map(({ value }) => value), spread.low, spread.high];
  const [yMin, yMax] = rangeOf(seen, { include });
  const nan = [...epochs.keys()].filter((epoch) => epochs[epoch].dice.some(Number.isNaN));
  const best = epochs.findLastIndex(({ isBest }) => isBest);
  const hasBest = !isPerClass && best >= 0 && Number.isFinite(emas[best]);
  return {
    id: 'dice',
    title: word(words.title),
    description: word(words.description, {
      epochs: epochs.length,
      ...spread,
      pooled: gap.steps.find(({ code }) => code === 'aggregation')?.value ?? Number.NaN,
      validation: gap.steps[0]?.value ?? Number.NaN,
    }),
    x,
    y: { min: yMin, max: yMax, ticks: numberTicks(yMin, yMax, 6) },
    series: [...lines, ...series],
    spreads:
      isPerClass || Number.isNaN(spread.low)
        ? []
        : [{ x: [min, max], low: [spread.low, spread.low], high: [spread.high, spread.high], colour: 'ema' }],
    bands: [],
    joins: [],
    marks: hasBest
      ? [{ x: best, y: emas[best], text: word(words.best, { epoch: best, ema: emas[best] }), colour: 'ema' }]
      : [],
    ends,
    strip: nan.length > 0 ? { label: word(words.nanStrip), x: nan, colour: 'text-2' } : null,
    follow: isPerClass ? null : { y: means, colour: 'text' },
  };
}

/** Dots, the other order's EMA thin, the EMA on top. */
function meanCurves(
  { otherEma, language }: SimulatedChartContext,
  means: readonly number[],
  emas: readonly number[],
): ChartSeries[] {
  const x = [...means.keys()];
  const dots: ChartSeries = {
    name: say(words.dots, language),
    kind: 'dots',
    x,
    y: means,
    colour: 'ema',
    width: 2.2,
    alpha: 0.6,
  };
  const line = (y: readonly number[], colour: ChartColour, width: number): ChartSeries => ({
    name: say(words.ema, language),
    kind: 'line',
    x,
    y,
    colour,
    width,
    alpha: 1,
  });
  return [dots, ...(otherEma ? [line(otherEma, 'text-3', 1)] : []), line(emas, 'ema', 1.8)];
}

/** The running average of every structure; an epoch in which it is NaN is a gap, and passed over in the average. */
function structureCurves({ structures, epochs }: PseudoDiceResult): ChartSeries[] {
  return structures.map(({ name, structure }, s) => {
    const values = epochs.map(({ dice }) => dice[s]);
    const known = values.flatMap((value, i) => (Number.isNaN(value) ? [] : [i]));
    const averages = emaOf(known.map((i) => values[i])).map(({ ema }) => ema);
    const y = values.map(() => Number.NaN);
    known.forEach((i, k) => (y[i] = averages[k]));
    const place = structure.kind === 'label' && structure.value > 0 ? structure.value - 1 : s;
    return {
      name,
      kind: 'line',
      x: [...values.keys()],
      y,
      colour: `l${(place % 12) + 1}`,
      width: 1.4,
      alpha: 1,
    };
  });
}

function structureEnds({ structures, epochs }: PseudoDiceResult, curves: readonly ChartSeries[]): ChartEnd[] {
  return structures.flatMap(({ name }, s): ChartEnd[] => {
    const { mean } = spreadOf(epochs.map(({ dice }) => dice[s]));
    if (Number.isNaN(mean)) return [];
    const { colour } = curves[s];
    return [{ y: mean, text: name, note: formatScore(mean), colour, symbol: 'none', strong: false }];
  });
}

interface Level {
  readonly code: 'validation' | 'aggregation' | 'reconstruction';
  readonly value: number;
  readonly colour: ChartColour;
  readonly dash?: readonly number[];
}

/** Differences below this are not seen in three decimals. */
const SEEN = 0.0005;

/** Mean over cases dashed, pooled solid, raw masks pooled where that is another value. */
function levelsOf({ steps }: GapAccount): Level[] {
  const valueOf = (wanted: Level['code']) => steps.find(({ code }) => code === wanted)?.value ?? Number.NaN;
  const pooled = valueOf('aggregation');
  const raw = valueOf('reconstruction');
  const levels: Level[] = [
    { code: 'validation', value: valueOf('validation'), colour: 'text', dash: [5, 4] },
    { code: 'aggregation', value: pooled, colour: 'text' },
  ];
  if (Math.abs(raw - pooled) >= SEEN) {
    levels.push({ code: 'reconstruction', value: raw, colour: 'text-2', dash: [2, 3] });
  }
  return levels.filter(({ value }) => Number.isFinite(value));
}

function levelEnds({ result, language }: SimulatedChartContext, levels: readonly Level[]): ChartEnd[] {
  const facts = {
    cases: result.cases.length,
    structures: result.structures.length,
    areRegions: result.structures[0]?.structure.kind === 'region',
  };
  const sentences = {
    validation: words.mean,
    aggregation: words.pooled,
    reconstruction: words.rawPooled,
  } as const;
  return levels.map(({ code, value, colour }) => ({
    y: value,
    text: say(sentences[code], language, { dice: value }),
    note: code === 'validation' ? say(words.meanOf, language, facts) : '',
    colour,
    symbol: 'none',
    strong: code !== 'reconstruction',
  }));
}

function expectedEnd(
  { language }: SimulatedChartContext,
  { mean, low, high }: { readonly mean: number; readonly low: number; readonly high: number },
): ChartEnd {
  return {
    y: mean,
    text: say(words.expected, language, { dice: mean }),
    note: say(words.rangeOf, language, { low, high }),
    colour: 'ema',
    symbol: 'none',
    strong: true,
  };
}
