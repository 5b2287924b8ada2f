import { pixelOf, type Hex } from '../labels/palette.ts';

/** How the voxels of a class are filled. */
export interface FillStyle {
  /** The ground, null where the image shows through. */
  readonly fill: Hex | null;
  /** Diagonal stripes over it. */
  readonly hatch: Hex | null;
  readonly opacity: number;
  /** One black screen pixel round each patch, outside it. */
  readonly rim: boolean;
}

/** A structure drawn by its border, one screen pixel wide, inside it. */
export interface OutlineMask {
  /** 1 for pixels of the structure. */
  readonly mask: Uint8Array;
  readonly colour: Hex;
  readonly dashed: boolean;
  /** 0 to 1; a little behind the picture where it is not said. */
  readonly opacity?: number;
}

/** A picture of the view in device pixels, and where the columns and rows of the slice begin in it. */
export interface OverlayTarget {
  readonly pixels: Uint32Array;
  readonly width: number;
  readonly height: number;
  readonly columnEdges: Int32Array;
  readonly rowEdges: Int32Array;
  /** Device pixels per screen pixel: the width of a line. */
  readonly line: number;
}

const HATCH_PERIOD = 5;
const HATCH_STRIPE = 2.5;
const DASH_PERIOD = 7;
const DASH = 4;
/** Borders stay a little behind the picture. */
const OUTLINE_OPACITY = 0.85;

/** Fills every pixel of the slice by its class; `styles[class]` is null for a class that is not drawn. */
export function drawFills(
  target: OverlayTarget,
  classes: Uint8Array,
  styles: readonly (FillStyle | null)[],
  opacity: number,
): void {
  const columns = target.columnEdges.length - 1;
  const period = HATCH_PERIOD * target.line;
  const inks = styles.map((style) => ({
    ground: style?.fill ? pixelOf(style.fill, style.opacity * opacity) : 0,
    stripe: style?.hatch ? pixelOf(style.hatch, style.opacity * opacity) : null,
  }));
  eachRun(target, classes, (at, from, to, top, bottom) => {
    const { ground, stripe } = inks[classes[at]] ?? inks[0];
    for (let y = top; y < bottom; y++) {
      const line = y * target.width;
      if (stripe === null) target.pixels.fill(ground, line + from, line + to);
      else {
        for (let x = from; x < to; x++) {
          target.pixels[line + x] = (x + y) % period < HATCH_STRIPE * target.line ? stripe : ground;
        }
      }
    }
  });
  const hasRim = Uint8Array.from(styles, (style) => (style?.rim ? 1 : 0));
  if (!hasRim.includes(1)) return;
  const rimmed = new Uint8Array(classes.length);
  for (let i = 0; i < classes.length; i++) rimmed[i] = hasRim[classes[i]] ?? 0;
  drawRims(target, rimmed, columns, pixelOf('#000000', opacity));
}

/** Draws the border of a structure inside it, voxel edge by voxel edge; dashes run along it. */
export function drawOutline(
  target: OverlayTarget,
  { mask, colour, dashed, opacity = OUTLINE_OPACITY }: OutlineMask,
): void {
  const { columnEdges, rowEdges, line } = target;
  const columns = columnEdges.length - 1;
  const rows = rowEdges.length - 1;
  const ink = pixelOf(colour, opacity);
  const period = dashed ? DASH_PERIOD * line : 0;
  const has = (column: number, row: number) =>
    column >= 0 && row >= 0 && column < columns && row < rows && mask[column + columns * row] === 1;
  eachPixel(target, mask, (at) => {
    const column = at % columns;
    const row = (at - column) / columns;
    if (isInside(mask, at, column, row, columns, rows)) return;
    const [x0, x1, y0, y1] = [columnEdges[column], columnEdges[column + 1], rowEdges[row], rowEdges[row + 1]];
    const [left, right] = [has(column - 1, row), has(column + 1, row)];
    const [above, below] = [has(column, row - 1), has(column, row + 1)];
    if (!left) drawBar(target, x0, x0 + line, y0, y1, ink, period);
    if (!right) drawBar(target, x1 - line, x1, y0, y1, ink, period);
    if (!above) drawBar(target, x0, x1, y0, y0 + line, ink, period);
    if (!below) drawBar(target, x0, x1, y1 - line, y1, ink, period);
    // inner corners, where only the diagonal neighbour is missing
    for (const [beside, dx, x] of [[left, -1, x0] as const, [right, 1, x1 - line] as const]) {
      if (beside && above && !has(column + dx, row - 1))
        drawBar(target, x, x + line, y0, y0 + line, ink, period);
      if (beside && below && !has(column + dx, row + 1))
        drawBar(target, x, x + line, y1 - line, y1, ink, period);
    }
  });
}

/** Draws one line round the patches, outside them. */
function drawRims(target: OverlayTarget, rimmed: Uint8Array, columns: number, ink: number): void {
  const { columnEdges, rowEdges, line } = target;
  const rows = rowEdges.length - 1;
  const has = (column: number, row: number) =>
    column >= 0 && row >= 0 && column < columns && row < rows && rimmed[column + columns * row] === 1;
  eachPixel(target, rimmed, (at) => {
    const column = at % columns;
    const row = (at - column) / columns;
    const [x0, x1, y0, y1] = [columnEdges[column], columnEdges[column + 1], rowEdges[row], rowEdges[row + 1]];
    if (!has(column - 1, row)) drawBar(target, x0 - line, x0, y0, y1, ink, 0);
    if (!has(column + 1, row)) drawBar(target, x1, x1 + line, y0, y1, ink, 0);
    if (!has(column, row - 1)) drawBar(target, x0, x1, y0 - line, y0, ink, 0);
    if (!has(column, row + 1)) drawBar(target, x0, x1, y1, y1 + line, ink, 0);
    for (const [dx, x] of [[-1, x0 - line] as const, [1, x1] as const]) {
      for (const [dy, y] of [[-1, y0 - line] as const, [1, y1] as const]) {
        const alone = !has(column + dx, row) && !has(column, row + dy) && !has(column + dx, row + dy);
        if (alone) drawBar(target, x, x + line, y, y + line, ink, 0);
      }
    }
  });
}

/** Whether a pixel and its eight neighbours all belong to the structure: no border runs there. */
function isInside(
  mask: Uint8Array,
  at: number,
  column: number,
  row: number,
  columns: number,
  rows: number,
): boolean {
  if (column === 0 || row === 0 || column === columns - 1 || row === rows - 1) return false;
  const [above, below] = [at - columns, at + columns];
  const sides = mask[at - 1] & mask[at + 1] & mask[above] & mask[below];
  return (sides & mask[above - 1] & mask[above + 1] & mask[below - 1] & mask[below + 1]) === 1;
}

/** Visits the runs of pixels of one value that are not 0 and lie in the view, with their device pixels inside it. */
function eachRun(
  { width, height, columnEdges, rowEdges }: OverlayTarget,
  values: Uint8Array,
  visit: (at: number, from: number, to: number, top: number, bottom: number) => void,
): void {
  const columns = columnEdges.length - 1;
  for (let row = 0; row < rowEdges.length - 1; row++) {
    const top = Math.max(rowEdges[row], 0);
    const bottom = Math.min(rowEdges[row + 1], height);
    if (top >= bottom) continue;
    for (let column = 0, next = 0; column < columns; column = next) {
      const at = column + columns * row;
      for (next = column + 1; next < columns && values[at + next - column] === values[at];) next++;
      if (values[at] === 0) continue;
      const from = Math.max(columnEdges[column], 0);
      const to = Math.min(columnEdges[next], width);
      if (from < to) visit(at, from, to, top, bottom);
    }
  }
}

/** Visits the pixels of the slice that are not 0 and lie in the view, with their device pixels inside it. */
function eachPixel(
  { width, height, columnEdges, rowEdges }: OverlayTarget,
  values: Uint8Array,
  visit: (at: number, from: number, to: number, top: number, bottom: number) => void,
): void {
  const columns = columnEdges.length - 1;
  for (let row = 0; row < rowEdges.length - 1; row++) {
    const top = Math.max(rowEdges[row], 0);
    const bottom = Math.min(rowEdges[row + 1], height);
    if (top >= bottom) continue;
    for (let column = 0; column < columns; column++) {
      const at = column + columns * row;
      if (values[at] === 0) continue;
      const from = Math.max(columnEdges[column], 0);
      const to = Math.min(columnEdges[column + 1], width);
      if (from < to) visit(at, from, to, top, bottom);
    }
  }
}

/** A rectangle of device pixels, cut to the view; with a period, only its dashes. */
function drawBar(
  { pixels, width, height, line }: OverlayTarget,
  x0: number,
  x1: number,
  y0: number,
  y1: number,
  ink: number,
  period: number,
): void {
  const upright = y1 - y0 > x1 - x0;
  const [from, to] = [Math.max(x0, 0), Math.min(x1, width)];
  for (let y = Math.max(y0, 0); y < Math.min(y1, height); y++) {
    for (let x = from; x < to; x++) {
      if (period === 0 || (upright ? y : x) % period < DASH * line) pixels[y * width + x] = ink;
    }
  }
}
