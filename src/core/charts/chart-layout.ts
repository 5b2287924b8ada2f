import type { ChartEnd, ChartScale, ChartSpec } from './chart-spec.ts';

/** Room round the plot of every chart, in CSS px, the same for all so that they stand on one axis. */
export const LEFT = 60;
export const RIGHT = 126;
export const TOP = 8;
export const AXIS = 22;
const BARE_BOTTOM = 6;
/** Height of the strip of new bests, and the room it takes from the curves. */
export const STRIP = 9;
const STRIP_ROOM = 18;
const END_LINE = 15;

/** Where things of a chart stand, in CSS px from its upper left corner. */
export interface ChartLayout {
  readonly width: number;
  readonly height: number;
  /** Of the plot. */
  readonly right: number;
  readonly bottom: number;
  /** Value at the lower edge of the plot, below the strip. */
  readonly yMin: number;
  xOf(value: number): number;
  yOf(value: number): number;
  valueOf(x: number): number;
}

/** Lays a chart out in a box; with `hasAxis` the numbers of the x axis stand below it. */
export function layOutChart(spec: ChartSpec, width: number, height: number, hasAxis: boolean): ChartLayout {
  const right = Math.max(LEFT + 40, width - RIGHT);
  const bottom = Math.max(TOP + 20, height - (hasAxis ? AXIS : BARE_BOTTOM));
  const { x, y } = spec;
  const yMin = spec.strip ? y.min - ((y.max - y.min) * STRIP_ROOM) / (bottom - TOP - STRIP_ROOM) : y.min;
  const share = (value: number, { min, max }: Pick<ChartScale, 'min' | 'max'>) => (value - min) / (max - min);
  return {
    width,
    height,
    right,
    bottom,
    yMin,
    xOf: (value) => LEFT + share(value, x) * (right - LEFT),
    yOf: (value) => bottom - share(value, { min: yMin, max: y.max }) * (bottom - TOP),
    valueOf: (place) => x.min + ((place - LEFT) / (right - LEFT)) * (x.max - x.min),
  };
}

/** A text at the right edge, moved up or down until it covers no other; `anchor` is where its value stands. */
export interface PlacedEnd {
  readonly end: ChartEnd;
  readonly anchor: number;
  readonly top: number;
}

/** Places the texts at the right edge, those of figures first; what finds no room is left out. */
export function placeEnds(ends: readonly ChartEnd[], layout: ChartLayout): PlacedEnd[] {
  const linesOf = ({ note }: ChartEnd) => (note ? 2 : 1);
  const lowest = layout.bottom - END_LINE / 2;
  const wished = ends
    .map((end) => ({ end, lines: linesOf(end), anchor: layout.yOf(end.y) }))
    .filter(({ anchor }) => Number.isFinite(anchor))
    .map((place) => ({ ...place, anchor: Math.min(Math.max(place.anchor, TOP), layout.bottom) }));
  const room = Math.floor((layout.bottom - TOP + END_LINE) / END_LINE);
  let lines = 0;
  const kept = wished
    .sort((a, b) => Number(b.end.strong) - Number(a.end.strong))
    .filter((place) => (lines += place.lines) <= room)
    .sort((a, b) => a.anchor - b.anchor);
  const tops: number[] = [];
  kept.forEach(({ anchor }, i) => {
    const above = i === 0 ? TOP - END_LINE / 2 : tops[i - 1] + kept[i - 1].lines * END_LINE;
    tops.push(Math.max(anchor - END_LINE / 2, above));
  });
  let limit = lowest + END_LINE;
  for (let i = kept.length - 1; i >= 0; i--) {
    tops[i] = Math.min(tops[i], limit - kept[i].lines * END_LINE);
    limit = tops[i];
  }
  return kept.map(({ end, anchor }, i) => ({ end, anchor, top: tops[i] }));
}
