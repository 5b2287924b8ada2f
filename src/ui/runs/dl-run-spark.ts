import { css, html, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Finding, FindingSeries } from '../../core/runs/run-finding.ts';
import { rangeOf } from '../../core/charts/chart-range.ts';
import { thinCurve } from '../../core/charts/thin-curve.ts';
import { DlElement } from '../controls/dl-element.ts';

const WIDTH = 70;
const HEIGHT = 44;
const EDGE = 4;
const BINS = 60;
/** Share of the lowest and highest values that is cut off where a curve begins far from the rest. */
const CUT = 0.04;

type Point = readonly [x: number, y: number];

/** The small picture of a finding: its curves and points on a common scale. Decoration: the sentence says it all. */
@customElement('dl-run-spark')
export class DlRunSpark extends DlElement {
  @property({ attribute: false }) finding!: Finding;

  static override styles = css`
    :host {
      display: block;
      width: ${WIDTH}px;
      height: ${HEIGHT}px;
    }
    svg {
      display: block;
      overflow: visible;
    }
    path {
      fill: none;
      stroke: var(--ema);
      stroke-width: 1.2;
      stroke-linejoin: round;
    }
    .train {
      stroke: var(--train);
    }
    .val {
      stroke: var(--val);
    }
    .duration,
    .rate,
    .link {
      stroke: var(--text-3);
    }
    .fit {
      stroke: var(--text);
      stroke-width: 1.6;
    }
    .short-fit {
      stroke: var(--text);
      stroke-dasharray: 2 2;
    }
    circle,
    rect {
      fill: var(--panel);
      stroke: var(--text);
      stroke-width: 1.5;
    }
    .filled {
      fill: var(--text);
    }
    .ema-end {
      fill: var(--ema);
      stroke: none;
    }
  `;

  protected override render() {
    const { code } = this.finding;
    const series = this.finding.series.filter(({ name }) => code !== 'losses' || name !== 'dice');
    const curves = series.filter(({ name }) => name !== 'points');
    const points = series.filter(({ name }) => name === 'points');
    const thin = new Map<FindingSeries, readonly Point[]>(
      series.map((one) => [one, one.name === 'points' ? pairs(one) : thinCurve(one.x, one.y, BINS)]),
    );
    const all = [...thin.values()].flat();
    const place = placer(
      all,
      points.flatMap(({ y }) => y),
    );
    const lines = curves.map((one) => svg`<path class=${one.name} d=${pathOf(thin.get(one)!, place)} />`);
    return html`<svg width=${WIDTH} height=${HEIGHT} aria-hidden="true">
      ${lines}${code === 'gap' ? gapPoints(pairs(points[0]), place) : points.map((one) => rings(pairs(one), place))}
    </svg>`;
  }
}

function pairs({ x, y }: FindingSeries): Point[] {
  return x.map((value, i) => [value, y[i]] as const).filter(([, value]) => Number.isFinite(value));
}

function placer(points: readonly Point[], include: readonly number[]): (point: Point) => Point {
  const xs = points.map(([x]) => x);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const values = points.map(([, y]) => y);
  const [low, high] = rangeOf(values, { below: CUT, above: CUT / 2, include, margin: 0 });
  const clamp = (value: number) => Math.min(high, Math.max(low, value));
  return ([x, y]) => [
    EDGE + ((x - left) / (right - left || 1)) * (WIDTH - 2 * EDGE),
    HEIGHT - EDGE - ((clamp(y) - low) / (high - low || 1)) * (HEIGHT - 2 * EDGE),
  ];
}

function pathOf(points: readonly Point[], place: (point: Point) => Point): string {
  return points
    .map(place)
    .map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`)
    .join('');
}

function rings(points: readonly Point[], place: (point: Point) => Point) {
  return points.map(place).map(([x, y]) => svg`<circle cx=${x} cy=${y} r="2.6" />`);
}

/** Mean over cases, the same predictions pooled, last EMA: as in the chart of pseudo Dice. */
function gapPoints(points: readonly Point[], place: (point: Point) => Point) {
  const last = points.length - 1;
  return [
    svg`<path class="link" d=${pathOf(points, place)} />`,
    points.map(place).map(([x, y], i) =>
      i === last
        ? svg`<circle class="ema-end" cx=${x} cy=${y} r="3" />`
        : svg`<rect
            class=${i === 1 ? 'filled' : ''}
            x=${x - 3} y=${y - 3} width="6" height="6" transform=${`rotate(45 ${x} ${y})`}
          />`,
    ),
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'dl-run-spark': DlRunSpark;
  }
}
