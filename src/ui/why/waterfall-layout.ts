import type { StructureRef } from '../../core/labels/selection.ts';

/** Where a waterfall begins or ends: a structure and its Dice. */
export interface WaterfallEnd {
  readonly structure: StructureRef;
  readonly labels: readonly number[];
  readonly name: string;
  readonly dice: number;
}

/** One bar: what a cause takes from the Dice (negative) or gives back. */
export interface WaterfallStep {
  readonly id: string;
  readonly kind: 'volume' | 'inner' | 'skipped';
  readonly amount: number;
  /** Below the axis. */
  readonly text: string;
  /** Said of the bar, to screen readers and under the pointer. */
  readonly title: string;
}

/** What is said below several bars. */
export interface WaterfallBracket {
  readonly first: number;
  readonly last: number;
  readonly text: string;
}

/** The way from a region to its label; without steps both are the same structure. */
export interface WaterfallPair {
  readonly id: string;
  readonly from: WaterfallEnd;
  readonly to: WaterfallEnd;
  readonly steps: readonly WaterfallStep[];
  /** Below bars that belong together, from the index of the first to that of the last. */
  readonly brackets: readonly WaterfallBracket[];
}

/** A pair with the columns that it takes: its ends, and one a step. */
export interface PlacedPair {
  readonly pair: WaterfallPair;
  /** The left edge of its first column, in pixels. */
  readonly left: number;
  readonly pitch: number;
  readonly width: number;
}

export const AXIS_WIDTH = 40;
const GAP = 18;
const LEAST_PITCH = 50;
const MOST_PITCH = 76;
/** Wide enough for a sentence below it. */
const ALONE = 2;

const columnsOf = ({ steps }: WaterfallPair) => (steps.length === 0 ? ALONE : steps.length + 2);

/** Breaks the pairs into rows of a width, and spreads every row over it. */
export function placePairs(pairs: readonly WaterfallPair[], width: number): PlacedPair[][] {
  const room = width - AXIS_WIDTH;
  const rows: WaterfallPair[][] = [];
  let used = Infinity;
  for (const pair of pairs) {
    const needed = columnsOf(pair) * LEAST_PITCH + GAP;
    if (used + needed > room + GAP) {
      rows.push([]);
      used = 0;
    }
    rows.at(-1)?.push(pair);
    used += needed;
  }
  const widest = Math.max(1, ...rows.map((row) => row.reduce((sum, pair) => sum + columnsOf(pair), 0)));
  const mostInRow = Math.max(1, ...rows.map((row) => row.length));
  const pitch = Math.min(MOST_PITCH, (room - (mostInRow - 1) * GAP) / widest);
  return rows.map((row) => {
    let left = AXIS_WIDTH;
    return row.map((pair) => {
      const placed = { pair, left, pitch, width: columnsOf(pair) * pitch };
      left += placed.width + GAP;
      return placed;
    });
  });
}

/** The levels between which the steps of a pair lie, the first the Dice that it begins with. */
export function levelsOf({ from, steps }: WaterfallPair): number[] {
  let level = from.dice;
  return [level, ...steps.map(({ amount }) => (level += amount))];
}

/** An axis that holds every level and ends at 1; it may start above 0, since only steps float on it. */
export function axisOf(pairs: readonly WaterfallPair[]): { low: number; high: number; ticks: number[] } {
  const levels = pairs.flatMap((pair) => [...levelsOf(pair), pair.to.dice]).filter(Number.isFinite);
  const lowest = Math.min(0.95, ...levels);
  const step = [0.05, 0.1, 0.2, 0.5, 1, 2, 5].find((by) => (1 - lowest) / by <= 6) ?? 10;
  const count = Math.max(1, Math.ceil((1 - lowest) / step - 1e-9));
  const ticks = Array.from({ length: count + 1 }, (_, i) => Number((1 - i * step).toFixed(2)));
  return { low: ticks[count], high: 1, ticks };
}
