import { voxelAt, type Vec3 } from '../volume/grid.ts';
import { readSlice } from '../volume/slice.ts';
import { pixelOfVoxel, type SliceGeometry } from '../volume/slice-geometry.ts';
import type { ErrorVolumes } from './error-pieces.ts';

/** Values of a thumbnail's pixels; `THUMB_PIECE` is added to those of the piece itself. */
export const THUMB_NOTHING = 0;
export const THUMB_AGREED = 1;
export const THUMB_FP = 2;
export const THUMB_FN = 3;
export const THUMB_SWAP = 4;
export const THUMB_PIECE = 8;

/** A part of an axial slice round an error, as it stands on screen; plain, a byte a pixel, rows from the top. */
export interface ErrorThumbnail {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
  /** Width of a pixel over its height. */
  readonly aspect: number;
}

/** The part of a slice that a thumbnail shows, in pixels of the slice. */
export interface ThumbnailFrame {
  readonly slice: number;
  readonly column: number;
  readonly row: number;
  readonly width: number;
  readonly height: number;
}

/** Smallest and largest side of a thumbnail in pixels. */
const [LEAST, MOST] = [28, 96];
/** How much of a thumbnail its piece fills at most. */
const FILLED = 0.6;

/**
 * Where the thumbnail of a piece is cut: round its part in the slice through the anchor, whose pixels are `inSlice`
 * (column + width * row of the slice).
 */
export function frameThumbnail(
  size: Vec3,
  geometry: SliceGeometry,
  anchor: Vec3,
  members: Int32Array,
): { readonly frame: ThumbnailFrame; readonly inSlice: ReadonlySet<number> } {
  const { column, row, slice } = pixelOfVoxel(geometry, anchor);
  const inSlice = new Set<number>();
  let [left, right, top, bottom] = [column, column, row, row];
  const strides = [1, size[0], size[0] * size[1]];
  const alongNormal = (index: number) => Math.floor(index / strides[geometry.normal]) % size[geometry.normal];
  for (const index of members) {
    if (alongNormal(index) !== slice) continue;
    const pixel = pixelOfVoxel(geometry, voxelAt(size, index));
    inSlice.add(pixel.column + geometry.width * pixel.row);
    [left, right] = [Math.min(left, pixel.column), Math.max(right, pixel.column)];
    [top, bottom] = [Math.min(top, pixel.row), Math.max(bottom, pixel.row)];
  }
  const extent = Math.max(right - left, bottom - top) + 1;
  const side = Math.min(MOST, Math.max(LEAST, Math.ceil(extent / FILLED)));
  const [width, height] = [Math.min(side, geometry.width), Math.min(side, geometry.height)];
  const start = (centre: number, length: number, whole: number) =>
    Math.min(Math.max(0, Math.round(centre - length / 2)), whole - length);
  return {
    frame: {
      slice,
      column: start((left + right) / 2, width, geometry.width),
      row: start((top + bottom) / 2, height, geometry.height),
      width,
      height,
    },
    inSlice,
  };
}

/** A value for every pixel of a frame, from its place in the slice; rows from the top. */
export function fillFrame(
  { column, row, width, height }: ThumbnailFrame,
  across: number,
  valueAt: (place: number) => number,
): Uint8Array<ArrayBuffer> {
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) pixels[x + width * y] = valueAt(column + x + across * (row + y));
  }
  return pixels;
}

/**
 * The slice through the anchor of a piece, cut round it: what both maps agree on, what is wrong, and the piece. `slice`
 * geometry is that of axial slices; a slice smaller than the cut is given whole.
 */
export function cutThumbnail(
  volumes: ErrorVolumes,
  geometry: SliceGeometry,
  anchor: Vec3,
  members: Int32Array,
): ErrorThumbnail {
  const { size, reference, predicted, referenceLabels, predictedLabels, ignore } = volumes;
  const { frame, inSlice } = frameThumbnail(size, geometry, anchor, members);
  const { width, height, slice } = frame;
  const [there, called] = [reference, predicted].map((codes) => readSlice(codes, size, geometry, slice));
  const pixels = fillFrame(frame, geometry.width, (at) => {
    const [label, other] = [referenceLabels[there[at]], predictedLabels[called[at]]];
    return classOf(label, other, ignore) + (inSlice.has(at) ? THUMB_PIECE : 0);
  });
  return { width, height, pixels, aspect: geometry.spacingMm[0] / geometry.spacingMm[1] };
}

function classOf(label: number, other: number, ignore: number | null): number {
  if (label === ignore) return THUMB_NOTHING;
  if (label === other) return label === 0 ? THUMB_NOTHING : THUMB_AGREED;
  return label === 0 ? THUMB_FP : other === 0 ? THUMB_FN : THUMB_SWAP;
}
