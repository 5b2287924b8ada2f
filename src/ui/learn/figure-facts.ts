import { css, html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { placeY, type ChartFrame } from './figure-chart.ts';

/** One number beside a chart, with what it is and a remark. */
export interface FigureFact {
  readonly value: string;
  readonly label: string;
  readonly note?: string;
}

/** Numbers of a figure, one below the other. */
export function factList(facts: readonly FigureFact[]): TemplateResult {
  return html`<dl class="facts">
    ${facts.map(
      ({ value, label, note }) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${value}</dd>
          ${note ? html`<dd class="caption">${note}</dd>` : nothing}
        </div>`,
    )}
  </dl>`;
}

/** The name of a line at the right edge; `name` is a class of its colour. */
export interface LineEnd {
  readonly y: number;
  readonly text: string;
  readonly name: string;
}

const END_LINE = 15;

/** Names of lines at their ends, moved down or up until none covers another. */
export function lineEnds(frame: ChartFrame, ends: readonly LineEnd[]): SVGTemplateResult {
  const bottom = frame.top + frame.height;
  const places = ends
    .map((end) => ({ ...end, at: Math.min(bottom, Math.max(frame.top, placeY(frame, end.y))) }))
    .filter(({ at }) => Number.isFinite(at))
    .sort((a, b) => a.at - b.at);
  for (let i = 1; i < places.length; i++) places[i].at = Math.max(places[i].at, places[i - 1].at + END_LINE);
  let limit = bottom + END_LINE / 2;
  for (const place of places.toReversed()) {
    place.at = Math.min(place.at, limit);
    limit = place.at - END_LINE;
  }
  return svg`<g>
    ${places.map(
      ({ at, text, name }) =>
        svg`<text class="end ${name}" x=${frame.left + frame.width + 8} y=${at + 4}>${text}</text>`,
    )}
  </g>`;
}

/** A column of numbers beside the drawing, and the lines of series. */
export const factStyles = css`
  .beside {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 220px;
    gap: var(--s5);
    align-items: start;
  }
  .beside.narrow {
    grid-template-columns: minmax(0, 1fr);
  }
  .two {
    align-items: start;
  }
  .facts {
    display: grid;
    gap: var(--s4);
    margin: var(--s3) 0 0;
  }
  .narrow .facts {
    grid-template-columns: repeat(auto-fit, minmax(140px, 1fr));
  }
  dt {
    color: var(--text-3);
    font: 400 var(--t-caption) var(--font);
  }
  dd {
    margin: 0;
    font: 600 var(--t-sentence) var(--font);
  }
  dd.caption {
    color: var(--text-2);
    font: 400 var(--t-caption) var(--font);
  }
  .verdict {
    margin-top: var(--s3);
    color: var(--text);
    font: 500 var(--t-body) var(--font);
  }
  svg .ema {
    fill: none;
    stroke: var(--ema);
    stroke-width: 2;
    stroke-linejoin: round;
  }
  svg .second {
    fill: none;
    stroke: var(--text-3);
    stroke-width: 1.5;
    stroke-linejoin: round;
  }
  svg .dashed {
    stroke-dasharray: 4 3;
  }
  svg .pale {
    opacity: 0.35;
  }
  svg text.end.ema {
    fill: var(--ema);
    stroke: none;
    font-weight: 600;
  }
  svg text.end.line {
    fill: var(--text);
    stroke: none;
    font-weight: 600;
  }
  svg text.end.second,
  svg text.end.thin {
    fill: var(--text-3);
    stroke: none;
  }
  svg .point {
    fill: var(--text-2);
  }
  svg .ring {
    fill: none;
    stroke: var(--text);
    stroke-width: 1.6;
  }
  svg .full {
    fill: var(--text);
  }
`;

/** Pixels of a chart beside a column of numbers. */
export function chartWidth(room: number, isNarrow: boolean): number {
  return isNarrow ? room : room - 220 - 24;
}
