import { BitReader } from './bit-reader.ts';
import { fixedCodes, readCodes, type BlockCodes } from './deflate-symbols.ts';
import { END, LINK, MATCH, ROOT_BITS, ROOT_MASK } from './huffman-table.ts';

/** Matches up to this length are copied byte by byte, longer ones by `fill` and `copyWithin`. */
const SHORT = 16;

/**
 * Inflates one deflate stream (RFC 1951) into `out`. True where the stream is faultless, ends with the last byte
 * of `deflated` and fills `out` exactly; else what `out` holds means nothing.
 *
 * Made for label maps, whose matches are long: a run of background is one `fill`, where other inflaters written
 * in JavaScript copy byte by byte.
 */
export function inflateExactly(deflated: Uint8Array, out: Uint8Array): boolean {
  const bits = new BitReader(deflated);
  let at = 0;
  for (let isLast = false; !isLast;) {
    isLast = bits.take(1) === 1;
    const type = bits.take(2);
    if (type === 0) {
      at = copyStored(bits, out, at);
    } else {
      const codes = type === 1 ? fixedCodes() : type === 2 ? readCodes(bits) : null;
      at = codes ? inflateBlock(bits, codes, out, at) : -1;
    }
    if (at < 0) return false;
  }
  return at === out.length && bits.isAtEnd;
}

/** A block that is stored as it is: its length, twice, the second time with all bits turned. */
function copyStored(bits: BitReader, out: Uint8Array, at: number): number {
  const [a, b, c, d] = bits.takeBytes(4) ?? [];
  const length = a | (b << 8);
  if (length !== (~(c | (d << 8)) & 0xffff)) return -1;
  const stored = bits.takeBytes(length);
  if (!stored || at + length > out.length) return -1;
  out.set(stored, at);
  return at + length;
}

/** Fills `out` from `at` on; the place behind the block, -1 for a fault. */
function inflateBlock(
  bits: BitReader,
  { symbols, distances }: BlockCodes,
  out: Uint8Array,
  at: number,
): number {
  for (;;) {
    let word = bits.peek();
    const entry = lookUp(symbols, word);
    if (entry < MATCH) {
      if (entry === 0 || at === out.length) return -1;
      bits.skip(entry & 15);
      out[at++] = entry >>> 8;
      continue;
    }
    if (entry >= END) {
      bits.skip(entry & 15);
      return at;
    }
    const length = valueOf(entry, word);
    bits.skip((entry & 15) + ((entry >>> 4) & 15));
    word = bits.peek();
    const far = lookUp(distances, word);
    if (far === 0) return -1;
    bits.skip(far & 15);
    const distance = valueOf(far & ~15, bits.peek()); // up to 28 bits in all, more than a word is sure to have
    bits.skip((far >>> 4) & 15);
    if (distance > at || at + length > out.length) return -1;
    copyMatch(out, at, distance, length);
    at += length;
  }
}

function lookUp(table: Int32Array, word: number): number {
  const entry = table[word & ROOT_MASK];
  if (entry < LINK) return entry;
  const more = (word >>> ROOT_BITS) & ((1 << ((entry >>> 4) & 15)) - 1);
  return table[((entry >>> 8) & 0xffff) + more];
}

/** The base value and the extra bits, which follow the code. */
function valueOf(entry: number, word: number): number {
  const extra = (word >>> (entry & 15)) & ((1 << ((entry >>> 4) & 15)) - 1);
  return ((entry >>> 8) & 0xffff) + extra;
}

/** Repeats what stands `distance` before `at`, itself included where the match is longer than that. */
function copyMatch(out: Uint8Array, at: number, distance: number, length: number): void {
  if (length <= SHORT) {
    for (let i = at; i < at + length; i++) out[i] = out[i - distance];
  } else if (distance === 1) {
    out.fill(out[at - 1], at, at + length);
  } else {
    const end = at + length;
    const start = at - distance;
    for (let from = at; from < end; from += from - start) {
      out.copyWithin(from, start, start + Math.min(from - start, end - from));
    }
  }
}
