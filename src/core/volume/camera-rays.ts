import { type Camera, viewAxes } from './camera.ts';
import type { Vec3 } from './grid.ts';
import type { Axis, Orientation } from './orientation.ts';
import type { SurfaceGrid } from './smooth-surface.ts';

/** Places of rays are integers, this many to a cell: every machine walks exactly the same way. */
export const CELL = 2 ** 16;
/** Cells that a ray goes in one step. */
const STEP = 0.5;
/** The share of the view that the diagonal of the volume fills; what is round does not reach the corners. */
const FIT = 1.4;

/** Cuts off one side of a plane across a voxel axis: what is kept lies on the side of `sign`. */
export interface ClipPlane {
  readonly axis: Axis;
  /** In voxels of the case along this axis. */
  readonly at: number;
  readonly sign: 1 | -1;
}

/**
 * The rays of a picture, in 1 / CELL cells of a surface: the ray of sub-pixel (x, y) starts at
 * `origin + x * across + y * down` and goes on by `step`.
 */
export interface RayFrame {
  readonly width: number;
  readonly height: number;
  /** Rays across and down a pixel. */
  readonly samples: number;
  readonly origin: Vec3;
  readonly across: Vec3;
  readonly down: Vec3;
  readonly step: Vec3;
  readonly steps: number;
  /** In 1 / CELL cells; null where nothing is cut off. */
  readonly clip: { readonly axis: Axis; readonly at: number; readonly sign: 1 | -1 } | null;
}

/** How large a picture is wanted: pixels, and rays across a pixel. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
  readonly samples: number;
}

/** A direction in patient axes along the voxel axes; an oblique grid is taken along its nearest axes, as its slices. */
function alongVoxels(direction: Vec3, orientation: Orientation): Vec3 {
  const [x, y, z] = orientation.map(({ world, sign }) => direction[world] * sign);
  return [x, y, z];
}

/** Millimetres that a pixel covers. */
export function mmPerPixel({ size, cellMm }: SurfaceGrid, { zoom }: Camera, width: number, height: number) {
  return (Math.hypot(...size) * cellMm) / (FIT * Math.min(width, height) * zoom);
}

/** The rays of a picture of this size. */
export function raysOf(
  grid: SurfaceGrid,
  orientation: Orientation,
  camera: Camera,
  { width, height, samples }: PictureSize,
  clip: ClipPlane | null,
): RayFrame {
  const axes = viewAxes(camera);
  const [right, down, into] = [axes.right, axes.down, axes.into].map((axis) =>
    alongVoxels(axis, orientation),
  );
  const pixel = mmPerPixel(grid, camera, width, height) / grid.cellMm;
  const [panX, panY] = camera.panMm.map((mm) => mm / grid.cellMm);
  const diagonal = Math.hypot(...grid.size);
  const fixed = (of: (axis: Axis) => number): Vec3 => {
    const [x, y, z] = ([0, 1, 2] as const).map((axis) => Math.round(of(axis) * CELL));
    return [x, y, z];
  };
  const part = pixel / samples;
  const across = fixed((axis) => right[axis] * part);
  const downwards = fixed((axis) => down[axis] * part);
  // of the middle of the first sub-pixel
  const [left, top] = [(width * samples - 1) / 2, (height * samples - 1) / 2];
  const middle = fixed(
    (axis) =>
      (grid.size[axis] - 1) / 2 - right[axis] * panX - down[axis] * panY - (into[axis] * diagonal) / 2,
  );
  const origin = middle.map((at, axis) => Math.round(at - across[axis] * left - downwards[axis] * top));
  return {
    width,
    height,
    samples,
    origin: [origin[0], origin[1], origin[2]],
    across,
    down: downwards,
    step: fixed((axis) => into[axis] * STEP),
    steps: Math.ceil(diagonal / STEP) + 2,
    clip: clip && {
      ...clip,
      at: Math.round(((clip.at - grid.first[clip.axis]) / grid.voxelsPerCell[clip.axis]) * CELL),
    },
  };
}

/** Where a voxel is on a picture of this size, in pixels from its left and top; fractions are allowed. */
export function projectVoxel(
  grid: SurfaceGrid,
  orientation: Orientation,
  camera: Camera,
  { width, height }: { readonly width: number; readonly height: number },
  voxel: Vec3,
): readonly [x: number, y: number] {
  const axes = viewAxes(camera);
  const offset = voxel.map(
    (at, axis) => (at - grid.first[axis]) / grid.voxelsPerCell[axis] - (grid.size[axis] - 1) / 2,
  );
  const along = (direction: Vec3, panMm: number) => {
    const vector = alongVoxels(direction, orientation);
    const cells = offset.reduce((sum, value, axis) => sum + value * vector[axis], 0);
    return (cells * grid.cellMm + panMm) / mmPerPixel(grid, camera, width, height);
  };
  return [width / 2 + along(axes.right, camera.panMm[0]), height / 2 + along(axes.down, camera.panMm[1])];
}
