import { FormatError } from '../../core/errors.ts';
import type { Warning } from '../../core/errors.ts';
import type { Grid, Vec3 } from '../../core/volume/grid.ts';

/** Where voxels lie, as NRRD and MetaImage say it. */
export interface StoredPlace {
  readonly file: string;
  readonly format: string;
  /** The field that holds the directions, for a sentence. */
  readonly field: string;
  readonly size: Vec3;
  /** Step from a voxel to the next along x, y and z, in the axes of the file. */
  readonly steps: readonly [Vec3, Vec3, Vec3];
  readonly origin: Vec3;
  /** Which way the axes of the file run, as signs that lead to R, A, S: -1, -1, 1 for L, P, S. */
  readonly toRas: Vec3;
  /** No spacing was stated. */
  readonly isSpacingUnknown: boolean;
}

/** The signs from L, P, S, the axes of ITK, to R, A, S. */
export const LPS_TO_RAS: Vec3 = [-1, -1, 1];

/**
 * The grid of such voxels: spacing is the length of each step, the affine has the steps as columns and leads to RAS+
 * millimetres, as nibabel has it for the same volume saved as NIfTI by SimpleITK.
 * @throws FormatError directionsUnusable where the steps span no volume, as SimpleITK refuses them too
 */
export function placeVoxels(place: StoredPlace): { grid: Grid; warnings: readonly Warning[] } {
  const { file, size, steps, origin, toRas } = place;
  const affine = [0, 1, 2].flatMap((row) =>
    [steps[0][row], steps[1][row], steps[2][row], origin[row]].map((value) => toRas[row] * value + 0),
  );
  const lengths = steps.map((step) => Math.hypot(...step));
  const [a, b, c] = steps;
  const volume =
    a[0] * (b[1] * c[2] - b[2] * c[1]) -
    b[0] * (a[1] * c[2] - a[2] * c[1]) +
    c[0] * (a[1] * b[2] - a[2] * b[1]);
  const box = lengths[0] * lengths[1] * lengths[2];
  if (!affine.every(Number.isFinite) || !(box > 0) || !(Math.abs(volume) > 1e-6 * box)) {
    throw new FormatError('directionsUnusable', {
      file,
      offset: 0,
      format: place.format,
      field: place.field,
    });
  }
  const spacingMm: Vec3 = [lengths[0], lengths[1], lengths[2]];
  return {
    grid: { size, spacingMm, affine },
    warnings: place.isSpacingUnknown ? [{ code: 'spacing-unknown', facts: { file } }] : [],
  };
}
