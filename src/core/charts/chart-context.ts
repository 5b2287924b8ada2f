import type { ChartColour, ChartScale } from './chart-spec.ts';
import type { Range } from './chart-range.ts';
import { numberTicks, timeTicks, wholeTicks } from './chart-ticks.ts';
import type { EpochAxis } from '../runs/epoch-axis.ts';
import type { Language } from '../messages/sentence.ts';
import type { RunCheck } from '../runs/run-check.ts';
import type { Run } from '../runs/run.ts';

/** A run as the charts see it. */
export interface ChartedRun {
  readonly id: string;
  readonly name: string;
  /** Runs of one trainer folder, whose spread is drawn as one. */
  readonly group: string;
  readonly colour: ChartColour;
  readonly run: Run;
  readonly check: RunCheck;
  /** Of its epochs on the axis. */
  readonly positions: readonly number[];
  readonly planned: number;
  readonly classNames: readonly string[];
  /** Final validation: mean over cases and structures, the same predictions pooled, and how many cases. */
  readonly mean: number | null;
  readonly pooled: number | null;
  readonly cases: number | null;
}

/** What every chart of a page is drawn from. */
export interface ChartContext {
  readonly chosen: ChartedRun;
  /** Visible runs but the chosen one. */
  readonly others: readonly ChartedRun[];
  readonly axis: EpochAxis;
  /** null shows everything. */
  readonly range: Range | null;
  /** Axes that hold every value, not only the bulk. */
  readonly isWhole: boolean;
  readonly isLogLoss: boolean;
  readonly isPerClass: boolean;
  readonly hasSpread: boolean;
  readonly language: Language;
}

/** The x axis that all charts share. */
export function xScaleOf({ chosen, others, axis, range, language }: ChartContext): ChartScale {
  const [min, max] = range ?? wholeRange({ chosen, others, axis });
  if (axis === 'clock') return { min, max, ticks: timeTicks(min, max, 6, language) };
  if (axis === 'hours') return { min, max, ticks: numberTicks(min, max, 6, ' h') };
  if (axis === 'schedule') {
    const ticks = numberTicks(min * 100, max * 100, 6, ' %').map(({ at, text }) => ({ at: at / 100, text }));
    return { min, max, ticks };
  }
  return { min, max, ticks: wholeTicks(min, max, 6) };
}

/** The x axis with every epoch of every run on it. */
export function wholeRange({
  chosen,
  others,
  axis,
}: Pick<ChartContext, 'chosen' | 'others' | 'axis'>): Range {
  const all = [chosen, ...others].flatMap(({ positions }) => positions.filter(Number.isFinite));
  if (all.length === 0) return [0, 1];
  const least = all.reduce((a, b) => Math.min(a, b));
  const most = all.reduce((a, b) => Math.max(a, b));
  if (axis === 'schedule') return [0, Math.max(1, most)];
  if (axis === 'clock') return [least, most > least ? most : least + 1];
  return [0, Math.max(most + (axis === 'epoch' ? 1 : 0), 1e-3)];
}

/** The values whose position is within the scale. */
export function valuesWithin(
  { min, max }: ChartScale,
  positions: readonly number[],
  values: readonly number[],
): number[] {
  return values.filter((_, i) => positions[i] >= min && positions[i] <= max);
}

/** Share of a run's epochs that count as its first rise. */
const RISE_SHARE = 0.1;

/**
 * The values within the scale without those of the first rise, so that the rest fills the chart; all of them where
 * the scale ends within that rise.
 */
export function settledValues(
  { min, max }: ChartScale,
  positions: readonly number[],
  values: readonly number[],
): number[] {
  const settled = positions[Math.floor(positions.length * RISE_SHARE)];
  const late = valuesWithin({ min: Math.max(min, settled), max, ticks: [] }, positions, values);
  return late.some(Number.isFinite) ? late : valuesWithin({ min, max, ticks: [] }, positions, values);
}

/** The value of a curve at `x`, linear between neighbours; NaN outside of it. */
export function valueAt(positions: readonly number[], values: readonly number[], x: number): number {
  const after = positions.findIndex((position) => position >= x);
  if (after < 0) return Number.NaN;
  if (positions[after] === x) return values[after];
  if (after === 0) return Number.NaN;
  const share = (x - positions[after - 1]) / (positions[after] - positions[after - 1]);
  return values[after - 1] + share * (values[after] - values[after - 1]);
}
