import uPlot from 'uplot';
import type { PlotLayout } from '../../core/cohort/plot-layout.ts';
import type { PlotColour, PlotLine, PlotSpec } from '../../core/cohort/plot-spec.ts';
import type { PlotColourOf } from '../../core/cohort/plot-svg.ts';

/** So few marks are drawn large. */
const FEW = 60;
/** More marks than this are thinned, and paler. */
const DENSE = 3000;

const NO_LINE: PlotLine = { x: [], y: [], colour: 'text', width: 1, alpha: 1 };

/** The options and data with which uPlot draws a plot: axes and lines are its own, marks and boxes go beneath. */
export function optionsOfPlot(
  spec: PlotSpec,
  layout: PlotLayout,
  colourOf: PlotColourOf,
): { options: uPlot.Options; data: uPlot.AlignedData } {
  const font = `11px ${getComputedStyle(document.documentElement).getPropertyValue('--font').trim() || 'sans-serif'}`;
  const axis = {
    stroke: colourOf('text-3'),
    font,
    ticks: { show: false },
    gap: 6,
    grid: { stroke: colourOf('grid'), width: 1 },
  };
  // uPlot wants a series to take its scales from
  const lines = spec.lines.length > 0 ? spec.lines : [NO_LINE];
  const options: uPlot.Options = {
    mode: 2,
    width: layout.width,
    height: layout.height,
    padding: [layout.top, layout.width - layout.right, 0, 0],
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x: { time: false, auto: false, range: () => [spec.x.min, spec.x.max] },
      y: { auto: false, range: () => [spec.y.min, spec.y.max] },
    },
    axes: [
      {
        ...axis,
        scale: 'x',
        size: layout.height - layout.bottom,
        splits: () => spec.x.ticks.map(({ at }) => at),
        values: () => spec.x.ticks.map(({ text }) => text),
      },
      {
        ...axis,
        scale: 'y',
        size: layout.left,
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
    hooks: { drawAxes: [(plot) => drawMarks(plot, spec, colourOf)] },
  };
  const data = [null, ...lines.map(({ x, y }) => [[...x], [...y]])];
  return { options, data: data as unknown as uPlot.AlignedData };
}

/** Links, marks and boxes, beneath the lines. */
function drawMarks(plot: uPlot, spec: PlotSpec, colourOf: PlotColourOf): void {
  const { ctx } = plot;
  const ratio = uPlot.pxRatio;
  const x = (value: number) => plot.valToPos(value, 'x', true);
  const y = (value: number) => plot.valToPos(value, 'y', true);
  const known = new Map<PlotColour, string>();
  const inks = (token: PlotColour) => {
    const found = known.get(token) ?? colourOf(token);
    known.set(token, found);
    return found;
  };
  ctx.save();
  ctx.lineWidth = ratio;
  ctx.globalAlpha = spec.links.length > 400 ? 0.25 : 0.5;
  for (const { from, to, colour } of spec.links) {
    ctx.strokeStyle = inks(colour);
    ctx.beginPath();
    ctx.moveTo(x(spec.points[from].x), y(spec.points[from].y));
    ctx.lineTo(x(spec.points[to].x), y(spec.points[to].y));
    ctx.stroke();
  }
  const isDense = spec.points.length > DENSE;
  for (const isStrong of [false, true]) {
    ctx.globalAlpha = isStrong ? 1 : isDense ? 0.35 : 0.6;
    const radius = (isStrong || spec.points.length <= FEW ? 2.8 : 1.9) * ratio;
    const taken = new Set<number>();
    for (const point of spec.points) {
      if (point.isStrong !== isStrong) continue;
      const [px, py] = [x(point.x), y(point.y)];
      if (isDense) {
        // marks on one pixel are one mark: the work follows the picture, not the number of cases
        const pixel = Math.round(px) + ctx.canvas.width * Math.round(py);
        if (taken.has(pixel)) continue;
        taken.add(pixel);
      }
      ctx.fillStyle = inks(point.colour);
      ctx.beginPath();
      ctx.arc(px, py, radius, 0, 2 * Math.PI);
      ctx.fill();
    }
  }
  ctx.globalAlpha = 1;
  for (const box of spec.boxes) {
    const [high, low] = [y(box.y + spec.boxHalf), y(box.y - spec.boxHalf)];
    ctx.strokeStyle = colourOf('text-2');
    ctx.lineWidth = ratio;
    ctx.strokeRect(x(box.lower), high, x(box.upper) - x(box.lower), low - high);
    ctx.strokeStyle = colourOf('text');
    ctx.lineWidth = 2 * ratio;
    ctx.beginPath();
    ctx.moveTo(x(box.median), high);
    ctx.lineTo(x(box.median), low);
    ctx.stroke();
    drawDiamond(ctx, x(box.mean), y(box.y), 5 * ratio, colourOf('text'), colourOf('panel'), ratio);
  }
  ctx.restore();
}

function drawDiamond(
  ctx: CanvasRenderingContext2D,
  x: number,
  y: number,
  half: number,
  stroke: string,
  fill: string,
  ratio: number,
): void {
  ctx.beginPath();
  ctx.moveTo(x, y - half);
  ctx.lineTo(x + half, y);
  ctx.lineTo(x, y + half);
  ctx.lineTo(x - half, y);
  ctx.closePath();
  ctx.fillStyle = fill;
  ctx.fill();
  ctx.strokeStyle = stroke;
  ctx.lineWidth = 1.5 * ratio;
  ctx.stroke();
}
