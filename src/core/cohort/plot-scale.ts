import { formatTick, numberTicks, type ChartTick } from '../charts/chart-ticks.ts';
import { integer } from '../messages/sentence.ts';

/** An axis of a plot, in coordinates that are drawn evenly: what is stretched has been stretched. */
export interface PlotAxis {
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly ChartTick[];
}

/** A Dice closer to 1 than this is drawn as far from it: -log(1 - Dice) has no place for 1. */
const NEAREST_TO_ONE = 1e-3;

/** The place of a Dice on an axis stretched towards 1, -log(1 - Dice); 0 at 0, at most 6.91. NaN for NaN. */
export function stretchDice(dice: number): number {
  return 0 - Math.log(Math.max(1 - dice, NEAREST_TO_ONE)); // 0 at 0, not -0
}

const DICE_TICKS = [0, 0.2, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999];
/** Room beyond the best mark, in units of the stretched axis. */
const BEYOND = 0.25;
/** Room before the first tick, as a share of the axis: marks there are whole. */
const BELOW = 0.03;

/**
 * A stretched axis that holds these Dice: from 0, or from the highest tick of at least 0.5 that all are above.
 * Ticks closer than `gap` of the axis, more for long texts, are left out.
 */
export function diceAxis(values: readonly number[], gap = 0.07): PlotAxis {
  const known = values.filter((value) => !Number.isNaN(value));
  const lowest = known.reduce((a, b) => Math.min(a, b), 1);
  const highest = known.reduce((a, b) => Math.max(a, b), 0);
  const from = DICE_TICKS.findLast((tick) => tick >= 0.5 && tick <= 0.9 && tick <= lowest) ?? 0;
  const start = stretchDice(known.length === 0 ? 0 : from);
  const max = Math.max(stretchDice(highest), start + 1) + BEYOND;
  const min = start - BELOW * (max - start);
  const ticks: ChartTick[] = [];
  for (const tick of DICE_TICKS) {
    const at = stretchDice(tick);
    const text = tick === 0.999 ? '≥0.999' : `${tick}`;
    const before = ticks.at(-1)?.at ?? -Infinity;
    const needed = gap * (max - min) * Math.max(1, text.length / 4); // for as many characters as 0.95 has
    if (at >= min && at <= max && at - before >= needed) ticks.push({ at, text });
  }
  return { min, max, ticks };
}

/** A logarithmic axis of positive values: powers of ten. A single value gets a decade. */
export function logAxis(values: readonly number[]): PlotAxis {
  const known = values.filter((value) => value > 0).map(Math.log10);
  const lowest = known.length === 0 ? 0 : known.reduce((a, b) => Math.min(a, b));
  const highest = known.length === 0 ? 1 : known.reduce((a, b) => Math.max(a, b));
  const room = highest - lowest < 0.5 ? 0.5 : (highest - lowest) * 0.04;
  const [min, max] = [lowest - room, highest + room];
  const steps = max - min > 2.2 ? [1] : max - min > 1.1 ? [1, 3] : [1, 2, 5];
  const decades = Array.from(
    { length: Math.floor(max) - Math.floor(min) + 1 },
    (_, i) => Math.floor(min) + i,
  );
  const ticks = decades
    .flatMap((decade) => steps.map((step) => ({ decade, step })))
    .map(({ decade, step }) => ({ at: decade + Math.log10(step), text: decimal(step, decade) }))
    .filter(({ at }) => at >= min && at <= max);
  return { min, max, ticks };
}

function decimal(step: number, decade: number): string {
  return decade < 0 ? (step * 10 ** decade).toFixed(-decade) : integer(step * 10 ** decade);
}

/** An even axis that holds these values and 0, with some air. */
export function signedAxis(values: readonly number[]): PlotAxis {
  const lowest = values.reduce((a, b) => Math.min(a, b), 0);
  const highest = values.reduce((a, b) => Math.max(a, b), 0);
  const room = highest > lowest ? (highest - lowest) * 0.06 : 1;
  const [min, max] = [lowest - room, highest + room];
  const ticks = numberTicks(min, max, 5).map(({ at, text }) => ({ at, text: at > 0 ? `+${text}` : text }));
  return { min, max, ticks: ticks.length > 0 ? ticks : [{ at: 0, text: formatTick(0, 0) }] };
}
