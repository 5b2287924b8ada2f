/** Fields of a NIfTI file under test; what is not given is that of a plain 3D uint8 file of 1 mm. */
export interface NiftiFields {
  version?: 1 | 2;
  littleEndian?: boolean;
  dim?: readonly number[];
  datatype?: number;
  pixdim?: readonly number[];
  voxOffset?: number;
  slope?: number;
  intercept?: number;
  units?: number;
  qformCode?: number;
  sformCode?: number;
  quaternion?: readonly number[];
  qoffset?: readonly number[];
  srow?: readonly number[];
  magic?: string;
  description?: string;
  intent?: number;
  /** Header only, as of a pair. */
  voxels?: Uint8Array;
}

/** A NIfTI file written field by field from the offsets of nifti1.h and nifti2.h. */
export function makeNifti(fields: NiftiFields = {}): Uint8Array<ArrayBuffer> {
  const {
    version = 1,
    littleEndian = true,
    dim = [3, 2, 2, 2],
    datatype = 2,
    units = 2,
    intent = 0,
  } = fields;
  const { pixdim = [1, 1, 1, 1, 1, 1, 1, 1], voxels = new Uint8Array(8), description = '' } = fields;
  const { slope = 0, intercept = 0, qformCode = 0, sformCode = 0 } = fields;
  const { quaternion = [0, 0, 0], qoffset = [0, 0, 0], srow = [] } = fields;
  const headerBytes = version === 1 ? 348 : 540;
  const { voxOffset = headerBytes + 4 } = fields;
  const bytes = new Uint8Array(Math.max(headerBytes, Math.min(voxOffset || 0, 4096)) + voxels.length);
  const view = new DataView(bytes.buffer);
  const short = (at: number, value: number) => view.setInt16(at, value, littleEndian);
  const int = (at: number, value: number) => view.setInt32(at, value, littleEndian);
  const float = (at: number, value: number) => view.setFloat32(at, value, littleEndian);
  const double = (at: number, value: number) => view.setFloat64(at, value, littleEndian);
  const long = (at: number, value: number) => view.setBigInt64(at, BigInt(value), littleEndian);
  const text = (at: number, value: string) => bytes.set(new TextEncoder().encode(value), at);

  int(0, headerBytes);
  if (version === 1) {
    dim.forEach((value, i) => short(40 + 2 * i, value));
    short(68, intent);
    short(70, datatype);
    pixdim.forEach((value, i) => float(76 + 4 * i, value));
    [voxOffset, slope, intercept].forEach((value, i) => float(108 + 4 * i, value));
    bytes[123] = units;
    text(148, description);
    short(252, qformCode);
    short(254, sformCode);
    [...quaternion, ...qoffset, ...srow].forEach((value, i) => float(256 + 4 * i, value));
    text(344, fields.magic ?? 'n+1\0');
  } else {
    text(4, fields.magic ?? 'n+2\0\r\n\x1a\n');
    short(12, datatype);
    dim.forEach((value, i) => long(16 + 8 * i, value));
    pixdim.forEach((value, i) => double(104 + 8 * i, value));
    long(168, voxOffset);
    double(176, slope);
    double(184, intercept);
    text(240, description);
    int(344, qformCode);
    int(348, sformCode);
    [...quaternion, ...qoffset, ...srow].forEach((value, i) => double(352 + 8 * i, value));
    int(500, units);
    int(504, intent);
  }
  bytes.set(voxels, bytes.length - voxels.length);
  return bytes;
}

const STORE = {
  uint8: [2, 1, 'setUint8'],
  int8: [256, 1, 'setInt8'],
  int16: [4, 2, 'setInt16'],
  uint16: [512, 2, 'setUint16'],
  int32: [8, 4, 'setInt32'],
  uint32: [768, 4, 'setUint32'],
  int64: [1024, 8, 'setBigInt64'],
  uint64: [1280, 8, 'setBigUint64'],
  float32: [16, 4, 'setFloat32'],
  float64: [64, 8, 'setFloat64'],
} as const;
export type StoredType = keyof typeof STORE;
export const STORED_TYPES = Object.keys(STORE) as StoredType[];

/** A NIfTI file of these values in a row along x (or of size `dim`), stored as this type. */
export function makeTypedNifti(
  type: StoredType,
  values: readonly number[],
  fields: NiftiFields = {},
): Uint8Array<ArrayBuffer> {
  const [datatype, width, set] = STORE[type];
  const voxels = new Uint8Array(values.length * width);
  const view = new DataView(voxels.buffer);
  values.forEach((value, i) => {
    const at = i * width;
    const littleEndian = fields.littleEndian ?? true;
    if (set === 'setBigInt64' || set === 'setBigUint64') view[set](at, BigInt(value), littleEndian);
    else view[set](at, value, littleEndian);
  });
  return makeNifti({ dim: [3, values.length, 1, 1], ...fields, datatype, voxels });
}
