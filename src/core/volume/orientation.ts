import type { Affine, Vec3 } from './grid.ts';

/** Index of a voxel axis (x, y, z) or of a world axis (left-right, posterior-anterior, inferior-superior). */
export type Axis = 0 | 1 | 2;

/** Where a voxel axis points: the nearest world axis (RAS+), and +1 towards R, A or S, -1 towards L, P or I. */
export interface AxisDirection {
  readonly world: Axis;
  readonly sign: 1 | -1;
}

/** The direction of the voxel axes x, y and z; every world axis occurs once. */
export type Orientation = readonly [AxisDirection, AxisDirection, AxisDirection];

/** The anatomical letter at either end of a world axis. */
export type AnatomicalLetter = 'R' | 'L' | 'A' | 'P' | 'S' | 'I';

const TOWARDS: readonly AnatomicalLetter[] = ['R', 'A', 'S'];
const AWAY: readonly AnatomicalLetter[] = ['L', 'P', 'I'];

/** The letter of a direction: R, A, S for +1, else L, P, I. */
export function letterOf(world: Axis, sign: 1 | -1): AnatomicalLetter {
  return (sign === 1 ? TOWARDS : AWAY)[world];
}

/**
 * The direction of each voxel axis of an affine (12 numbers, RAS+).
 *
 * The nearest rotation (with or without reflection) of the affine is taken, so that shear favours no axis;
 * the axis that points most clearly chooses first, and no world axis is given away twice. An axis of no length
 * or a singular affine takes what remains, towards +.
 * Source: nibabel, orientations.py, `io_orientation`.
 */
export function orientationOf(affine: Affine): Orientation {
  const rotation = nearestRotation(unitColumns(affine));
  const clarity = ([0, 1, 2] as Axis[]).map((axis) => Math.max(...columnOf(rotation, axis).map(Math.abs)));
  const axes = ([0, 1, 2] as Axis[]).sort((a, b) => clarity[b] - clarity[a] || a - b);

  const directions: AxisDirection[] = [];
  const free = new Set<Axis>([0, 1, 2]);
  for (const axis of axes) {
    const column = columnOf(rotation, axis);
    let world = [...free][0];
    for (const candidate of free) {
      if (Math.abs(column[candidate]) > Math.abs(column[world])) world = candidate;
    }
    free.delete(world);
    directions[axis] = { world, sign: column[world] < 0 ? -1 : 1 };
  }
  return [directions[0], directions[1], directions[2]];
}

/** The letters towards which x, y and z run, such as "RAS", "LPS" or "PIR". */
export function orientationCode(orientation: Orientation): string {
  return orientation.map(({ world, sign }) => letterOf(world, sign)).join('');
}

/** Largest angle in degrees between a voxel axis and the world axis it is taken for; 0 where nothing is oblique. */
export function obliqueDegrees(affine: Affine): number {
  const unit = unitColumns(affine);
  const angles = orientationOf(affine).map(({ world }, axis) => {
    const column = columnOf(unit, axis as Axis);
    const across = Math.hypot(...column.filter((_, row) => row !== world));
    return (Math.atan2(across, Math.abs(column[world])) * 180) / Math.PI;
  });
  return Math.max(...angles);
}

/** A 3 x 3 matrix, row by row. */
type Matrix = readonly number[];

function columnOf(matrix: Matrix, axis: Axis): Vec3 {
  return [matrix[axis], matrix[axis + 3], matrix[axis + 6]];
}

/** The affine's 3 x 3 part with columns of length 1; columns of no length (or not finite) are 0. */
function unitColumns(affine: Affine): Matrix {
  const unit = [0, 1, 2, 4, 5, 6, 8, 9, 10].map((at) => affine[at]);
  for (const axis of [0, 1, 2] as Axis[]) {
    const length = Math.hypot(...columnOf(unit, axis));
    const scale = length > 0 && Number.isFinite(length) ? 1 / length : 0;
    for (const row of [0, 3, 6]) unit[axis + row] = scale && unit[axis + row] * scale;
  }
  return unit;
}

/** The orthogonal factor of the polar decomposition, by Newton's iteration; a singular matrix stays as it is. */
function nearestRotation(matrix: Matrix): Matrix {
  let current = matrix;
  for (let step = 0; step < 30; step++) {
    const inverse = invert(current);
    if (!inverse) return step === 0 ? matrix : current;
    const next = current.map((value, at) => (value + inverse[(at % 3) * 3 + Math.floor(at / 3)]) / 2);
    if (next.every((value, at) => Math.abs(value - current[at]) < 1e-12)) return next;
    current = next;
  }
  return current;
}

/** Inverse of a 3 x 3 matrix, null where its determinant is (nearly) 0. */
function invert([a, b, c, d, e, f, g, h, i]: Matrix): Matrix | null {
  const [first, second, third] = [e * i - f * h, f * g - d * i, d * h - e * g];
  const determinant = a * first + b * second + c * third;
  if (!(Math.abs(determinant) > 1e-9)) return null;
  const cofactors = [first, c * h - b * i, b * f - c * e, second, a * i - c * g, c * d - a * f];
  return [...cofactors, third, b * g - a * h, a * e - b * d].map((value) => value / determinant);
}
