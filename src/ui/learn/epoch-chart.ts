import { svg, type SVGTemplateResult } from 'lit';
import type { Spread } from '../../core/pseudo-dice/pseudo-dice.ts';
import { chartAxes, linePath, placeX, placeY, type ChartFrame } from './figure-chart.ts';

/** Ticks of a range of Dice, two to six of them, at 0.02, 0.05, 0.1 or 0.2. */
export function diceTicks(min: number, max: number): number[] {
  const step = [0.01, 0.02, 0.05, 0.1, 0.2].find((one) => (max - min) / one <= 6) ?? 0.2;
  const first = Math.ceil(min / step - 1e-9);
  const count = Math.floor(max / step + 1e-9) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) => Number(((first + i) * step).toFixed(2)));
}

/** Lines across the chart, each named at its end. */
export interface NamedLevel {
  readonly value: number;
  readonly name: string;
  readonly kind: 'dashed' | 'line';
}

/** Simulated epochs as dots with their EMA, the 5 to 95 % band, and levels to compare with. */
export function epochChart(
  frame: ChartFrame,
  values: readonly number[],
  spread: Spread,
  ema: readonly number[],
  levels: readonly NamedLevel[],
): SVGTemplateResult {
  const { left, width } = frame;
  const end = left + width;
  const clamp = (value: number) => Math.min(frame.y.max, Math.max(frame.y.min, value));
  const [top, bottom] = [placeY(frame, clamp(spread.high)), placeY(frame, clamp(spread.low))];
  return svg`${chartAxes(frame)}
    <rect class="band" x=${left} width=${width} y=${top} height=${Math.max(1, bottom - top)} />
    ${values.map((value, epoch) =>
      value >= frame.y.min && value <= frame.y.max
        ? svg`<circle class="epoch" cx=${placeX(frame, epoch)} cy=${placeY(frame, value)} r="2" />`
        : '',
    )}
    ${
      ema.length > 0
        ? svg`<path class="ema" d=${linePath(
            frame,
            ema.map((value, epoch) => [epoch, value]),
          )} />`
        : ''
    }
    ${levels.map(({ value, name, kind }) => {
      const y = placeY(frame, clamp(value));
      return svg`<line class=${kind} x1=${left} x2=${end} y1=${y} y2=${y} />
        <text class="halo" x=${end + 6} y=${y + 4}>${name}</text>`;
    })}`;
}
