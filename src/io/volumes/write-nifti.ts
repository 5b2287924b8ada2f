import { countVoxels, type Affine, type Grid } from '../../core/volume/grid.ts';

export type NiftiVoxels =
  Uint8Array | Int8Array | Uint16Array | Int16Array | Uint32Array | Int32Array | Float32Array | Float64Array;

export interface NiftiOptions {
  /** Value of a voxel = slope * stored + intercept; 1 and 0 where not given. */
  readonly slope?: number;
  readonly intercept?: number;
  /** At most 79 characters of ASCII. */
  readonly description?: string;
}

const HEADER_BYTES = 348;
const VOXEL_OFFSET = 352; // the header and four zero bytes: no extensions
const MAX_AXIS = 32767; // dim is int16 in NIfTI-1
const SCANNER = 1; // NIFTI_XFORM_SCANNER_ANAT
const MILLIMETRES = 2; // NIFTI_UNITS_MM

const TYPES: Readonly<Record<string, readonly [code: number, bits: number]>> = {
  Uint8Array: [2, 8],
  Int16Array: [4, 16],
  Int32Array: [8, 32],
  Float32Array: [16, 32],
  Float64Array: [64, 64],
  Int8Array: [256, 8],
  Uint16Array: [512, 16],
  Uint32Array: [768, 32],
};

/**
 * A NIfTI-1 single file (.nii, little-endian, not compressed) of one 3D volume, voxels as they are, x fastest.
 *
 * The affine is written exactly (float32) as sform; as qform too where it is a rotation with or without a
 * mirror, otherwise qform_code is 0, since a quaternion cannot shear.
 * @throws RangeError where the voxels do not fill the grid or an axis is longer than NIfTI-1 can say.
 * Source: nifti1.h of the NIfTI Data Format Working Group.
 */
export function formatNifti(
  grid: Grid,
  voxels: NiftiVoxels,
  options: NiftiOptions = {},
): Uint8Array<ArrayBuffer> {
  const { size, spacingMm, affine } = grid;
  if (voxels.length !== countVoxels(size)) {
    throw new RangeError(`${voxels.length} voxels do not fill a grid of ${size.join(' x ')}`);
  }
  if (Math.max(...size) > MAX_AXIS) throw new RangeError(`NIfTI-1 has at most ${MAX_AXIS} voxels an axis`);
  const [code, bits] = TYPES[voxels.constructor.name];
  const { slope = 1, intercept = 0, description = 'DiceLens' } = options;

  const file = new Uint8Array(VOXEL_OFFSET + voxels.byteLength);
  const header = new DataView(file.buffer);
  const float = (at: number, values: readonly number[]) =>
    values.forEach((value, i) => header.setFloat32(at + 4 * i, value, true));
  const text = (at: number, length: number, value: string) =>
    file.set(new TextEncoder().encode(value).subarray(0, length - 1), at);

  header.setInt32(0, HEADER_BYTES, true);
  file[38] = 0x72; // regular, 'r': ANALYZE readers ask for it
  [3, ...size, 1, 1, 1, 1].forEach((value, i) => header.setInt16(40 + 2 * i, value, true));
  header.setInt16(70, code, true);
  header.setInt16(72, bits, true);
  const rotation = rotationOf(affine, spacingMm);
  float(76, [rotation?.handedness ?? 1, ...spacingMm, 1, 1, 1, 1]);
  float(108, [VOXEL_OFFSET, slope, intercept]);
  file[123] = MILLIMETRES;
  text(148, 80, description);
  header.setInt16(252, rotation ? SCANNER : 0, true);
  header.setInt16(254, SCANNER, true);
  if (rotation) float(256, [...rotation.quaternion, affine[3], affine[7], affine[11]]);
  float(280, affine);
  text(344, 4, 'n+1');
  writeVoxels(header, voxels, bits / 8);
  return file;
}

function writeVoxels(file: DataView<ArrayBuffer>, voxels: NiftiVoxels, bytes: number): void {
  const source = new Uint8Array(voxels.buffer, voxels.byteOffset, voxels.byteLength);
  const target = new Uint8Array(file.buffer, VOXEL_OFFSET);
  target.set(source);
  if (bytes === 1 || new Uint8Array(Uint16Array.of(1).buffer)[0] === 1) return;
  for (let at = 0; at < target.length; at += bytes) target.subarray(at, at + bytes).reverse();
}

/**
 * The rotation of an affine as NIfTI's b, c, d and qfac; null where the affine is none (sheared, or its columns
 * are not as long as the spacing says), to within a thousandth.
 */
function rotationOf(affine: Affine, spacing: readonly number[]) {
  const r = [0, 1, 2].map((row) => [0, 1, 2].map((column) => affine[4 * row + column] / spacing[column]));
  const dot = (i: number, j: number) => r[0][i] * r[0][j] + r[1][i] * r[1][j] + r[2][i] * r[2][j];
  for (const i of [0, 1, 2]) {
    for (const j of [0, 1, 2]) if (!(Math.abs(dot(i, j) - Number(i === j)) < 1e-3)) return null;
  }
  const determinant =
    r[0][0] * (r[1][1] * r[2][2] - r[1][2] * r[2][1]) -
    r[0][1] * (r[1][0] * r[2][2] - r[1][2] * r[2][0]) +
    r[0][2] * (r[1][0] * r[2][1] - r[1][1] * r[2][0]);
  const handedness = determinant < 0 ? -1 : 1;
  for (const row of r) row[2] *= handedness;
  return { handedness, quaternion: quaternionOf(r) };
}

/** b, c, d of the unit quaternion (a, b, c, d), a >= 0, of a proper rotation; the largest part is taken first. */
function quaternionOf(r: readonly (readonly number[])[]): readonly [number, number, number] {
  const trace = r[0][0] + r[1][1] + r[2][2];
  const squares = [1 + trace, ...[0, 1, 2].map((i) => 1 + 2 * r[i][i] - trace)]; // 4 a², 4 b², 4 c², 4 d²
  const largest = squares.indexOf(Math.max(...squares));
  const twice = Math.sqrt(Math.max(0, squares[largest]));
  const minus = [r[2][1] - r[1][2], r[0][2] - r[2][0], r[1][0] - r[0][1]]; // 4 ab, 4 ac, 4 ad
  const plus = [r[1][0] + r[0][1], r[2][0] + r[0][2], r[2][1] + r[1][2]]; // 4 bc, 4 bd, 4 cd
  const products = [
    [squares[0], ...minus],
    [minus[0], squares[1], plus[0], plus[1]],
    [minus[1], plus[0], squares[2], plus[2]],
    [minus[2], plus[1], plus[2], squares[3]],
  ][largest];
  const [a, b, c, d] = products.map((product) => product / twice / 2);
  return a < 0 ? [-b, -c, -d] : [b, c, d];
}
