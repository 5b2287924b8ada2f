import { toWorld, type Affine, type Grid, type Vec3 } from './grid.ts';
import { invertAffine } from './resample.ts';
import {
  pixelOfVoxel,
  voxelOfPixel,
  type Plane,
  type SliceGeometry,
  type SlicePoint,
} from './slice-geometry.ts';
import { halfToNumber } from './half-float.ts';
import type { Convention } from './view-settings.ts';
import type { Codes, ImageVolume, ProbabilityVolume } from './volume.ts';

/** The voxels of a volume of any type, x fastest. */
export type Voxels =
  Uint8Array | Int8Array | Uint16Array | Int16Array | Uint32Array | Int32Array | Float32Array | Float64Array;

/** One image channel of a slice as stored; the value of a pixel is `slope * stored + intercept`. */
export interface SliceImage {
  readonly stored: Voxels;
  readonly slope: number;
  readonly intercept: number;
}

/** One slice as it stands on screen: row 0 is the top one, pixels of a row from left to right. Plain, crosses threads. */
export interface SlicePlane {
  readonly plane: Plane;
  /** Index of the slice along the plane's normal. */
  readonly slice: number;
  readonly width: number;
  readonly height: number;
  /** Size of a pixel in mm, across and down. */
  readonly spacingMm: readonly [number, number];
  readonly image: SliceImage | null;
  /** Codes of the reference, of the evaluated label map, and patterns: null where there is none. */
  readonly reference: Codes | null;
  readonly predicted: Codes | null;
  readonly pattern: Codes | null;
  /** Codes of a second prediction. */
  readonly other?: Codes | null;
  /** A channel of the probabilities, 0 to 1. */
  readonly heat?: Float32Array | null;
  /** On which side the patient's right stands; radiological where it is not said. */
  readonly convention?: Convention;
}

/** The volumes of a case that slices are cut from, all of one size. */
export interface SliceVolumes {
  readonly image: Pick<ImageVolume, 'stored' | 'slope' | 'intercept'> | null;
  readonly reference: Codes | null;
  readonly predicted: Codes | null;
  readonly pattern: Codes | null;
  readonly other?: Codes | null;
  readonly heat?: ProbabilityChannel | null;
}

/** One channel of the probabilities: float16 stands as its bits. */
export interface ProbabilityChannel {
  readonly type: ProbabilityVolume['type'];
  readonly stored: ProbabilityVolume['data'];
}

/**
 * One slice of a volume in display order, in an array of the volume's own type: pixel (column, row) stands at
 * `column + width * row`. A slice outside the volume is a RangeError: a bug of the caller.
 */
export function readSlice<V extends Voxels>(
  voxels: V,
  size: Vec3,
  geometry: SliceGeometry,
  slice: number,
): V {
  const { normal, right, down, width, height, slices } = geometry;
  if (!(slice >= 0 && slice < slices)) throw new RangeError(`slice ${slice} of ${slices}`);
  const strides = [1, size[0], size[0] * size[1]];
  const across = right.flipped ? -strides[right.axis] : strides[right.axis];
  const below = down.flipped ? -strides[down.axis] : strides[down.axis];
  let line = slice * strides[normal];
  if (right.flipped) line += (width - 1) * strides[right.axis];
  if (down.flipped) line += (height - 1) * strides[down.axis];

  const pixels = new (voxels.constructor as new (length: number) => V)(width * height);
  for (let row = 0, at = 0; row < height; row++, line += below) {
    for (let column = 0, from = line; column < width; column++, from += across) pixels[at++] = voxels[from];
  }
  return pixels;
}

/** One slice of every volume of a case, as a slice view draws it. */
export function readSlicePlane(
  volumes: SliceVolumes,
  size: Vec3,
  geometry: SliceGeometry,
  slice: number,
): SlicePlane {
  const cut = <V extends Voxels>(voxels: V | null) => voxels && readSlice(voxels, size, geometry, slice);
  const { plane, convention, width, height, spacingMm } = geometry;
  const { image } = volumes;
  return {
    plane,
    slice,
    width,
    height,
    spacingMm,
    image: image && {
      stored: readSlice<Voxels>(image.stored, size, geometry, slice),
      slope: image.slope,
      intercept: image.intercept,
    },
    reference: cut(volumes.reference),
    predicted: cut(volumes.predicted),
    pattern: cut(volumes.pattern),
    other: cut(volumes.other ?? null),
    heat: volumes.heat ? heatOf(volumes.heat.type, cut<Voxels>(volumes.heat.stored)) : null,
    convention,
  };
}

function heatOf(type: ProbabilityVolume['type'], stored: Voxels | null): Float32Array | null {
  return stored && Float32Array.from(stored, (value) => (type === 'float16' ? halfToNumber(value) : value));
}

/** World position (RAS+, mm) of a pixel's centre; fractions of a pixel are allowed. */
export function worldOfPixel(grid: Grid, geometry: SliceGeometry, point: SlicePoint): Vec3 {
  return toWorld(grid.affine, voxelOfPixel(geometry, point));
}

/** The pixel, with fractions, at which a world position (RAS+, mm) lies; null where the affine has no inverse. */
export function pixelOfWorld(grid: Grid, geometry: SliceGeometry, world: Vec3): SlicePoint | null {
  const inverse: Affine | null = invertAffine(grid.affine);
  return inverse && pixelOfVoxel(geometry, toWorld(inverse, world));
}

/** The voxel of a size nearest to a position: rounded and kept inside. */
export function clampVoxel(voxel: Vec3, size: Vec3): Vec3 {
  const inside = (axis: 0 | 1 | 2) => Math.min(Math.max(Math.round(voxel[axis]), 0), size[axis] - 1);
  return [inside(0), inside(1), inside(2)];
}
