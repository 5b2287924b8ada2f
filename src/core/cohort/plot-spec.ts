import type { ChartColour } from '../charts/chart-spec.ts';
import type { CohortMark } from './plot-cohort.ts';
import type { PlotAxis } from './plot-scale.ts';

/** A token of the design that a plot is drawn with. */
export type PlotColour = ChartColour | 'pred' | 'model-b' | 'ref' | 'control';

/** One mark, at a place in the coordinates of the axes. */
export interface PlotPoint extends CohortMark {
  readonly x: number;
  readonly y: number;
  readonly colour: PlotColour;
  /** Stands out: drawn larger and whole. */
  readonly isStrong: boolean;
  /** Marks of one row or column: the arrow keys along it stay in it. */
  readonly row: number;
}

/** A line through places; `width` in CSS px. */
export interface PlotLine {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly colour: PlotColour;
  readonly width: number;
  readonly alpha: number;
  readonly dash?: readonly number[];
}

/** Quartiles as a box round `y`, the median as its line, the mean as a diamond; places in coordinates of x. */
export interface PlotBox {
  readonly y: number;
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
  readonly mean: number;
}

/** A text beside a place; `anchor` says on which side of the place it ends. */
export interface PlotNote {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly anchor: 'start' | 'middle' | 'end';
  /** Shift in CSS px, and whether it is set in the weaker ink. */
  readonly dx: number;
  readonly dy: number;
  readonly isQuiet: boolean;
}

/** One plot of a cohort, without a word about how it is drawn. */
export interface PlotSpec {
  readonly id: 'distribution' | 'volume' | 'agreement' | 'pairs' | 'scatter';
  /** What it shows, for those who do not see it. */
  readonly description: string;
  readonly x: PlotAxis;
  readonly y: PlotAxis;
  /** What stands along the axes; empty where the heading says it. */
  readonly xTitle: string;
  readonly yTitle: string;
  readonly points: readonly PlotPoint[];
  readonly lines: readonly PlotLine[];
  readonly boxes: readonly PlotBox[];
  readonly notes: readonly PlotNote[];
  /** Lines between two points, by their index: the same case by two models. */
  readonly links: readonly { readonly from: number; readonly to: number; readonly colour: PlotColour }[];
  /** Half the height of a box in coordinates of y; 0 without boxes. */
  readonly boxHalf: number;
}

/** The parts that most plots lack. */
export const PLAIN_PLOT = {
  xTitle: '',
  yTitle: '',
  lines: [],
  boxes: [],
  notes: [],
  links: [],
  boxHalf: 0,
} as const satisfies Partial<PlotSpec>;
