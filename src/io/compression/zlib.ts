import { allocate } from '../bytes/byte-source.ts';
import type { Bytes } from '../bytes/byte-source.ts';
import { inflateExactly } from './inflate.ts';

const HEADER_BYTES = 2;
const SUM_BYTES = 4;

/**
 * A zlib stream (RFC 1950) that unpacks to exactly `length` bytes; null where it is damaged, shorter or longer, or its
 * Adler-32 is another.
 */
export function inflateZlib(bytes: Bytes, length: number, file: string): Bytes | null {
  const isZlib =
    bytes.length >= HEADER_BYTES + SUM_BYTES &&
    (bytes[0] & 15) === 8 &&
    ((bytes[0] << 8) | bytes[1]) % 31 === 0 &&
    (bytes[1] & 32) === 0;
  if (!isZlib) return null;
  const out = allocate(length, file);
  const end = bytes.length - SUM_BYTES;
  if (!inflateExactly(bytes.subarray(HEADER_BYTES, end), out)) return null;
  const sum = new DataView(bytes.buffer, bytes.byteOffset + end).getUint32(0);
  return adler32(out) === sum ? out : null;
}

/** The check sum of zlib: two sums modulo 65521, taken before they exceed 32 bits. */
export function adler32(bytes: Uint8Array): number {
  let a = 1;
  let b = 0;
  for (let start = 0; start < bytes.length; start += 3800) {
    const end = Math.min(start + 3800, bytes.length);
    for (let i = start; i < end; i++) {
      a += bytes[i];
      b += a;
    }
    a %= 65_521;
    b %= 65_521;
  }
  return ((b << 16) | a) >>> 0;
}
