import uPlot from 'uplot';
import type { ChartColour, ChartSeries, ChartSpec } from '../../core/charts/chart-spec.ts';
import { isPanning } from './chart-gestures.ts';
import { AXIS, LEFT, RIGHT, STRIP, TOP, type ChartLayout } from '../../core/charts/chart-layout.ts';

/** A colour of the theme as the canvas takes it. */
export type ColourOf = (token: ChartColour | 'grid' | 'hover' | 'panel') => string;

/** The options and data with which uPlot draws a chart; each curve has its own x. */
export function plotOf(
  spec: ChartSpec,
  layout: ChartLayout,
  hasAxis: boolean,
  colourOf: ColourOf,
  onSelect: (from: number, to: number) => void,
): { options: uPlot.Options; data: uPlot.AlignedData } {
  const lines = spec.series.filter(({ kind }) => kind === 'line');
  const font = `11px ${fontOf()}`;
  const axis = { stroke: colourOf('text-3'), font, ticks: { show: false }, gap: 8 };
  const grid = { stroke: colourOf('grid'), width: 1 };
  const options: uPlot.Options = {
    mode: 2,
    width: layout.width,
    height: layout.height,
    padding: [TOP, RIGHT, hasAxis ? 0 : layout.height - layout.bottom, 0],
    legend: { show: false },
    cursor: {
      x: false,
      y: false,
      points: { show: false },
      drag: { x: true, y: false, setScale: false, dist: 4 },
      bind: { mousedown: (_plot, _target, press) => (event) => (isPanning(event) ? null : press(event)) },
    },
    scales: {
      x: { time: false, auto: false, range: () => [spec.x.min, spec.x.max] },
      y: { auto: false, range: () => [layout.yMin, spec.y.max] },
    },
    axes: [
      {
        ...axis,
        scale: 'x',
        grid,
        size: hasAxis ? AXIS : 0,
        splits: () => spec.x.ticks.map(({ at }) => at),
        values: () => spec.x.ticks.map(({ text }) => (hasAxis ? text : '')),
      },
      {
        ...axis,
        scale: 'y',
        grid,
        size: LEFT,
        splits: () => spec.y.ticks.map(({ at }) => at),
        values: () => spec.y.ticks.map(({ text }) => text),
      },
    ],
    series: [
      {},
      ...lines.map((line): uPlot.Series => ({
        facets: [
          { scale: 'x', auto: false },
          { scale: 'y', auto: false },
        ],
        stroke: colourOf(line.colour),
        width: line.width,
        alpha: line.alpha,
        dash: line.dash ? [...line.dash] : undefined,
        paths: uPlot.paths.linear!(),
        points: { show: false },
      })),
    ],
    hooks: {
      drawAxes: [(plot) => drawBeneath(plot, spec, colourOf)],
      setSelect: [
        (plot) => {
          const { left, width } = plot.select;
          if (width < 4) return;
          onSelect(plot.posToVal(left, 'x'), plot.posToVal(left + width, 'x'));
          plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
        },
      ],
    },
  };
  return { options, data: [null, ...lines.map(pointsOf)] as unknown as uPlot.AlignedData };
}

/** uPlot knows gaps as null; a place that is not known takes no part. */
function pointsOf({ x, y }: ChartSeries): [number[], (number | null)[]] {
  const known = x.flatMap((place, i) => (Number.isFinite(place) ? [i] : []));
  return [known.map((i) => x[i]), known.map((i) => (Number.isFinite(y[i]) ? y[i] : null))];
}

/** Shaded stretches, spreads, joins, dots and the strip, beneath the lines. */
function drawBeneath(plot: uPlot, spec: ChartSpec, colourOf: ColourOf): void {
  const { ctx } = plot;
  const { left, top, width, height } = plot.bbox;
  const ratio = uPlot.pxRatio;
  const x = (value: number) => plot.valToPos(value, 'x', true);
  const y = (value: number) => plot.valToPos(value, 'y', true);
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, top, width, height);
  ctx.clip();
  ctx.fillStyle = colourOf('hover');
  for (const { from, to } of spec.bands) ctx.fillRect(x(from), top, Math.max(ratio, x(to) - x(from)), height);
  for (const spread of spec.spreads) {
    ctx.fillStyle = colourOf(spread.colour);
    ctx.globalAlpha = 0.16;
    ctx.fill(spreadPath(spread.x, spread.low, spread.high, x, y));
  }
  ctx.globalAlpha = 1;
  ctx.fillStyle = colourOf('line-strong');
  for (const join of spec.joins) ctx.fillRect(x(join.x), top, ratio, height);
  for (const dots of spec.series.filter(({ kind }) => kind === 'dots')) {
    ctx.fillStyle = colourOf(dots.colour);
    ctx.globalAlpha = dots.alpha;
    const size = Math.max(1, Math.round(dots.width * ratio));
    dots.x.forEach((place, i) => {
      if (Number.isFinite(dots.y[i])) ctx.fillRect(x(place) - size / 2, y(dots.y[i]) - size / 2, size, size);
    });
  }
  if (spec.strip) {
    ctx.fillStyle = colourOf(spec.strip.colour);
    ctx.globalAlpha = 0.85;
    for (const place of spec.strip.x) {
      ctx.fillRect(Math.round(x(place)), top + height - STRIP * ratio, Math.max(1, ratio), STRIP * ratio);
    }
  }
  ctx.restore();
}

function spreadPath(
  places: readonly number[],
  low: readonly number[],
  high: readonly number[],
  x: (value: number) => number,
  y: (value: number) => number,
): Path2D {
  const path = new Path2D();
  const known = places.map((_, i) => i).filter((i) => Number.isFinite(low[i]));
  for (const i of known) path.lineTo(x(places[i]), y(high[i]));
  for (const i of known.reverse()) path.lineTo(x(places[i]), y(low[i]));
  path.closePath();
  return path;
}

function fontOf(): string {
  return getComputedStyle(document.documentElement).getPropertyValue('--font').trim() || 'sans-serif';
}
