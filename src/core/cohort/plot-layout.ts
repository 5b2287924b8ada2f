import type { PlotSpec } from './plot-spec.ts';

/** Room round a plot, in CSS px. */
export const PLOT_TOP = 6;
const AXIS = 20;
const TITLE = 15;
const EDGE = 10;
const Y_TEXT = 44;
const Y_TITLE = 16;
const BARE = 8;

/** Where things of a plot stand, in CSS px from its upper left corner. */
export interface PlotLayout {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  xOf(value: number): number;
  yOf(value: number): number;
}

/** Height of what stands below the marks. */
export function footOf({ xTitle }: Pick<PlotSpec, 'xTitle'>): number {
  return AXIS + (xTitle ? TITLE : 0);
}

/** Lays a plot out in a box; without numbers on its y axis the marks begin at the edge. */
export function layOutPlot(spec: PlotSpec, width: number, height: number): PlotLayout {
  const left = (spec.y.ticks.length > 0 ? Y_TEXT : BARE) + (spec.yTitle ? Y_TITLE : 0);
  const right = Math.max(left + 40, width - EDGE);
  const bottom = Math.max(PLOT_TOP + 20, height - footOf(spec));
  const { x, y } = spec;
  return {
    width,
    height,
    left,
    right,
    top: PLOT_TOP,
    bottom,
    xOf: (value) => left + ((value - x.min) / (x.max - x.min)) * (right - left),
    yOf: (value) => bottom - ((value - y.min) / (y.max - y.min)) * (bottom - PLOT_TOP),
  };
}

/** The index of the mark nearest to a place within so many px; -1 where there is none. `places`: x, y, x, y, ... */
export function nearestPlace(places: Float32Array, x: number, y: number, within: number): number {
  let nearest = -1;
  let least = within * within;
  for (let i = 0; i < places.length; i += 2) {
    const square = (places[i] - x) ** 2 + (places[i + 1] - y) ** 2;
    if (square <= least) {
      least = square;
      nearest = i / 2;
    }
  }
  return nearest;
}

export type PlotStep = 'left' | 'right' | 'up' | 'down';

/**
 * The mark that an arrow key leads to from mark `from` (-1: none yet): left and right along the row of the mark, up and
 * down to the nearest mark of the next row, or along y where there is one row only. At an end the mark stays.
 */
export function stepToMark(spec: PlotSpec, from: number, step: PlotStep): number {
  const { points } = spec;
  if (points.length === 0) return -1;
  if (from < 0 || from >= points.length) return 0;
  const here = points[from];
  const rows = new Set(points.map(({ row }) => row));
  const isAlong = step === 'left' || step === 'right';
  if (!isAlong && rows.size > 1) {
    const down = step === 'down' ? 1 : -1;
    const next = [...rows].filter((row) => (row - here.row) * down > 0).sort((a, b) => (a - b) * down)[0];
    return next === undefined ? from : nearestInRow(spec, next, here.x, here.y);
  }
  const value = (i: number) => (isAlong ? points[i].x : points[i].y);
  const order = points
    .map((_, i) => i)
    .filter((i) => points[i].row === here.row)
    .sort((a, b) => value(a) - value(b) || a - b);
  const by = step === 'right' || step === 'up' ? 1 : -1;
  return order[order.indexOf(from) + by] ?? from;
}

function nearestInRow({ points }: PlotSpec, row: number, x: number, y: number): number {
  let nearest = -1;
  let least = Infinity;
  points.forEach((point, i) => {
    if (point.row !== row) return;
    const away = Math.abs(point.x - x) + 1e-6 * Math.abs(point.y - y);
    if (away < least) [nearest, least] = [i, away];
  });
  return nearest;
}
