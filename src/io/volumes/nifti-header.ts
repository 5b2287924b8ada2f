import { NIFTI1, NIFTI2 } from 'nifti-reader-js';
import { FormatError } from '../../core/errors.ts';
import type { Vec3 } from '../../core/volume/grid.ts';
import type { Bytes } from '../bytes/byte-source.ts';
import { recogniseFormat } from './foreign-format.ts';
import { orient } from './nifti-orientation.ts';
import { nameDatatype, VOXEL_TYPES } from '../bytes/voxel-type.ts';
import type { VolumeHeader } from './volume-header.ts';

/** A NIfTI-1 or -2 header, checked. */
export interface NiftiHeader extends VolumeHeader {
  readonly version: 1 | 2;
  /** The voxels stand in another file, the .img of a .hdr/.img pair. */
  readonly isPair: boolean;
}

/** Enough of the start of a file for either version, and for a signature at byte 128. */
export const HEADER_BYTES = 540;

interface Layout {
  readonly version: 1 | 2;
  readonly bytes: number;
  readonly magicAt: number;
  readonly single: string;
  readonly pair: string;
  readonly dimAt: number;
  readonly offsetAt: number;
  readonly srowAt: number;
  readonly datatypeAt: number;
}

const LAYOUTS: readonly Layout[] = [
  {
    version: 1,
    bytes: 348,
    magicAt: 344,
    single: 'n+1\0',
    pair: 'ni1\0',
    dimAt: 40,
    offsetAt: 108,
    srowAt: 280,
    datatypeAt: 70,
  },
  {
    version: 2,
    bytes: 540,
    magicAt: 4,
    single: 'n+2\0\r\n\x1a\n',
    pair: 'ni2\0\r\n\x1a\n',
    dimAt: 16,
    offsetAt: 168,
    srowAt: 400,
    datatypeAt: 12,
  },
];

/**
 * The header of a NIfTI file from its first bytes, unpacked: HEADER_BYTES of them, or all of a shorter file.
 * Fields are read by nifti-reader-js; dimensions, offset, sform, scaling and affine are done here, where its
 * 64-bit integers of big-endian and negative numbers, its choice of the qform, its NaN and its missing
 * centring are wrong.
 * @throws FormatError for other formats, for what is not NIfTI and for fields that cannot be true.
 */
export function parseNiftiHeader(file: string, bytes: Bytes): NiftiHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const layout = recogniseLayout(file, bytes, view);
  const littleEndian = view.getInt32(0, true) === layout.bytes;
  const isPair = checkMagic(file, bytes, layout);
  const header = layout.version === 1 ? new NIFTI1() : new NIFTI2();
  // the exact size, so that extensions, which it cannot read safely, are not looked at
  header.readHeader(bytes.slice(0, layout.bytes).buffer);

  const dim = readDimensions(view, layout, littleEndian);
  if (layout.version === 2 && isCifti(header.intent_code, dim)) {
    throw new FormatError('cifti', { file, offset: layout.dimAt });
  }
  const { size, volumes, dimensions } = checkDimensions(file, layout.dimAt, dim);
  const type = VOXEL_TYPES.get(header.datatypeCode);
  if (!type) {
    const datatype = header.datatypeCode;
    const facts = { file, offset: layout.datatypeAt, datatype, name: nameDatatype(datatype) };
    throw new FormatError('niftiDatatype', facts);
  }
  const srow = Array.from({ length: 12 }, (_, i) =>
    layout.version === 1
      ? view.getFloat32(layout.srowAt + 4 * i, littleEndian)
      : view.getFloat64(layout.srowAt + 8 * i, littleEndian),
  );
  const { spacingMm, affine, warnings } = orient(file, {
    size,
    dimensions,
    pixdim: header.pixDims,
    lengthUnit: header.xyzt_units & 7,
    sformCode: header.sform_code,
    srow,
    qformCode: header.qform_code,
    quaternion: [header.quatern_b, header.quatern_c, header.quatern_d],
    qoffset: [header.qoffset_x, header.qoffset_y, header.qoffset_z],
  });
  const isScaled = Number.isFinite(header.scl_slope) && header.scl_slope !== 0;
  return {
    version: layout.version,
    littleEndian,
    isPair,
    grid: { size, spacingMm, affine },
    volumes,
    type,
    dataOffset: readDataOffset(file, view, layout, littleEndian, isPair),
    slope: isScaled ? header.scl_slope : 1,
    intercept: isScaled && Number.isFinite(header.scl_inter) ? header.scl_inter : 0,
    warnings,
  };
}

function recogniseLayout(file: string, bytes: Bytes, view: DataView): Layout {
  const first = (littleEndian: boolean) => (bytes.length >= 4 ? view.getInt32(0, littleEndian) : 0);
  const layout = LAYOUTS.find(({ bytes: size }) => first(true) === size || first(false) === size);
  if (!layout) {
    const format = recogniseFormat(bytes);
    if (format === 'gitLfs') throw new FormatError('gitLfsPointer', { file, offset: 0 });
    if (format) throw new FormatError('foreignFormat', { file, offset: 0, format });
    if (/\.img(\.gz)?$/i.test(file)) throw new FormatError('imgWithoutHdr', { file, offset: 0 });
    throw new FormatError('notNifti', { file, offset: 0, found: formatBytes(bytes.subarray(0, 4)) });
  }
  if (bytes.length < layout.bytes) {
    const facts = { file, offset: bytes.length, needed: layout.bytes, found: bytes.length };
    throw new FormatError('niftiHeaderShort', facts);
  }
  return layout;
}

/** Whether it is the header of a pair. Analyze has zeros, or anything else, where NIfTI-1 has its magic. */
function checkMagic(file: string, bytes: Bytes, { version, magicAt, single, pair }: Layout): boolean {
  const found = bytes.subarray(magicAt, magicAt + single.length);
  const text = String.fromCharCode(...found);
  if (text === single) return false;
  if (text === pair) return true;
  if (version === 1 && (text === '\0\0\0\0' || /\.hdr$/i.test(file))) {
    throw new FormatError('analyze', { file, offset: magicAt });
  }
  const facts = {
    file,
    offset: magicAt,
    expected: JSON.stringify(single.slice(0, 3)),
    found: formatBytes(found),
  };
  throw new FormatError('niftiMagic', facts);
}

function readDimensions(view: DataView, { version, dimAt }: Layout, littleEndian: boolean): number[] {
  return Array.from({ length: 8 }, (_, i) =>
    version === 1
      ? view.getInt16(dimAt + 2 * i, littleEndian)
      : Number(view.getBigInt64(dimAt + 8 * i, littleEndian)),
  );
}

/** CIFTI-2: the intents 3000 to 3099, or its data in the dimensions from the fifth. */
function isCifti(intent: number, dim: readonly number[]): boolean {
  const hasNoSpace = (dim[0] === 6 || dim[0] === 7) && dim.slice(1, 5).every((n) => n === 1);
  return (intent >= 3000 && intent < 3100) || hasNoSpace;
}

function checkDimensions(file: string, offset: number, dim: readonly number[]) {
  const dimensions = dim[0];
  const size = dim.slice(1, 1 + dimensions);
  if (!(dimensions >= 1 && dimensions <= 7) || size.some((n) => n < 1)) {
    throw new FormatError('niftiDimensions', { file, offset, dim });
  }
  if (size.slice(4).some((n) => n > 1)) throw new FormatError('tooManyDimensions', { file, offset, size });
  const [x, y = 1, z = 1, volumes = 1] = size;
  return { size: [x, y, z] as Vec3, volumes, dimensions };
}

function readDataOffset(
  file: string,
  view: DataView,
  { version, bytes, offsetAt }: Layout,
  littleEndian: boolean,
  isPair: boolean,
): number {
  const stored =
    version === 1
      ? view.getFloat32(offsetAt, littleEndian)
      : Number(view.getBigInt64(offsetAt, littleEndian));
  const least = isPair ? 0 : bytes + 4; // four bytes that tell of extensions
  if (stored === 0) return least;
  if (!Number.isInteger(stored) || stored < least) {
    throw new FormatError('voxOffsetBad', { file, offset: offsetAt, found: stored, least });
  }
  return stored;
}

/** Bytes for a sentence: as text where they are printable, else in hexadecimal. */
function formatBytes(bytes: Uint8Array): string {
  const text = String.fromCharCode(...bytes).replace(/\0+$/, '');
  if (/^[\x20-\x7e]+$/.test(text)) return JSON.stringify(text);
  return bytes.length === 0
    ? '""'
    : `0x${Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('')}`;
}
