import type { Projection } from '../../core/pseudo-dice/patch-projection.ts';
import type { StructureCells } from '../../core/pseudo-dice/patch-structure-cells.ts';
import type { Grid, Vec3 } from '../../core/volume/grid.ts';
import { colourOfLabel } from '../../core/volume/overlay.ts';
import { LABELS, rgbOf } from '../labels/palette.ts';

/** Steps of lightness from the farthest cell to the nearest. */
const SHADES = 8;
const DARKEST = 0.45;

/** Paints structures as silhouettes of their cells, from the farthest on, nearer ones lighter; `scale` in pixels per mm. */
export function paintCells(
  canvas: HTMLCanvasElement,
  { cell, places, codes }: StructureCells,
  labels: readonly number[],
  { spacingMm }: Grid,
  project: Projection,
  scale: number,
): void {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser gives no 2D context');
  const projected = Array.from(codes, (code, i) => {
    const place: Vec3 = [places[3 * i], places[3 * i + 1], places[3 * i + 2]];
    return { label: labels[code], ...project(place) };
  }).sort((a, b) => a.near - b.near);
  const [far, near] = [projected[0]?.near ?? 0, projected.at(-1)?.near ?? 0];
  const side = scale * Math.max(...cell.map((n, axis) => n * spacingMm[axis])) * 1.35; // no gaps when it is turned
  for (const { label, right, down, near: depth } of projected) {
    const share = near > far ? (depth - far) / (near - far) : 1;
    context.fillStyle = shadeOf(label, Math.round(share * SHADES) / SHADES);
    context.fillRect(
      canvas.width / 2 + right * scale - side / 2,
      canvas.height / 2 + down * scale - side / 2,
      side,
      side,
    );
  }
}

function shadeOf(label: number, share: number): string {
  const light = DARKEST + (1 - DARKEST) * share;
  const [red, green, blue] = rgbOf(LABELS[colourOfLabel(label) - 1] ?? '#6f7882').map((v) =>
    Math.round(v * light),
  );
  return `rgb(${red} ${green} ${blue})`;
}
