import type { DrawnPatch } from '../../core/pseudo-dice/patch-outlines.ts';
import {
  BOX_EDGES,
  cornersOfBox,
  type Projected,
  type Projection,
} from '../../core/pseudo-dice/patch-projection.ts';
import type { ContentBox } from '../../core/volume/content-box.ts';
import type { Grid, Vec3 } from '../../core/volume/grid.ts';

/** A place in screen pixels of the view. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a projected place stands in the view. */
export type Place = (at: Projected) => Point;

/** Screen pixels that are left free above and below. */
const FREE_PX = 24;
/** An edge is hit within so many screen pixels. */
const NEAR_PX = 8;

/** Screen pixels per mm at which all that patches reach fits, whichever way it is turned. */
export function scaleOfSpace(
  { size, spacingMm }: Grid,
  { first, last }: ContentBox,
  view: { readonly width: number; readonly height: number },
): number {
  const half = size.map((n, axis) => Math.max(n / 2 - first[axis], last[axis] + 1 - n / 2) * spacingMm[axis]);
  return Math.min(view.width, view.height - FREE_PX) / (2 * Math.hypot(...half));
}

/** The twelve edges of a box as one path. */
export function pathOfBox(corners: readonly Projected[], place: Place): string {
  const points = corners.map((corner) => {
    const { x, y } = place(corner);
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  });
  return BOX_EDGES.map(([from, to]) => `M${points[from]}L${points[to]}`).join('');
}

/** The patch whose edge is nearest to a place in the view; null where none is near. */
export function patchNear(
  { x, y }: Point,
  patches: readonly DrawnPatch[],
  patchSize: Vec3,
  project: Projection,
  place: Place,
): number | null {
  let found: { index: number; distance: number } | null = null;
  for (const { index, start } of patches) {
    const corners = cornersOfBox(start, patchSize, project).map(place);
    for (const [from, to] of BOX_EDGES) {
      const distance = distanceToSegment(x, y, corners[from], corners[to]);
      if (distance < (found?.distance ?? NEAR_PX)) found = { index, distance };
    }
  }
  return found?.index ?? null;
}

function distanceToSegment(x: number, y: number, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - from.x) * dx + (y - from.y) * dy) / length));
  return Math.hypot(x - from.x - share * dx, y - from.y - share * dy);
}
