import { FormatError } from '../../core/errors.ts';
import { countVoxels } from '../../core/volume/grid.ts';
import { allocate } from '../bytes/byte-source.ts';
import type { ByteSource, Bytes } from '../bytes/byte-source.ts';
import { bytesOf } from '../bytes/voxel-type.ts';
import type { VoxelType } from '../bytes/voxel-type.ts';
import { isGzip, MAX_EXPANSION, readGzip } from '../compression/gzip.ts';
import type { GzipOptions } from '../compression/gzip.ts';
import { inflateZlib } from '../compression/zlib.ts';
import { typeOfText } from './itk-header.ts';
import type { ItkHeader } from './itk-header.ts';

/** The most bytes of voxels that are opened. */
const MAX_VOXEL_BYTES = 2 ** 32;
/** Lines that are skipped before the voxels end within so many bytes. */
const MOST_SKIPPED = 2 ** 20;

/**
 * The voxels that a header describes, as stored, volume after volume, whichever axis of the file tells the volumes
 * apart. `start` is where the data begin in `source`. Numbers written as text come as `typeOfText` holds them.
 * @throws FormatError for a claim that the file cannot hold, damaged compression, text that is no number
 */
export async function readItkVoxels(
  source: ByteSource,
  start: number,
  header: ItkHeader,
  options: GzipOptions & { readonly allVolumes?: boolean } = {},
): Promise<Bytes> {
  const { grid, volumes, type, inner } = header;
  const voxels = countVoxels(grid.size);
  const width = bytesOf(type);
  const length = voxels * volumes * width;
  const file = source.name;
  if (length > MAX_VOXEL_BYTES) {
    throw new FormatError('claimsMoreThanLimit', { file, offset: 0, size: grid.size, bytes: length });
  }
  const whole = await readEncoded(source, start, length, header, options);
  const wanted = options.allVolumes ? volumes : 1;
  if (inner >= voxels || volumes === 1) return whole.subarray(0, wanted * voxels * width);
  return partVolumes(whole, { voxels, volumes, wanted, inner, width, file });
}

async function readEncoded(
  source: ByteSource,
  start: number,
  length: number,
  header: ItkHeader,
  options: GzipOptions,
): Promise<Bytes> {
  const { encoding, byteSkip } = header;
  const { size } = header.grid;
  const file = source.name;
  const from = start + (await lengthOfLines(source, start, header.lineSkip));
  const found = source.size;
  if (encoding === 'raw' || encoding === 'text') {
    if (encoding === 'text') return parseNumbers(await source.read(from, found), length, header.type, file);
    const first = byteSkip === 'end' ? found - length : from + byteSkip;
    if (first < from || first + length > found) {
      const bytes = (byteSkip === 'end' ? from : first) + length;
      throw new FormatError('claimsMoreThanFile', { file, offset: found, size, bytes, found });
    }
    return source.read(first, first + length);
  }
  const skip = byteSkip === 'end' ? 0 : byteSkip;
  const part = partOf(source, from);
  if (skip + length > part.size * MAX_EXPANSION) {
    const facts = { file, offset: 0, size, bytes: skip + length, found: part.size };
    throw new FormatError('claimsMoreThanGzip', facts);
  }
  const isPackedByGzip = isGzip(await part.read(0, Math.min(3, part.size)));
  if (encoding === 'zlib' && !isPackedByGzip) {
    const unpacked = inflateZlib(await part.read(0, part.size), skip + length, file);
    if (!unpacked) throw new FormatError('zlibBad', { file, offset: from, needed: skip + length });
    return aligned(unpacked.subarray(skip), file);
  }
  if (!isPackedByGzip) throw new FormatError('gzipCorrupt', { file, offset: from });
  return aligned((await readGzip(part, skip + length, options)).subarray(skip, skip + length), file);
}

/** Bytes at a multiple of 8 in their buffer. */
function aligned(bytes: Bytes, file: string): Bytes {
  if (bytes.byteOffset % 8 === 0) return bytes;
  const copy = allocate(bytes.length, file);
  copy.set(bytes);
  return copy;
}

/** What follows `start` in a file. */
function partOf(source: ByteSource, start: number): ByteSource {
  return {
    ...source,
    size: Math.max(0, source.size - start),
    read: (from, to) => source.read(start + from, start + to),
  };
}

/** Bytes of so many lines from `start` on. */
async function lengthOfLines(source: ByteSource, start: number, lines: number): Promise<number> {
  if (lines === 0) return 0;
  const bytes = await source.read(start, Math.min(source.size, start + MOST_SKIPPED));
  let at = 0;
  for (let line = 0; line < lines; line++) {
    const end = bytes.indexOf(10, at);
    if (end < 0) return bytes.length;
    at = end + 1;
  }
  return at;
}

/** Numbers written as text, parted by spaces, commas or lines. */
function parseNumbers(bytes: Bytes, length: number, type: VoxelType, file: string): Bytes {
  const needed = length / bytesOf(type);
  const parts = new TextDecoder('latin1').decode(bytes).split(/[\s,]+/);
  const numbers = parts.filter((part) => part !== '').map(Number);
  const firstBad = numbers.findIndex((value, i) => i < needed && Number.isNaN(value));
  const found = firstBad < 0 ? numbers.length : firstBad;
  if (found < needed) throw new FormatError('textVoxels', { file, offset: 0, needed, found });
  const isWhole = typeOfText(type) === 'int32';
  const out = allocate(needed * (isWhole ? 4 : 8), file);
  const values = isWhole ? new Int32Array(out.buffer) : new Float64Array(out.buffer);
  values.set(numbers.slice(0, needed));
  return out;
}

interface Parts {
  readonly voxels: number;
  readonly volumes: number;
  readonly wanted: number;
  readonly inner: number;
  readonly width: number;
  readonly file: string;
}

/** Volume v, value o * inner + i stands at (o * volumes + v) * inner + i; put volume after volume. */
function partVolumes(bytes: Bytes, { voxels, volumes, wanted, inner, width, file }: Parts): Bytes {
  const out = allocate(wanted * voxels * width, file);
  const run = inner * width;
  for (let volume = 0; volume < wanted; volume++) {
    for (let outer = 0; outer < voxels / inner; outer++) {
      const from = (outer * volumes + volume) * run;
      const to = volume * voxels * width + outer * run;
      for (let i = 0; i < run; i++) out[to + i] = bytes[from + i];
    }
  }
  return out;
}
