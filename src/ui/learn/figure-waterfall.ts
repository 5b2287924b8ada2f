import { html, svg, type TemplateResult } from 'lit';
import { formatDifference, formatScore } from '../../core/text/format.ts';

/** One bar: a value on its own, or the change that leads to it from the bar above. */
export interface WaterfallBar {
  readonly name: string;
  readonly value: number;
  /** Null for a value on its own. */
  readonly change: number | null;
  /** CSS class of the bar, for a colour. */
  readonly kind?: string;
}

const ROW = 34;
const NUMBER = 62;
/** The axis begins this share of the range below the lowest value. */
const BELOW = 0.35;

/** Bars below each other on one axis; the axis begins above 0, since only steps float on it. */
export function waterfall(bars: readonly WaterfallBar[], width: number, name: string): TemplateResult {
  const names = Math.min(190, width * 0.38);
  const ends = bars
    .flatMap(({ value, change }) => [value, value - (change ?? 0)])
    .filter((end) => !Number.isNaN(end));
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const from = Math.max(0, low - BELOW * Math.max(0.05, high - low));
  const room = Math.max(40, width - names - NUMBER - 12);
  const at = (value: number) => names + ((value - from) / (high - from || 1)) * room;
  return html`<svg width=${width} height=${bars.length * ROW + 4} role="img" aria-label=${name}>
    ${bars.map(({ name: text, value, change, kind = '' }, i) => {
      const y = i * ROW;
      const [start, end] = change === null ? [from, value] : [value - change, value];
      const [x1, x2] = [at(Math.min(start, end)), at(Math.max(start, end))];
      return svg`<g>
        <text x="0" y=${y + 20}>${text}</text>
        ${
          Number.isNaN(value) || change === 0
            ? ''
            : svg`<rect class="bar ${kind} ${change === null ? 'end' : ''}" x=${x1} y=${y + 6} width=${Math.max(1.5, x2 - x1)} height="20" />
        ${i + 1 < bars.length ? svg`<line class="axis" x1=${at(value)} x2=${at(value)} y1=${y + 6} y2=${y + ROW + 26} />` : ''}`
        }
        <text class="strong" x=${names + room + NUMBER + 8} y=${y + 20} text-anchor="end">${
          change === null ? formatScore(value, 4) : formatDifference(change, 4)
        }</text>
      </g>`;
    })}
  </svg>`;
}
