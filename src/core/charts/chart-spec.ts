import type { ChartTick } from './chart-ticks.ts';

/** A token of the design, without its dashes: the theme gives the colour. */
export type ChartColour =
  'ema' | 'train' | 'val' | 'text' | 'text-2' | 'text-3' | 'line-strong' | `l${number}`;

export interface ChartScale {
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly ChartTick[];
}

/** A line or a cloud of dots; NaN is a gap. x ascends. */
export interface ChartSeries {
  readonly name: string;
  readonly kind: 'line' | 'dots';
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly colour: ChartColour;
  /** CSS px: of a line, or the diameter of a dot. */
  readonly width: number;
  readonly alpha: number;
  readonly dash?: readonly number[];
}

/** A stretch of x that is shaded, with its reason. */
export interface ChartBand {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The area between two curves. */
export interface ChartSpread {
  readonly x: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly colour: ChartColour;
}

/** A point with a text. */
export interface ChartMark {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly colour: ChartColour;
}

/** A text at the right edge, at the height of `y`, with a diamond where it is a figure of its own. */
export interface ChartEnd {
  readonly y: number;
  readonly text: string;
  readonly note: string;
  readonly colour: ChartColour;
  readonly symbol: 'none' | 'filled' | 'hollow';
  readonly strong: boolean;
}

/** Ticks in a strip at the lower edge. */
export interface ChartStrip {
  readonly label: string;
  readonly x: readonly number[];
  readonly colour: ChartColour;
}

/** One chart, without a word about how it is drawn. */
export interface ChartSpec {
  readonly id: 'dice' | 'loss' | 'duration' | 'rate';
  readonly title: string;
  /** What it shows, for those who do not see it. */
  readonly description: string;
  readonly x: ChartScale;
  readonly y: ChartScale;
  readonly series: readonly ChartSeries[];
  readonly spreads: readonly ChartSpread[];
  readonly bands: readonly ChartBand[];
  /** Vertical lines, such as where logs were joined. */
  readonly joins: readonly ChartMark[];
  readonly marks: readonly ChartMark[];
  readonly ends: readonly ChartEnd[];
  readonly strip: ChartStrip | null;
  /** Of the chosen run, for the dot at the chosen epoch. */
  readonly follow: { readonly y: readonly number[]; readonly colour: ChartColour } | null;
}
