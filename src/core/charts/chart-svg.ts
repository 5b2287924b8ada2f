import { escapeXml } from '../text/escape-xml.ts';
import { layOutChart, LEFT, placeEnds, STRIP, TOP, type ChartLayout } from './chart-layout.ts';
import type { ChartColour, ChartSeries, ChartSpec } from './chart-spec.ts';

export type SvgColour = (token: ChartColour | 'grid' | 'hover' | 'panel') => string;

/** A chart with the height it has on the page. */
export interface SvgChart {
  readonly spec: ChartSpec;
  readonly height: number;
}

const HEAD = 28;
const TITLE = 24;
const EDGE = 12;

/** All charts, one above the other under a title, as an SVG document that needs nothing else. Colours are CSS. */
export function formatChartsSvg(
  charts: readonly SvgChart[],
  width: number,
  title: string,
  colourOf: SvgColour,
): string {
  let top = HEAD;
  const drawn = charts.map(({ spec, height }, i) => {
    const layout = layOutChart(spec, width, height, i === charts.length - 1);
    const text = `<g transform="translate(0 ${top})">
<text x="${EDGE}" y="15" class="title">${escapeXml(spec.title)}</text>
<g transform="translate(0 ${TITLE - 4})">${drawChart(spec, layout, i, i === charts.length - 1, colourOf)}</g></g>`;
    top += TITLE + height;
    return text;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${top + EDGE}" viewBox="0 0 ${width} ${top + EDGE}">
<style>text{font:11px Inter,system-ui,sans-serif;fill:${colourOf('text-3')}}.title{font-weight:600;font-size:13px;fill:${colourOf('text')}}.end{text-anchor:start}.y{text-anchor:end}.x{text-anchor:middle}</style>
<rect width="100%" height="100%" fill="${colourOf('panel')}"/>
<text x="${EDGE}" y="20" class="title">${escapeXml(title)}</text>
${drawn.join('\n')}
</svg>
`;
}

function drawChart(
  spec: ChartSpec,
  layout: ChartLayout,
  index: number,
  hasAxis: boolean,
  colourOf: SvgColour,
): string {
  const { right, bottom } = layout;
  const clip = `plot-${index}`;
  const grid = [
    ...spec.x.ticks.map(({ at }) => `M${round(layout.xOf(at))} ${TOP}V${bottom}`),
    ...spec.y.ticks.map(({ at }) => `M${LEFT} ${round(layout.yOf(at))}H${right}`),
  ].join('');
  const bands = spec.bands.map(
    ({ from, to }) =>
      `<rect x="${round(layout.xOf(from))}" y="${TOP}" width="${round(layout.xOf(to) - layout.xOf(from))}" height="${bottom - TOP}" fill="${colourOf('hover')}"/>`,
  );
  const spreads = spec.spreads.map(({ x, low, high, colour }) => {
    const known = x.map((_, i) => i).filter((i) => Number.isFinite(low[i]));
    const there = known.map((i) => `${round(layout.xOf(x[i]))} ${round(layout.yOf(high[i]))}`);
    const back = known.reverse().map((i) => `${round(layout.xOf(x[i]))} ${round(layout.yOf(low[i]))}`);
    const path = `M${[...there, ...back].join('L')}Z`;
    return `<path d="${path}" fill="${colourOf(colour)}" fill-opacity="0.16"/>`;
  });
  const strip = spec.strip
    ? `<path d="${spec.strip.x.map((x) => `M${round(layout.xOf(x))} ${bottom - STRIP}v${STRIP}`).join('')}" stroke="${colourOf(spec.strip.colour)}"/>`
    : '';
  const marks = spec.marks.map(
    ({ x, y, colour, text }) =>
      `<circle cx="${round(layout.xOf(x))}" cy="${round(layout.yOf(y))}" r="4" fill="none" stroke="${colourOf(colour)}" stroke-width="1.5"/><text class="y" x="${round(layout.xOf(x)) - 8}" y="${round(layout.yOf(y)) - 10}">${escapeXml(text)}</text>`,
  );
  return [
    `<clipPath id="${clip}"><rect x="${LEFT}" y="${TOP}" width="${right - LEFT}" height="${bottom - TOP}"/></clipPath>`,
    `<path d="${grid}" stroke="${colourOf('grid')}" fill="none"/>`,
    `<g clip-path="url(#${clip})">${bands.join('')}${spreads.join('')}${spec.series.map((series) => drawSeries(series, layout, colourOf)).join('')}${strip}</g>`,
    marks.join(''),
    spec.y.ticks
      .map(
        ({ at, text }) =>
          `<text class="y" x="${LEFT - 8}" y="${round(layout.yOf(at)) + 4}">${escapeXml(text)}</text>`,
      )
      .join(''),
    hasAxis
      ? spec.x.ticks
          .map(
            ({ at, text }) =>
              `<text class="x" x="${round(layout.xOf(at))}" y="${bottom + 16}">${escapeXml(text)}</text>`,
          )
          .join('')
      : '',
    drawEnds(spec, layout, colourOf),
  ].join('\n');
}

function drawSeries(series: ChartSeries, layout: ChartLayout, colourOf: SvgColour): string {
  const colour = colourOf(series.colour);
  const isKnown = (i: number) => Number.isFinite(series.x[i]) && Number.isFinite(series.y[i]);
  const place = (i: number) => `${round(layout.xOf(series.x[i]))} ${round(layout.yOf(series.y[i]))}`;
  const indices = series.x.map((_, i) => i).filter(isKnown);
  if (series.kind === 'dots') {
    const path = indices.map((i) => `M${place(i)}h0`).join('');
    return `<path d="${path}" stroke="${colour}" stroke-width="${series.width + 0.4}" stroke-linecap="round" stroke-opacity="${series.alpha}"/>`;
  }
  const path = indices.map((i) => `${isKnown(i - 1) ? 'L' : 'M'}${place(i)}`).join('');
  const dash = series.dash ? ` stroke-dasharray="${series.dash.join(' ')}"` : '';
  return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${series.width}" stroke-opacity="${series.alpha}" stroke-linejoin="round"${dash}/>`;
}

function drawEnds(spec: ChartSpec, layout: ChartLayout, colourOf: SvgColour): string {
  return placeEnds(spec.ends, layout)
    .map(({ end, anchor, top }) => {
      const x = layout.right + 9;
      const symbol =
        end.symbol === 'none'
          ? ''
          : `<path d="M${x} ${round(anchor) - 5}l5 5l-5 5l-5 -5z" stroke="${colourOf('text')}" stroke-width="1.5" fill="${colourOf(end.symbol === 'filled' ? 'text' : 'panel')}"/>`;
      const left = layout.right + 20;
      const note = end.note ? `<text x="${left}" y="${round(top) + 26}">${escapeXml(end.note)}</text>` : '';
      return `${symbol}<text x="${left}" y="${round(top) + 11}" style="fill:${colourOf(end.colour)}${end.strong ? ';font-weight:600' : ''}">${escapeXml(end.text)}</text>${note}`;
    })
    .join('');
}

const round = (value: number) => Math.round(value * 10) / 10;
