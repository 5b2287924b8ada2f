import { FormatError } from '../../core/errors.ts';
import { countVoxels } from '../../core/volume/grid.ts';
import { allocate } from '../bytes/byte-source.ts';
import type { ByteSource, Bytes } from '../bytes/byte-source.ts';
import { isGzip, MAX_EXPANSION, readGzip } from '../compression/gzip.ts';
import type { GzipOptions } from '../compression/gzip.ts';
import { inflateStart } from '../compression/gzip-stream.ts';
import { HEADER_BYTES, parseNiftiHeader } from './nifti-header.ts';
import type { NiftiHeader } from './nifti-header.ts';
import { bytesOf } from '../bytes/voxel-type.ts';
import type { VolumeHeader } from './volume-header.ts';

/** The most bytes of voxels that are opened. */
const MAX_VOXEL_BYTES = 2 ** 32;

export interface ReadOptions extends GzipOptions {
  /** Looks at the header before any voxel is read, and throws where it will not do. */
  readonly judge?: (header: VolumeHeader, file: string) => void;
  /** Every volume of a 4D file, one after the other, instead of the first. */
  readonly allVolumes?: boolean;
}

export interface RawVolume {
  readonly header: VolumeHeader;
  /** The header's file, or the image's of a pair: where the voxels are. */
  readonly file: string;
  /** The first volume, or all of them, as stored, in the file's byte order; its place in its buffer is a multiple of 8. */
  readonly bytes: Bytes;
}

/**
 * Reads the first volume of a NIfTI file, packed or not: one source, or the .hdr and .img of a pair in either
 * order. The header comes first and its claim is judged before memory is taken.
 * @throws DiceLensError that says what is wrong with which file.
 */
export async function readNifti(
  sources: ByteSource | readonly ByteSource[],
  options: ReadOptions = {},
): Promise<RawVolume> {
  const { header: headerSource, image } = tellApart(sources);
  const start = await readStart(headerSource);
  const header = parseNiftiHeader(headerSource.name, start.bytes);
  options.judge?.(header, headerSource.name);
  options.signal?.throwIfAborted();
  if (header.isPair && !image) {
    throw new FormatError('hdrWithoutImg', { file: headerSource.name, offset: 0 });
  }
  const source = header.isPair && image ? image : headerSource;
  const isPacked =
    source === headerSource ? start.isPacked : isGzip(await source.read(0, Math.min(3, source.size)));
  const bytes = await readVoxels(source, isPacked, header, options);
  return { header, file: source.name, bytes };
}

function tellApart(sources: ByteSource | readonly ByteSource[]): { header: ByteSource; image?: ByteSource } {
  const files = 'read' in sources ? [sources] : sources;
  if (files.length < 2) return { header: files[0] };
  const [first, second] = files;
  return /\.hdr(\.gz)?$/i.test(second.name)
    ? { header: second, image: first }
    : { header: first, image: second };
}

/** The first bytes, unpacked; fewer where the file is shorter. */
async function readStart(source: ByteSource): Promise<{ isPacked: boolean; bytes: Bytes }> {
  if (source.size === 0) throw new FormatError('fileEmpty', { file: source.name, offset: 0 });
  const stored = await source.read(0, Math.min(HEADER_BYTES, source.size));
  if (!isGzip(stored)) return { isPacked: false, bytes: stored };
  const bytes = new Uint8Array(HEADER_BYTES);
  return { isPacked: true, bytes: bytes.subarray(0, await inflateStart(source, bytes)) };
}

async function readVoxels(
  source: ByteSource,
  isPacked: boolean,
  { grid, type, dataOffset, volumes }: NiftiHeader,
  options: ReadOptions,
): Promise<Bytes> {
  const file = source.name;
  const { size } = grid;
  const length = countVoxels(size) * bytesOf(type) * (options.allVolumes ? volumes : 1);
  const end = dataOffset + length;
  const found = source.size;
  if (length > MAX_VOXEL_BYTES) {
    throw new FormatError('claimsMoreThanLimit', { file, offset: 0, size, bytes: length });
  }
  if (!isPacked) {
    if (end > found)
      throw new FormatError('claimsMoreThanFile', { file, offset: found, size, bytes: end, found });
    return source.read(dataOffset, end);
  }
  if (end > found * MAX_EXPANSION) {
    throw new FormatError('claimsMoreThanGzip', { file, offset: 0, size, bytes: end, found });
  }
  const whole = await readGzip(source, end, options);
  const bytes = whole.subarray(dataOffset, end);
  return bytes.byteOffset % 8 === 0 ? bytes : copied(bytes, file);
}

function copied(bytes: Bytes, file: string): Bytes {
  const copy = allocate(bytes.length, file);
  copy.set(bytes);
  return copy;
}
