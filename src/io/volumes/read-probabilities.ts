import { FormatError } from '../../core/errors.ts';
import type { Vec3 } from '../../core/volume/grid.ts';
import type { ProbabilityVolume } from '../../core/volume/volume.ts';
import { allocate } from '../bytes/byte-source.ts';
import type { ByteSource, Bytes } from '../bytes/byte-source.ts';
import { MAX_EXPANSION } from '../compression/gzip.ts';
import { parseNpyHeader } from './npy.ts';
import type { NpyHeader } from './npy.ts';
import { checkProbabilities } from './probability-range.ts';
import { swapBytes } from '../bytes/swap-bytes.ts';
import { readZipDirectory, readZipEntry } from '../compression/zip.ts';
import type { ZipEntry } from '../compression/zip.ts';

export interface ProbabilityOptions {
  /** Number of regions or labels that dataset.json asks for. */
  readonly expectedChannels?: number;
  readonly signal?: AbortSignal;
}

export interface ReadProbabilities {
  readonly volume: ProbabilityVolume;
  /** The array it came from: `probabilities`, or `softmax` of nnU-Net v1. */
  readonly key: string;
}

const KEYS = ['probabilities', 'softmax'];
const MAX_BYTES = 2 ** 32;
const TYPES: Readonly<Record<string, ProbabilityVolume['type']>> = {
  f2: 'float16',
  f4: 'float32',
  f8: 'float64',
};
const WIDTHS = { float16: 2, float32: 4, float64: 8 } as const;

/**
 * Reads the probabilities that nnU-Net saves beside a prediction: an .npz with one array (channels, z, y, x), or
 * (channels, y, x) of a single slice, of 16, 32 or 64 bit floats in either byte order, C or Fortran order.
 * @throws FormatError naming file, array and shape: no such array, other types or shapes, damage, values that
 * are NaN or outside 0..1 by more than 0.001, more than 4 GiB
 */
export async function readProbabilities(
  source: ByteSource,
  { expectedChannels, signal }: ProbabilityOptions = {},
): Promise<ReadProbabilities> {
  const file = source.name;
  if (source.size === 0) throw new FormatError('fileEmpty', { file, offset: 0 });
  const entries = await readZipDirectory(source);
  const { entry, key } = chooseArray(file, entries);
  if (entry.size > MAX_BYTES || entry.size > entry.packedSize * MAX_EXPANSION) {
    throw new FormatError('npyTooLarge', { file, offset: entry.headerOffset, key, bytes: entry.size });
  }
  const member = await readZipEntry(source, entry, signal);
  const header = parseNpyHeader(file, key, member);
  const { shape, type } = checkHeader(file, key, header, member.length);
  const array = { file, offset: header.dataOffset, key, shape };
  if (expectedChannels !== undefined && shape[0] !== expectedChannels) {
    throw new FormatError('probabilitiesChannels', { ...array, expected: expectedChannels });
  }

  const width = WIDTHS[type];
  const bytes = takeElements(member, header, shape, width, file);
  if (header.type.startsWith('>')) swapBytes(bytes, width);
  const [channels, z, y, x] = shape.length === 4 ? shape : [shape[0], 1, shape[1], shape[2]];
  const size: Vec3 = [x, y, z];
  const volume: ProbabilityVolume = { size, channels, type, data: view(bytes, type) };
  checkProbabilities(volume, array);
  return { volume, key };
}

function chooseArray(file: string, entries: readonly ZipEntry[]): { entry: ZipEntry; key: string } {
  for (const key of KEYS) {
    const entry = entries.find(({ name }) => name === `${key}.npy`);
    if (entry) return { entry, key };
  }
  const keys = entries.map(({ name }) => name.replace(/\.npy$/, ''));
  throw new FormatError('probabilitiesMissing', { file, offset: 0, keys });
}

function checkHeader(file: string, key: string, { shape, type, dataOffset }: NpyHeader, found: number) {
  const facts = { file, offset: dataOffset, key, shape };
  const known = /^[<>=]f[248]$/.test(type) ? TYPES[type.slice(1)] : undefined;
  if (!known) throw new FormatError('npyType', { ...facts, type });
  const isShape = (shape.length === 3 || shape.length === 4) && shape.every((n) => n > 0);
  if (!isShape) throw new FormatError('npyShape', facts);
  const needed = dataOffset + shape.reduce((product, n) => product * n, WIDTHS[known]);
  if (found < needed) throw new FormatError('npyTruncated', { ...facts, needed, found });
  return { shape, type: known };
}

/** The elements in C order, at a multiple of 8 in their buffer; not copied where they are so already. */
function takeElements(
  member: Bytes,
  { dataOffset, isFortran }: NpyHeader,
  shape: readonly number[],
  width: number,
  file: string,
): Bytes {
  const length = shape.reduce((product, n) => product * n, width);
  const elements = member.subarray(dataOffset, dataOffset + length);
  if (!isFortran && elements.byteOffset % 8 === 0) return elements;
  const copy = allocate(length, file);
  if (isFortran) transpose(elements, copy, shape, width);
  else copy.set(elements);
  return copy;
}

/** From the first axis fastest to the last axis fastest, for elements of `width` bytes. */
function transpose(from: Bytes, to: Bytes, shape: readonly number[], width: number): void {
  const [n0, n1, n2, n3 = 1] = shape;
  let at = 0;
  for (let a = 0; a < n0; a++) {
    for (let b = 0; b < n1; b++) {
      for (let c = 0; c < n2; c++) {
        for (let d = 0; d < n3; d++) {
          let source = width * (a + n0 * (b + n1 * (c + n2 * d)));
          for (let byte = 0; byte < width; byte++) to[at++] = from[source++];
        }
      }
    }
  }
}

function view(
  { buffer, byteOffset, length }: Bytes,
  type: ProbabilityVolume['type'],
): ProbabilityVolume['data'] {
  if (type === 'float16') return new Uint16Array(buffer, byteOffset, length / 2);
  if (type === 'float32') return new Float32Array(buffer, byteOffset, length / 4);
  return new Float64Array(buffer, byteOffset, length / 8);
}
