import { zipSync, type Zippable } from 'fflate';

/** Element types by NumPy's names; float16 is given as its bits. */
interface Elements {
  readonly '|u1': Uint8Array;
  readonly '<u2': Uint16Array;
  readonly '<i2': Int16Array;
  readonly '<i4': Int32Array;
  readonly '<f2': Uint16Array;
  readonly '<f4': Float32Array;
  readonly '<f8': Float64Array;
}

/** One array; the last axis is the fastest. */
export type NpyArray = {
  [Type in keyof Elements]: {
    readonly shape: readonly number[];
    readonly type: Type;
    readonly data: Elements[Type];
  };
}[keyof Elements];

const PREFIX_BYTES = 10; // magic, version, length of the header
const ALIGNMENT = 64;
const NO_DATE = new Date(1980, 0, 1); // the first day that zip knows: the same arrays give the same bytes

/**
 * A NumPy .npz, as `numpy.savez_compressed` writes it: one deflated member `KEY.npy` per array.
 * The same arrays always give the same bytes.
 * @throws RangeError where the data do not fill the shape.
 */
export function formatNpz(arrays: Readonly<Record<string, NpyArray>>): Uint8Array<ArrayBuffer> {
  const members: Zippable = {};
  for (const [key, array] of Object.entries(arrays)) members[`${key}.npy`] = formatNpy(array);
  return zipSync(members, { level: 9, mtime: NO_DATE });
}

/**
 * A NumPy .npy, format 1.0, C order, data aligned to 64 bytes.
 * @throws RangeError where the data do not fill the shape.
 * Source: numpy.lib.format, "Format Version 1.0".
 */
export function formatNpy({ shape, type, data }: NpyArray): Uint8Array<ArrayBuffer> {
  if (data.length !== shape.reduce((product, length) => product * length, 1)) {
    throw new RangeError(`${data.length} values do not fill an array of shape (${shape.join(', ')})`);
  }
  const tuple = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
  const dictionary = `{'descr': '${type}', 'fortran_order': False, 'shape': ${tuple}, }`;
  const start = Math.ceil((PREFIX_BYTES + dictionary.length + 1) / ALIGNMENT) * ALIGNMENT;
  const header = `${dictionary.padEnd(start - PREFIX_BYTES - 1)}\n`;

  const file = new Uint8Array(start + data.byteLength);
  file.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, header.length & 255, header.length >> 8]);
  file.set(new TextEncoder().encode(header), PREFIX_BYTES);
  writeValues(file.subarray(start), data);
  return file;
}

function writeValues(target: Uint8Array, data: NpyArray['data']): void {
  target.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
  const bytes = data.BYTES_PER_ELEMENT;
  if (bytes === 1 || new Uint8Array(Uint16Array.of(1).buffer)[0] === 1) return;
  for (let at = 0; at < target.length; at += bytes) target.subarray(at, at + bytes).reverse();
}
