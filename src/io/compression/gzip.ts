import { FormatError } from '../../core/errors.ts';
import { allocate, bytesSource } from '../bytes/byte-source.ts';
import type { ByteSource, Bytes } from '../bytes/byte-source.ts';
import { crc32 } from './crc32.ts';
import { inflateMembers } from './gzip-stream.ts';
import { inflateExactly } from './inflate.ts';

/** Deflate cannot expand further: 258 bytes from two bits. */
export const MAX_EXPANSION = 1032;
/** Room for what stands behind the bytes that are needed. */
const EXCESS_BYTES = 2 ** 26;
const TRAILER_BYTES = 8;

export interface GzipOptions {
  readonly signal?: AbortSignal;
  /** Gives the memory to inflate into, a buffer of exactly so many bytes: so that it can be reused. */
  readonly allocate?: (bytes: number) => Bytes;
}

/** Whether these first bytes of a file are those of gzip; its name says nothing. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes.length >= 3 && bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;
}

/**
 * Inflates a gzip file whose first `needed` bytes are wanted; the result has them and may have more.
 * The common file of one member is inflated in one go into one buffer of the exact size, its sums checked
 * after; any other goes the slow and sure way of `inflateMembers`, which also finds the words for an error.
 * @throws FormatError gzipTruncated, gzipCorrupt, gzipBadSum, gzipTooLong, gzipTooShort
 */
export async function readGzip(
  source: ByteSource,
  needed: number,
  options: GzipOptions = {},
): Promise<Bytes> {
  const { signal, allocate: take = (bytes: number) => allocate(bytes, source.name) } = options;
  let compressed = source;
  if (await isLikelyOneMember(source, needed)) {
    const bytes = await source.read(0, source.size);
    signal?.throwIfAborted();
    const inflated = inflateOneMember(bytes, take);
    if (inflated) return inflated;
    compressed = bytesSource(source.name, bytes);
  }
  const out = take(needed);
  const filled = await inflateMembers(compressed, out, signal);
  if (filled < needed) {
    throw new FormatError('gzipTooShort', { file: source.name, offset: source.size, needed, found: filled });
  }
  return out;
}

/**
 * Whether the size in the trailer is enough and not far too much, and the file no longer than a sane compressor
 * would make so many bytes: a bomb that lies in its trailer has to be longer than that.
 */
async function isLikelyOneMember(source: ByteSource, needed: number): Promise<boolean> {
  if (source.size < TRAILER_BYTES) return false;
  const size = inflatedSize(await source.read(source.size - TRAILER_BYTES, source.size));
  return size >= needed && size <= needed + EXCESS_BYTES && source.size <= size * 1.02 + 2 ** 16;
}

/** Null where the file is not one faultless member that is as long as its trailer says. */
function inflateOneMember(bytes: Bytes, take: (bytes: number) => Bytes): Bytes | null {
  const start = findDeflated(bytes);
  const end = bytes.length - TRAILER_BYTES;
  if (start > end) return null;
  const out = take(inflatedSize(bytes));
  const sum = new DataView(bytes.buffer, bytes.byteOffset + end).getUint32(0, true);
  return inflateExactly(bytes.subarray(start, end), out) && crc32(out) === sum ? out : null;
}

/** ISIZE of the last member: its inflated size modulo 2^32. */
function inflatedSize(bytes: Bytes): number {
  return new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 4).getUint32(0, true);
}

/** Where the deflated data starts: behind a header with optional extra field, name, comment and sum (RFC 1952). */
function findDeflated(bytes: Bytes): number {
  const flags = bytes[3];
  let at = 10;
  if (flags & 4) at += 2 + bytes[at] + 256 * bytes[at + 1];
  const skipText = () => {
    const end = bytes.indexOf(0, at);
    at = end < 0 ? Number.POSITIVE_INFINITY : end + 1;
  };
  if (flags & 8) skipText();
  if (flags & 16) skipText();
  if (flags & 2) at += 2;
  return flags < 32 && !Number.isNaN(at) ? at : Number.POSITIVE_INFINITY;
}
