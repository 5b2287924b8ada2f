/** A label with its name and its colour, each part 0 to 255. */
export interface LabelColour {
  readonly value: number;
  readonly name: string;
  readonly rgb: readonly [number, number, number];
}

/**
 * A label description file of ITK-SNAP: index, red, green, blue, opacity, visible in 2D and in 3D, name. The
 * clear label 0 is there whether given or not. Labels ascend; quotation marks and line ends in names become ' and blanks.
 * Source: ITK-SNAP, Segmentation > Export Label Descriptions.
 */
export function formatItkSnapLabels(labels: readonly LabelColour[]): string {
  const lines = inOrder(labels).map(({ value, name, rgb }) => {
    const numbers = [value, ...rgb.map(byte)].map((number) => String(number).padStart(5));
    const shown = value === 0 ? '        0  0  0' : '        1  1  1';
    return `${numbers.join(' ')} ${shown}    "${oneLine(name).replaceAll('"', "'")}"`;
  });
  return `${[HEADER, ...lines].join('\n')}\n`;
}

const RULE = '#'.repeat(48);
const HEADER = [
  RULE,
  '# ITK-SnAP Label Description File',
  '# File format:',
  '# IDX   -R-  -G-  -B-  -A--  VIS MSH  LABEL',
  RULE,
].join('\n');

/**
 * A colour table of 3D Slicer (.ctbl): value, name, red, green, blue, opacity. Blanks in names become _, which Slicer
 * shows as blanks again. The table starts with 0, which is transparent.
 * Source: 3D Slicer, Modules/Colors, "Color table file".
 */
export function formatSlicerColours(labels: readonly LabelColour[]): string {
  const ordered = inOrder(labels);
  const lines = ordered.map(({ value, name, rgb }) => {
    const word = oneLine(name).trim().replaceAll(/\s+/g, '_') || `label_${value}`;
    return `${value} ${word} ${rgb.map(byte).join(' ')} ${value === 0 ? 0 : 255}`;
  });
  return `${['# Color table file', `# ${ordered.length} values`, ...lines].join('\n')}\n`;
}

/** Ascending, with background, which is black and clear, unless it is among them. */
function inOrder(labels: readonly LabelColour[]): LabelColour[] {
  const background: LabelColour = { value: 0, name: 'background', rgb: [0, 0, 0] };
  const all = labels.some(({ value }) => value === 0) ? labels : [background, ...labels];
  return [...all].sort((a, b) => a.value - b.value);
}

function byte(part: number): number {
  return Math.min(255, Math.max(0, Math.round(part)));
}

function oneLine(name: string): string {
  return name.replaceAll(/\p{Cc}+/gu, ' ');
}
