/** The polynomial of gzip and zip, bits reversed. */
const POLYNOMIAL = 0xedb88320;
const SLICES = 16;
/** Zeros are skipped in blocks of this many bytes. */
const ZERO_BLOCK = 64;

/** `TABLES[256 * k + b]` is the remainder of byte b followed by k zero bytes. */
const TABLES = makeTables(ZERO_BLOCK);

/**
 * CRC-32 (ISO 3309, as in gzip and zip) of the bytes, an unsigned 32-bit integer; 0 for no bytes.
 * Sixteen bytes a step, one table each; label maps are mostly zeros, of which 64 are taken at once.
 */
export function crc32(bytes: Uint8Array): number {
  const t = TABLES;
  let crc = -1;
  let at = 0;
  const alignedFrom = Math.min(bytes.length, (4 - (bytes.byteOffset & 3)) & 3);
  for (; at < alignedFrom; at++) crc = t[(crc ^ bytes[at]) & 255] ^ (crc >>> 8);

  const whole = (bytes.length - at) >>> 2;
  const words = whole ? new Uint32Array(bytes.buffer, bytes.byteOffset + at, whole) : new Uint32Array(0);
  const zeroWords = words.length - (ZERO_BLOCK >> 2);
  const lastStep = words.length - (SLICES >> 2);
  let w = 0;
  while (w <= lastStep) {
    if (w <= zeroWords && isZero(words, w)) {
      crc =
        t[(ZERO_BLOCK - 1) * 256 + (crc & 255)] ^
        t[(ZERO_BLOCK - 2) * 256 + ((crc >>> 8) & 255)] ^
        t[(ZERO_BLOCK - 3) * 256 + ((crc >>> 16) & 255)] ^
        t[(ZERO_BLOCK - 4) * 256 + (crc >>> 24)];
      w += ZERO_BLOCK >> 2;
      continue;
    }
    const a = words[w] ^ crc;
    const b = words[w + 1];
    const c = words[w + 2];
    const d = words[w + 3];
    crc =
      t[3840 + (a & 255)] ^
      t[3584 + ((a >>> 8) & 255)] ^
      t[3328 + ((a >>> 16) & 255)] ^
      t[3072 + (a >>> 24)] ^
      t[2816 + (b & 255)] ^
      t[2560 + ((b >>> 8) & 255)] ^
      t[2304 + ((b >>> 16) & 255)] ^
      t[2048 + (b >>> 24)] ^
      t[1792 + (c & 255)] ^
      t[1536 + ((c >>> 8) & 255)] ^
      t[1280 + ((c >>> 16) & 255)] ^
      t[1024 + (c >>> 24)] ^
      t[768 + (d & 255)] ^
      t[512 + ((d >>> 8) & 255)] ^
      t[256 + ((d >>> 16) & 255)] ^
      t[d >>> 24];
    w += SLICES >> 2;
  }
  for (at += w * 4; at < bytes.length; at++) crc = t[(crc ^ bytes[at]) & 255] ^ (crc >>> 8);
  return ~crc >>> 0;
}

/** Whether the 16 words from w are 0. */
function isZero(words: Uint32Array, w: number): boolean {
  if (words[w] !== 0 || words[w + 15] !== 0) return false;
  for (let i = w + 1; i < w + 15; i++) if (words[i] !== 0) return false;
  return true;
}

function makeTables(count: number): Int32Array {
  const tables = new Int32Array(256 * count);
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1;
    tables[byte] = crc;
  }
  for (let i = 256; i < tables.length; i++) {
    const previous = tables[i - 256];
    tables[i] = tables[previous & 255] ^ (previous >>> 8);
  }
  return tables;
}
