import type { Codes } from '../../core/volume/volume.ts';
import type { CountTable } from './count-table.ts';

/**
 * Adds every voxel of two code arrays of one length to the table. The arrays are read as 32-bit words, four
 * u8 or two u16 voxels each, and compared with the words before: a run of equal words is one addition where
 * all voxels of the word are alike, as nearly everywhere in a label map. Arrays of different widths, or that
 * do not start at a whole word, are copied first, so a call should be short enough for the cache.
 */
export function countRuns(table: CountTable, reference: Codes, predicted: Codes): void {
  if (reference.length !== predicted.length) throw new RangeError('The code arrays differ in length.');
  const narrow = reference instanceof Uint8Array && predicted instanceof Uint8Array;
  const inWord = narrow ? 4 : 2;
  const words = Math.floor(reference.length / inWord);
  const a = wordsOf(reference, words, narrow);
  const b = wordsOf(predicted, words, narrow);
  if (narrow) countWordsOfFour(table, a, b);
  else countWordsOfTwo(table, a, b);
  for (let i = words * inWord; i < reference.length; i++) table.add(reference[i], predicted[i], 1);
}

function wordsOf(codes: Codes, words: number, narrow: boolean): Int32Array {
  const asStored = codes instanceof Uint8Array === narrow && codes.byteOffset % 4 === 0;
  const { buffer, byteOffset } = asStored ? codes : narrow ? new Uint8Array(codes) : new Uint16Array(codes);
  return new Int32Array(buffer, byteOffset, words);
}

/** The first word from `start` on where one of the arrays differs from its word at `start`. */
function endOfRun(a: Int32Array, b: Int32Array, start: number): number {
  const r = a[start];
  const p = b[start];
  let i = start + 1;
  if (i < a.length && ((a[i] ^ r) | (b[i] ^ p)) !== 0) return i;
  for (; i + 3 < a.length; i += 4) {
    const differs =
      (a[i] ^ r) | (b[i] ^ p) | (a[i + 1] ^ r) | (b[i + 1] ^ p) |
      (a[i + 2] ^ r) | (b[i + 2] ^ p) | (a[i + 3] ^ r) | (b[i + 3] ^ p); // prettier-ignore
    if (differs !== 0) break;
  }
  while (i < a.length && a[i] === r && b[i] === p) i++;
  return i;
}

function countWordsOfFour(table: CountTable, a: Int32Array, b: Int32Array): void {
  for (let i = 0; i < a.length;) {
    const r = a[i];
    const p = b[i];
    const end = endOfRun(a, b, i);
    const run = end - i;
    i = end;
    if (Math.imul(r & 0xff, 0x01010101) === r && Math.imul(p & 0xff, 0x01010101) === p) {
      table.add(r & 0xff, p & 0xff, 4 * run);
    } else {
      table.add(r & 0xff, p & 0xff, run);
      table.add((r >>> 8) & 0xff, (p >>> 8) & 0xff, run);
      table.add((r >>> 16) & 0xff, (p >>> 16) & 0xff, run);
      table.add(r >>> 24, p >>> 24, run);
    }
  }
}

function countWordsOfTwo(table: CountTable, a: Int32Array, b: Int32Array): void {
  for (let i = 0; i < a.length;) {
    const r = a[i];
    const p = b[i];
    const end = endOfRun(a, b, i);
    const run = end - i;
    i = end;
    if ((r & 0xffff) === r >>> 16 && (p & 0xffff) === p >>> 16) {
      table.add(r & 0xffff, p & 0xffff, 2 * run);
    } else {
      table.add(r & 0xffff, p & 0xffff, run);
      table.add(r >>> 16, p >>> 16, run);
    }
  }
}
