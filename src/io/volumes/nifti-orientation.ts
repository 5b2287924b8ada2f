import type { Warning } from '../../core/errors.ts';
import type { Affine, Vec3 } from '../../core/volume/grid.ts';

/** What a NIfTI header says of the place of its voxels, as stored. */
export interface StoredOrientation {
  readonly size: Vec3;
  /** Dimensions of the image, 1 to 7: the spacing of an axis beyond means nothing. */
  readonly dimensions: number;
  readonly pixdim: readonly number[];
  /** Low three bits of xyzt_units. */
  readonly lengthUnit: number;
  readonly sformCode: number;
  /** Three rows of four. */
  readonly srow: readonly number[];
  readonly qformCode: number;
  /** b, c, d. */
  readonly quaternion: Vec3;
  readonly qoffset: Vec3;
}

export interface Orientation {
  readonly spacingMm: Vec3;
  readonly affine: Affine;
  readonly warnings: readonly Warning[];
}

const MILLIMETRES_OF_UNIT: ReadonlyMap<number, number> = new Map([
  [1, 1000], // metre
  [2, 1],
  [3, 0.001], // micron
]);
/** Spacings that differ by less are the same. */
const SPACING_TOLERANCE = 0.01;

/**
 * Spacing in mm and the affine (voxel -> world, RAS+, mm): the sform where its code is above 0, else the qform
 * where its code is, else the spacing alone with the centre of the volume at 0 and x running to the left, all as
 * nibabel's `get_best_affine` does. The spacing is that of pixdim, as SimpleITK and nibabel give nnU-Net; a zero
 * or NaN is replaced by the sform's, or by 1 mm. A form with NaN or without volume is passed over. Every
 * departure is a warning.
 */
export function orient(file: string, stored: StoredOrientation): Orientation {
  const warnings: Warning[] = [];
  const unit = MILLIMETRES_OF_UNIT.get(stored.lengthUnit) ?? 1;
  const pixdim = [1, 2, 3].map((i) => stored.pixdim[i] * unit);
  const counts = [0, 1, 2].map((axis) => axis < stored.dimensions);
  const isUsable = pixdim.map((value) => Number.isFinite(value) && value !== 0);

  let sform: Affine | null = null;
  if (stored.sformCode > 0) {
    sform = stored.srow.map((value) => value * unit);
    if (!hasVolume(sform)) {
      sform = null;
      warnings.push({ code: 'affine-unusable', facts: { file, form: 'sform' } });
    }
  }
  const columns = sform && columnLengths(sform);
  const spacingMm = toVec3((i) => (isUsable[i] ? Math.abs(pixdim[i]) : (columns?.[i] ?? 1)));

  if ([0, 1, 2].some((i) => counts[i] && !isUsable[i])) {
    if (columns) warnings.push({ code: 'spacing-from-affine', facts: { file, pixdim, spacingMm } });
    else warnings.push({ code: 'spacing-unknown', facts: { file } });
  }
  if ([0, 1, 2].some((i) => counts[i] && pixdim[i] < 0 && isUsable[i])) {
    warnings.push({ code: 'spacing-negative', facts: { file, pixdim, spacingMm } });
  }
  if (columns) {
    const differs = (i: number) => Math.abs(columns[i] - spacingMm[i]) > SPACING_TOLERANCE * spacingMm[i];
    if ([0, 1, 2].some((i) => counts[i] && differs(i))) {
      const facts = { file, pixdim: spacingMm, spacingMm: columns };
      warnings.push({ code: 'spacing-differs-from-affine', facts });
    }
  }
  if (sform) return { spacingMm, affine: sform, warnings };

  if (stored.qformCode > 0) {
    const qform = qformAffine(stored, spacingMm, unit);
    if (hasVolume(qform)) return { spacingMm, affine: qform, warnings };
    warnings.push({ code: 'affine-unusable', facts: { file, form: 'qform' } });
  }
  return { spacingMm, affine: centredAffine(stored.size, spacingMm), warnings };
}

/**
 * Rotation by the unit quaternion (a, b, c, d), a from the others (nifti1.h, method 2). Where rounding makes
 * b² + c² + d² exceed 1, a is 0 and the others are scaled to length 1.
 */
function qformAffine(
  { quaternion, qoffset, pixdim }: StoredOrientation,
  spacingMm: Vec3,
  unit: number,
): Affine {
  let [b, c, d] = quaternion;
  let a = 1 - (b * b + c * c + d * d);
  if (a < 1e-7) {
    const length = Math.hypot(b, c, d);
    [b, c, d] = [b / length, c / length, d / length];
    a = 0;
  } else {
    a = Math.sqrt(a);
  }
  const [x, y, z] = [spacingMm[0], spacingMm[1], pixdim[0] < 0 ? -spacingMm[2] : spacingMm[2]];
  return [
    [
      (a * a + b * b - c * c - d * d) * x,
      2 * (b * c - a * d) * y,
      2 * (b * d + a * c) * z,
      qoffset[0] * unit,
    ],
    [
      2 * (b * c + a * d) * x,
      (a * a + c * c - b * b - d * d) * y,
      2 * (c * d - a * b) * z,
      qoffset[1] * unit,
    ],
    [
      2 * (b * d - a * c) * x,
      2 * (c * d + a * b) * y,
      (a * a + d * d - c * c - b * b) * z,
      qoffset[2] * unit,
    ],
  ].flat();
}

/** The affine of a header without forms (nibabel, `shape_zoom_affine`). */
function centredAffine(size: Vec3, [x, y, z]: Vec3): Affine {
  const centre = (axis: number, step: number) => (-(size[axis] - 1) / 2) * step;
  return [-x, 0, 0, centre(0, -x), 0, y, 0, centre(1, y), 0, 0, z, centre(2, z)];
}

function columnLengths(affine: Affine): Vec3 {
  return toVec3((i) => Math.hypot(affine[i], affine[4 + i], affine[8 + i]));
}

/** Whether the affine is finite and no axis lies in the plane of the others. */
function hasVolume(m: Affine): boolean {
  const determinant =
    m[0] * (m[5] * m[10] - m[6] * m[9]) -
    m[1] * (m[4] * m[10] - m[6] * m[8]) +
    m[2] * (m[4] * m[9] - m[5] * m[8]);
  const box = columnLengths(m).reduce((product, length) => product * length, 1);
  return m.every(Number.isFinite) && box > 0 && Math.abs(determinant) > 1e-6 * box;
}

function toVec3(of: (axis: number) => number): Vec3 {
  return [of(0), of(1), of(2)];
}
