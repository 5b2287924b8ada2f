import { svg, type SVGTemplateResult } from 'lit';

/** One axis of a chart: its range, where it has ticks, and what it is of. */
export interface ChartAxis {
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly number[];
  readonly label: string;
  readonly text?: (tick: number) => string;
  /** Places in proportion to the logarithm. */
  readonly isLog?: boolean;
}

/** The place of a chart on its drawing, in pixels, and its axes. */
export interface ChartFrame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly x: ChartAxis;
  readonly y: ChartAxis;
}

export type Point = readonly [x: number, y: number];

/** Where a value stands on the drawing. */
export function placeX({ left, width, x }: ChartFrame, value: number): number {
  return left + width * shareOf(x, value);
}

/** As `placeX`; upwards. */
export function placeY({ top, height, y }: ChartFrame, value: number): number {
  return top + height * (1 - shareOf(y, value));
}

function shareOf({ min, max, isLog }: ChartAxis, value: number): number {
  const of = (one: number) => (isLog ? Math.log(one) : one);
  return (of(value) - of(min)) / (of(max) - of(min));
}

/** Grid, ticks and names of both axes. */
export function chartAxes(frame: ChartFrame): SVGTemplateResult {
  const { left, top, width, height, x, y } = frame;
  const textOf = ({ text }: ChartAxis, tick: number) => (text ? text(tick) : `${tick}`);
  const bottom = top + height;
  return svg`<g>
    ${y.ticks.map((tick) => {
      const at = placeY(frame, tick);
      return svg`<line class="grid" x1=${left} x2=${left + width} y1=${at} y2=${at} />
        <text x=${left - 8} y=${at + 4} text-anchor="end">${textOf(y, tick)}</text>`;
    })}
    ${x.ticks.map(
      (tick) =>
        svg`<text x=${placeX(frame, tick)} y=${bottom + 18} text-anchor="middle">${textOf(x, tick)}</text>`,
    )}
    <text x=${Math.max(0, left - 32)} y=${top - 10}>${y.label}</text>
    <text x=${left} y=${bottom + 36}>${x.label}</text>
  </g>`;
}

/** The path of a line, cut where it leaves the chart above or below; NaN interrupts it. */
export function linePath(frame: ChartFrame, points: readonly Point[]): string {
  let path = '';
  let isOpen = false;
  for (const [x, y] of points) {
    const isInside = y >= frame.y.min && y <= frame.y.max && x >= frame.x.min && x <= frame.x.max;
    if (isInside) {
      path += `${isOpen ? 'L' : 'M'}${placeX(frame, x).toFixed(1)} ${placeY(frame, y).toFixed(1)}`;
    }
    isOpen = isInside;
  }
  return path;
}

/** The area between a lower and an upper line over the same places; values beyond the chart end at its edge. */
export function bandPath(
  frame: ChartFrame,
  band: readonly (readonly [x: number, low: number, high: number])[],
): string {
  const at = (x: number, value: number) => {
    const inside = Math.min(frame.y.max, Math.max(frame.y.min, value));
    return `${placeX(frame, x).toFixed(1)} ${placeY(frame, inside).toFixed(1)}`;
  };
  const upper = band.map(([x, , high]) => at(x, high));
  const lower = band.map(([x, low]) => at(x, low)).reverse();
  return band.length === 0 ? '' : `M${[...upper, ...lower].join('L')}Z`;
}
