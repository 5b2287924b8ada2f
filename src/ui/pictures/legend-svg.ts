import type { LegendLine } from './legend-lines.ts';

const [LINE, LEFT, SIZE] = [20, 22, 10];
/** Width of a character at 13 px, as an estimate for the size of the drawing. */
const CHARACTER = 7.5;

/** A legend as an SVG of its own on a dark ground; nothing in it is fetched. */
export function formatLegendSvg(lines: readonly LegendLine[]): string {
  const longest = Math.max(0, ...lines.map(({ text }) => text.length));
  const [width, height] = [Math.ceil(LEFT + longest * CHARACTER + 12), lines.length * LINE + 12];
  const rows = lines.map(({ swatch, colour, text }, i) => {
    const middle = 6 + LINE * (i + 0.5);
    return `${signOf(swatch, colour, middle)}<text x="${LEFT}" y="${middle + 4.5}">${escape(text)}</text>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Inter, system-ui, sans-serif" font-size="13" fill="#fff">`,
    `<rect width="${width}" height="${height}" fill="#0f1113"/>`,
    ...rows,
    '</svg>\n',
  ].join('\n');
}

function signOf(swatch: LegendLine['swatch'], colour: string, middle: number): string {
  const [x, y] = [8, middle - SIZE / 2];
  switch (swatch) {
    case 'none':
      return '';
    case 'dot':
      return `<circle cx="${x + SIZE / 2}" cy="${middle}" r="${SIZE / 2}" fill="${colour}"/>`;
    case 'outline':
    case 'dashed': {
      const dash = swatch === 'dashed' ? ' stroke-dasharray="2 2"' : '';
      return `<rect x="${x + 0.5}" y="${y + 0.5}" width="${SIZE - 1}" height="${SIZE - 1}" fill="none" stroke="${colour}"${dash}/>`;
    }
    case 'square':
      return `<rect x="${x}" y="${y}" width="${SIZE}" height="${SIZE}" rx="2" fill="${colour}"/>`;
    case 'hatch':
      return [0, 4, 8]
        .map(
          (at) =>
            `<path d="M${x + at - 2} ${y + SIZE}L${x + at + 2} ${y}" stroke="${colour}" stroke-width="2"/>`,
        )
        .join('');
  }
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
