import type { Grid, Vec3 } from './grid.ts';
import {
  letterOf,
  type AnatomicalLetter,
  type Axis,
  type Orientation,
  orientationOf,
} from './orientation.ts';
import type { Convention } from './view-settings.ts';

export type Plane = 'axial' | 'coronal' | 'sagittal';
export const PLANES: readonly Plane[] = ['axial', 'coronal', 'sagittal'];

/** A voxel axis as it runs on screen: `flipped` where the index falls towards the right or downwards. */
export interface ScreenAxis {
  readonly axis: Axis;
  readonly flipped: boolean;
}

/**
 * How slices of one plane stand on screen. In the radiological convention the patient's right is at the left of
 * axial and coronal slices, in the neurological one at the right; anterior is at the left of sagittal slices and
 * anterior or superior on top in both.
 */
export interface SliceGeometry {
  readonly plane: Plane;
  readonly convention: Convention;
  /** The voxel axis across the slices, and +1 where its index rises towards R, A or S, else -1. */
  readonly normal: Axis;
  readonly normalSign: 1 | -1;
  readonly right: ScreenAxis;
  readonly down: ScreenAxis;
  /** Pixels across, pixels down and slices. */
  readonly width: number;
  readonly height: number;
  readonly slices: number;
  /** Size of a pixel in mm, across and down. */
  readonly spacingMm: readonly [number, number];
  readonly letters: Readonly<Record<'left' | 'right' | 'top' | 'bottom', AnatomicalLetter>>;
}

/** Radiological; of each plane: the world axis across it, and the world axis and sense that run right and down. */
const CONVENTION = {
  axial: { normal: 2, right: [0, -1], down: [1, -1] },
  coronal: { normal: 1, right: [0, -1], down: [2, -1] },
  sagittal: { normal: 0, right: [1, -1], down: [2, -1] },
} as const;

/** How the slices of this plane stand on screen. An oblique grid is shown along its own, nearest, axes. */
export function sliceGeometry(
  { size, spacingMm, affine }: Grid,
  plane: Plane,
  orientation: Orientation = orientationOf(affine),
  convention: Convention = 'radiological',
): SliceGeometry {
  const axes = CONVENTION[plane];
  const isMirrored = convention === 'neurological' && axes.right[0] === 0;
  const rightwards = isMirrored ? ([0, 1] as const) : axes.right;
  const voxelAxis = (world: Axis) => orientation.findIndex((axis) => axis.world === world) as Axis;
  const onScreen = ([world, sign]: readonly [Axis, 1 | -1]): ScreenAxis => {
    const axis = voxelAxis(world);
    return { axis, flipped: orientation[axis].sign !== sign };
  };
  const normal = voxelAxis(axes.normal);
  const right = onScreen(rightwards);
  const down = onScreen(axes.down);
  const ends = ([world, sign]: readonly [Axis, 1 | -1]) =>
    [letterOf(world, sign === 1 ? -1 : 1), letterOf(world, sign)] as const;
  const [leftLetter, rightLetter] = ends(rightwards);
  const [topLetter, bottomLetter] = ends(axes.down);
  return {
    plane,
    convention,
    normal,
    normalSign: orientation[normal].sign,
    right,
    down,
    width: size[right.axis],
    height: size[down.axis],
    slices: size[normal],
    spacingMm: [spacingMm[right.axis], spacingMm[down.axis]],
    letters: { left: leftLetter, right: rightLetter, top: topLetter, bottom: bottomLetter },
  };
}

/** A place on a slice: pixel column from the left, row from the top; `slice` is the index along the normal. */
export interface SlicePoint {
  readonly column: number;
  readonly row: number;
  readonly slice: number;
}

/** The voxel at a pixel. Nothing is clamped. */
export function voxelOfPixel(geometry: SliceGeometry, { column, row, slice }: SlicePoint): Vec3 {
  const voxel: [number, number, number] = [0, 0, 0];
  voxel[geometry.normal] = slice;
  voxel[geometry.right.axis] = geometry.right.flipped ? geometry.width - 1 - column : column;
  voxel[geometry.down.axis] = geometry.down.flipped ? geometry.height - 1 - row : row;
  return voxel;
}

/** The pixel at which a voxel is shown: the inverse of `voxelOfPixel`. */
export function pixelOfVoxel(geometry: SliceGeometry, voxel: Vec3): SlicePoint {
  const along = voxel[geometry.right.axis];
  const below = voxel[geometry.down.axis];
  return {
    column: geometry.right.flipped ? geometry.width - 1 - along : along,
    row: geometry.down.flipped ? geometry.height - 1 - below : below,
    slice: voxel[geometry.normal],
  };
}
