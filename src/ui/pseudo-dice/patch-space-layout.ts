import type { DrawnPatch } from '../../core/pseudo-dice/patch-outlines.ts';
import {
  BOX_EDGES,
  cornersOfBox,
  type Projected,
  type Projection,
  type ViewAngles,
} from '../../core/pseudo-dice/patch-projection.ts';
import type { Vec3 } from '../../core/volume/grid.ts';

/** A place in screen pixels of the view. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a projected place stands in the view. */
export type Place = (at: Projected) => Point;

/** Screen pixels that are left free for letters, both sides together. */
const FREE_PX = 44;
/** An edge is hit within so many screen pixels. */
const NEAR_PX = 8;

/**
 * Screen pixels per mm at which a volume that reaches so many mm along R, A and S from its middle fits at every yaw;
 * a view from the side may be closer than one from above.
 */
export function scaleOfSpace(
  [toRight, toFront, toHead]: Vec3,
  { pitch }: ViewAngles,
  view: { readonly width: number; readonly height: number },
): number {
  const level = Math.hypot(toRight, toFront);
  const [along, up] = [Math.abs(Math.sin((pitch * Math.PI) / 180)), Math.cos((pitch * Math.PI) / 180)];
  const height = toHead * up + level * along;
  return Math.min((view.width - FREE_PX) / (2 * level), (view.height - FREE_PX) / (2 * height));
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
