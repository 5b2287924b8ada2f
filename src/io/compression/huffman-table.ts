/** Codes no longer than this are found in one step, longer ones in two. */
export const ROOT_BITS = 10;
export const ROOT_MASK = 2 ** ROOT_BITS - 1;

/**
 * What a symbol of deflate means, in 26 bits: its number of extra bits (4 to 7), base value (8 to 23) and kind
 * (24 and 25). In a table bits 0 to 3 are the length of its code; 0 stands where there is no code.
 */
export const LITERAL = 0;
export const MATCH = 1 << 24;
export const END = 2 << 24;
/** Not a symbol: a second table at the base value, for as many more bits as the extra bits say. */
export const LINK = 3 << 24;
/** A symbol that has a code and must not be used. */
export const UNUSED = -1;

const MAX_BITS = 15;
/** Room for the codes of 288 symbols: zlib's `enough 288 10 15` counts 1334. */
const TABLE_SIZE = 1536;

/**
 * The table in which the next bits of a stream, lowest first, find the symbol whose code they are.
 * `lengths[s]` is the length of the code of symbol s, 0 where it has none; `meanings[s]` what it stands for.
 * Null where the lengths make no complete code; one code alone may be of one bit, as zlib has it.
 * Source: RFC 1951, 3.2.2.
 */
export function huffmanTable(lengths: Uint8Array, meanings: Int32Array): Int32Array | null {
  const codes = canonicalCodes(lengths);
  if (!codes) return null;
  const table = new Int32Array(TABLE_SIZE);
  const rootSize = 2 ** ROOT_BITS;
  const moreBits = new Uint8Array(rootSize); // of the longest code that starts with these bits
  lengths.forEach((length, symbol) => {
    const root = codes[symbol] & ROOT_MASK;
    if (length > ROOT_BITS) moreBits[root] = Math.max(moreBits[root], length - ROOT_BITS);
  });
  let end = rootSize;
  lengths.forEach((length, symbol) => {
    if (length === 0) return;
    const code = codes[symbol];
    const entry = meanings[symbol] === UNUSED ? 0 : meanings[symbol] | length;
    if (length <= ROOT_BITS) {
      for (let i = code; i < rootSize; i += 1 << length) table[i] = entry;
      return;
    }
    const root = code & ROOT_MASK;
    const bits = moreBits[root];
    if (table[root] === 0) {
      table[root] = LINK | (end << 8) | (bits << 4);
      end += 1 << bits;
    }
    const start = (table[root] >>> 8) & 0xffff;
    for (let i = code >>> ROOT_BITS; i < 1 << bits; i += 1 << (length - ROOT_BITS)) table[start + i] = entry;
  });
  return table;
}

/** The code of each symbol, its first bit lowest; null where they are too many or too few. */
function canonicalCodes(lengths: Uint8Array): Uint16Array | null {
  const counts = new Uint16Array(MAX_BITS + 1);
  for (const length of lengths) if (length > 0) counts[length]++;
  const next = new Uint16Array(MAX_BITS + 1);
  let free = 1;
  let longest = 0;
  for (let length = 1; length <= MAX_BITS; length++) {
    next[length] = (next[length - 1] + counts[length - 1]) << 1;
    free = 2 * free - counts[length];
    if (free < 0) return null;
    if (counts[length] > 0) longest = length;
  }
  if (free > 0 && longest > 1) return null;
  return Uint16Array.from(lengths, (length) => (length === 0 ? 0 : reversed(next[length]++, length)));
}

function reversed(code: number, length: number): number {
  let result = 0;
  for (let bit = 0; bit < length; bit++) result |= ((code >>> bit) & 1) << (length - 1 - bit);
  return result;
}
