import type { Vec3 } from './grid.ts';
import type { SliceGeometry } from './slice-geometry.ts';
import type { ViewSettings } from './view-settings.ts';

/** Where a slice stands in a view: pixel (0, 0) begins at (left, top), in device pixels. */
export interface Placement {
  readonly left: number;
  readonly top: number;
  readonly scaleX: number;
  readonly scaleY: number;
}

type Size = Readonly<Record<'width' | 'height', number>>;
export type Zoom = Pick<ViewSettings, 'zoom' | 'panMm'>;

/** Zoom is kept within these factors of a slice that fits its view. */
export const LEAST_ZOOM = 0.5;
export const MOST_ZOOM = 64;

/**
 * A fitted slice zoomed about the middle of its view and moved. `panMm` is along the voxel axes, so that views of
 * several planes stay at one place.
 */
export function zoomPlacement(
  fit: Placement,
  view: Size,
  geometry: SliceGeometry,
  { zoom, panMm }: Zoom,
): Placement {
  const [scaleX, scaleY] = [fit.scaleX * zoom, fit.scaleY * zoom];
  const { column, row } = middleOf(fit, view);
  const [across, down] = pixelsOfPan(geometry, panMm);
  return {
    left: Math.round(view.width / 2 - (column + across) * scaleX),
    top: Math.round(view.height / 2 - (row + down) * scaleY),
    scaleX,
    scaleY,
  };
}

/** Zooms by a factor so that what is under a point of the view (device pixels) stays under it. */
export function zoomAbout(
  fit: Placement,
  view: Size,
  geometry: SliceGeometry,
  before: Zoom,
  point: { readonly x: number; readonly y: number },
  factor: number,
): Zoom {
  const zoom = Math.min(Math.max(before.zoom * factor, LEAST_ZOOM), MOST_ZOOM);
  const [across, down] = pixelsOfPan(geometry, before.panMm);
  const away = (at: number, length: number, scale: number) =>
    (at - length / 2) / scale / before.zoom - (at - length / 2) / scale / zoom;
  return {
    zoom,
    panMm: movedPan(fit, view, geometry, before.panMm, [
      across + away(point.x, view.width, fit.scaleX),
      down + away(point.y, view.height, fit.scaleY),
    ]),
  };
}

/** Moves the slice with the pointer by device pixels; its edge never passes the middle of the view. */
export function panBy(
  fit: Placement,
  view: Size,
  geometry: SliceGeometry,
  { zoom, panMm }: Zoom,
  [dx, dy]: readonly [number, number],
): Zoom {
  const [across, down] = pixelsOfPan(geometry, panMm);
  const wished = [across - dx / (fit.scaleX * zoom), down - dy / (fit.scaleY * zoom)] as const;
  return { zoom, panMm: movedPan(fit, view, geometry, panMm, wished) };
}

/** The pixel of the fitted slice, with fractions, that stands in the middle of the view. */
function middleOf(fit: Placement, view: Size) {
  return { column: (view.width / 2 - fit.left) / fit.scaleX, row: (view.height / 2 - fit.top) / fit.scaleY };
}

function pixelsOfPan({ right, down, spacingMm }: SliceGeometry, panMm: Vec3): readonly [number, number] {
  return [
    ((right.flipped ? -1 : 1) * panMm[right.axis]) / spacingMm[0],
    ((down.flipped ? -1 : 1) * panMm[down.axis]) / spacingMm[1],
  ];
}

function movedPan(
  fit: Placement,
  view: Size,
  { right, down, spacingMm, width, height }: SliceGeometry,
  panMm: Vec3,
  [across, below]: readonly [number, number],
): Vec3 {
  const { column, row } = middleOf(fit, view);
  const inside = (pan: number, middle: number, count: number) =>
    Math.min(Math.max(pan, -middle), count - middle);
  const moved: [number, number, number] = [...panMm];
  moved[right.axis] = (right.flipped ? -1 : 1) * inside(across, column, width) * spacingMm[0];
  moved[down.axis] = (down.flipped ? -1 : 1) * inside(below, row, height) * spacingMm[1];
  return moved;
}
