import type { BitReader } from './bit-reader.ts';
import { END, huffmanTable, LITERAL, MATCH, ROOT_MASK, UNUSED } from './huffman-table.ts';

/** The two codes of a deflated block: of literals and lengths, and of distances. */
export interface BlockCodes {
  readonly symbols: Int32Array;
  readonly distances: Int32Array;
}

const SYMBOLS = 288;
const END_SYMBOL = 256;
const DISTANCES = 32;
/** The order in which the lengths of the code of lengths are sent. */
const LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

const symbolMeanings = Int32Array.from({ length: SYMBOLS }, (_, symbol) => {
  if (symbol < 256) return LITERAL | (symbol << 8);
  if (symbol === END_SYMBOL) return END;
  if (symbol === 285) return MATCH | (258 << 8);
  return symbol > 285 ? UNUSED : MATCH | stepped(symbol - 257, 4, 3);
});
const distanceMeanings = Int32Array.from({ length: DISTANCES }, (_, symbol) =>
  symbol < 30 ? MATCH | stepped(symbol, 2, 1) : UNUSED,
);
const lengthMeanings = Int32Array.from(LENGTH_ORDER, (_, symbol) => LITERAL | (symbol << 8));

let fixed: BlockCodes | null = null;

/** The codes of blocks that bring none of their own. Source: RFC 1951, 3.2.6. */
export function fixedCodes(): BlockCodes | null {
  const lengthOf = (symbol: number) => (symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8);
  fixed ??= blockCodes(
    Uint8Array.from({ length: SYMBOLS }, (_, symbol) => lengthOf(symbol)),
    new Uint8Array(DISTANCES).fill(5),
  );
  return fixed;
}

/** The codes at the head of a block; null where they make no sense. Source: RFC 1951, 3.2.7. */
export function readCodes(bits: BitReader): BlockCodes | null {
  const symbols = bits.take(5) + 257;
  const distances = bits.take(5) + 1;
  const sent = bits.take(4) + 4;
  if (symbols > 286 || distances > 30) return null;
  const ofLengths = new Uint8Array(LENGTH_ORDER.length);
  for (let i = 0; i < sent; i++) ofLengths[LENGTH_ORDER[i]] = bits.take(3);
  const table = huffmanTable(ofLengths, lengthMeanings);
  const lengths = table && readLengths(bits, table, symbols + distances);
  if (!lengths || lengths[END_SYMBOL] === 0) return null; // a block must be able to end
  return blockCodes(lengths.subarray(0, symbols), lengths.subarray(symbols));
}

/** Lengths from 0 to 15 as they are, or the last one (16) or zeros (17, 18) several times. */
function readLengths(bits: BitReader, table: Int32Array, count: number): Uint8Array | null {
  const lengths = new Uint8Array(count);
  for (let at = 0; at < count;) {
    const entry = table[bits.peek() & ROOT_MASK];
    if (entry === 0) return null;
    bits.skip(entry & 15);
    const symbol = entry >>> 8;
    if (symbol < 16) {
      lengths[at++] = symbol;
      continue;
    }
    if (symbol === 16 && at === 0) return null;
    const times = symbol === 16 ? 3 + bits.take(2) : symbol === 17 ? 3 + bits.take(3) : 11 + bits.take(7);
    if (at + times > count) return null;
    lengths.fill(symbol === 16 ? lengths[at - 1] : 0, at, at + times);
    at += times;
  }
  return lengths;
}

function blockCodes(symbolLengths: Uint8Array, distanceLengths: Uint8Array): BlockCodes | null {
  const symbols = huffmanTable(symbolLengths, symbolMeanings);
  const distances = huffmanTable(distanceLengths, distanceMeanings);
  return symbols && distances && { symbols, distances };
}

/**
 * Base value and extra bits of the symbols of lengths (`group` 4) and distances (`group` 2), which grow by one
 * extra bit after each group, the first group without any.
 */
function stepped(symbol: number, group: number, first: number): number {
  const extra = Math.max(0, Math.floor(symbol / group) - 1);
  const base = symbol < group ? symbol : (group + (symbol % group)) << extra;
  return ((first + base) << 8) | (extra << 4);
}
