import { escapeXml } from '../text/escape-xml.ts';
import { layOutPlot, type PlotLayout } from './plot-layout.ts';
import type { PlotColour, PlotSpec } from './plot-spec.ts';

export type PlotColourOf = (token: PlotColour | 'grid' | 'panel') => string;

const HEAD = 30;
const MARGIN = 12;
const HEADS = 150;

/** A plot as an SVG document that needs nothing else; `rows` are the names beside the rows of a distribution. */
export function formatPlotSvg(
  spec: PlotSpec,
  width: number,
  height: number,
  title: string,
  colourOf: PlotColourOf,
  rows: readonly string[] = [],
): string {
  const shift = rows.length > 0 ? HEADS : 0;
  const [whole, tall] = [width + shift + 2 * MARGIN, height + HEAD + MARGIN];
  const layout = layOutPlot(spec, width, height);
  const names = rows.map(
    (name, row) =>
      `<text x="${MARGIN}" y="${round(HEAD + layout.yOf(-row) + 4)}" class="name">${escapeXml(name)}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${whole}" height="${tall}" viewBox="0 0 ${whole} ${tall}">
<style>text{font:11px Inter,system-ui,sans-serif;fill:${colourOf('text-3')}}.title,.name{fill:${colourOf('text')}}.title{font-weight:600;font-size:13px}</style>
<rect width="100%" height="100%" fill="${colourOf('panel')}"/>
<text x="${MARGIN}" y="20" class="title">${escapeXml(title)}</text>
${names.join('\n')}
<g transform="translate(${MARGIN + shift} ${HEAD})">
${drawPlot(spec, layout, colourOf)}
</g>
</svg>
`;
}

function drawPlot(spec: PlotSpec, layout: PlotLayout, colourOf: PlotColourOf): string {
  const { left, right, top, bottom, xOf, yOf } = layout;
  const place = (x: number, y: number) => `${round(xOf(x))} ${round(yOf(y))}`;
  const grid = [
    ...spec.x.ticks.map(({ at }) => `M${round(xOf(at))} ${top}V${bottom}`),
    ...spec.y.ticks.map(({ at }) => `M${left} ${round(yOf(at))}H${right}`),
  ].join('');
  const marks = new Map<string, string[]>();
  for (const { x, y, colour, isStrong } of spec.points) {
    const kind = `${colour} ${isStrong}`;
    const places = marks.get(kind) ?? [];
    if (places.length === 0) marks.set(kind, places);
    places.push(`M${place(x, y)}h0`);
  }
  const dots = [...marks].map(([kind, places]) => {
    const [colour, strong] = kind.split(' ') as [PlotColour, string];
    const [size, alpha] = strong === 'true' ? [6, 1] : [4, 0.6];
    return `<path d="${places.join('')}" stroke="${colourOf(colour)}" stroke-width="${size}" stroke-linecap="round" stroke-opacity="${alpha}"/>`;
  });
  const links = spec.links.map(({ from, to, colour }) => {
    const [a, b] = [spec.points[from], spec.points[to]];
    return `<path d="M${place(a.x, a.y)}L${place(b.x, b.y)}" stroke="${colourOf(colour)}" stroke-opacity="0.45"/>`;
  });
  const boxes = spec.boxes.map(({ y, lower, median, upper, mean }) => {
    const [high, low] = [yOf(y + spec.boxHalf), yOf(y - spec.boxHalf)];
    const [x, diamond] = [xOf(lower), xOf(mean)];
    return `<rect x="${round(x)}" y="${round(high)}" width="${round(xOf(upper) - x)}" height="${round(low - high)}" fill="none" stroke="${colourOf('text-2')}"/><path d="M${round(xOf(median))} ${round(high)}V${round(low)}" stroke="${colourOf('text')}" stroke-width="2"/><path d="M${round(diamond)} ${round(yOf(y)) - 5}l5 5l-5 5l-5 -5z" stroke="${colourOf('text')}" stroke-width="1.5" fill="${colourOf('panel')}"/>`;
  });
  const lines = spec.lines.map(
    ({ x, y, colour, width, alpha, dash }) =>
      `<path d="M${x.map((value, i) => place(value, y[i])).join('L')}" fill="none" stroke="${colourOf(colour)}" stroke-width="${width}" stroke-opacity="${alpha}"${dash ? ` stroke-dasharray="${dash.join(' ')}"` : ''}/>`,
  );
  const text = (x: number, y: number, anchor: string, words: string) =>
    `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}">${escapeXml(words)}</text>`;
  return [
    `<path d="${grid}" stroke="${colourOf('grid')}" fill="none"/>`,
    ...links,
    ...dots,
    ...boxes,
    ...lines,
    ...spec.y.ticks.map((tick) => text(left - 8, yOf(tick.at) + 4, 'end', tick.text)),
    ...spec.x.ticks.map((tick) => text(xOf(tick.at), bottom + 15, 'middle', tick.text)),
    ...spec.notes.map((note) => text(xOf(note.x) + note.dx, yOf(note.y) + note.dy, note.anchor, note.text)),
    spec.xTitle ? text(right, bottom + 30, 'end', spec.xTitle) : '',
    spec.yTitle
      ? `<text transform="translate(11 ${top}) rotate(-90)" text-anchor="end">${escapeXml(spec.yTitle)}</text>`
      : '',
  ].join('\n');
}

const round = (value: number) => Math.round(value * 10) / 10;
