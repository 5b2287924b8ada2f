import { FormatError } from '../../core/errors.ts';
import type { Bytes } from '../bytes/byte-source.ts';

/** What the header of a .npy array says. */
export interface NpyHeader {
  readonly shape: readonly number[];
  readonly isFortran: boolean;
  /** NumPy's type, as `<f2`. */
  readonly type: string;
  /** Where the elements begin, in bytes. */
  readonly dataOffset: number;
}

const MAGIC = '\x93NUMPY';
/** A header is a Python dict in ASCII of a few dozen bytes. */
const MAX_HEADER_BYTES = 65_536;

/**
 * The header of a .npy array, format 1.0, 2.0 or 3.0; `key` names the array in sentences.
 * Source: numpy/lib/format.py.
 * @throws FormatError npyHeaderBad; npyPickled for arrays of objects
 */
export function parseNpyHeader(file: string, key: string, bytes: Bytes): NpyHeader {
  const expect = (isRight: boolean, offset: number) => {
    if (!isRight) throw new FormatError('npyHeaderBad', { file, offset, key });
  };
  expect(bytes.length >= 12 && String.fromCharCode(...bytes.subarray(0, 6)) === MAGIC, 0);
  const version = bytes[6];
  expect(version >= 1 && version <= 3, 6);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const start = version === 1 ? 10 : 12;
  const length = version === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  const dataOffset = start + length;
  expect(length <= MAX_HEADER_BYTES && dataOffset <= bytes.length, 8);

  const text = new TextDecoder().decode(bytes.subarray(start, dataOffset));
  const type = /'descr'\s*:\s*'([^']*)'/.exec(text)?.[1];
  const order = /'fortran_order'\s*:\s*(True|False)/.exec(text)?.[1];
  const shape = /'shape'\s*:\s*\(([\d\s,L]*)\)/.exec(text)?.[1];
  if (type === undefined && /'descr'\s*:\s*\[/.test(text)) {
    throw new FormatError('npyType', { file, offset: start, key, shape: [], type: 'structured' });
  }
  if (type === undefined || order === undefined || shape === undefined) {
    throw new FormatError('npyHeaderBad', { file, offset: start, key });
  }
  if (type.includes('O')) throw new FormatError('npyPickled', { file, offset: start, key });
  return {
    shape: Array.from(shape.matchAll(/\d+/g), ([digits]) => Number(digits)),
    isFortran: order === 'True',
    type,
    dataOffset,
  };
}
