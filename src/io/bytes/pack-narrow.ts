import type { Warning } from '../../core/errors.ts';
import { voxelAt } from '../../core/volume/grid.ts';
import type { Codes } from '../../core/volume/volume.ts';
import type { Bytes } from './byte-source.ts';
import { isLabel, labelOf } from '../volumes/label-values.ts';
import type { Place } from '../volumes/label-values.ts';
import type { VolumeHeader } from '../volumes/volume-header.ts';

/** Codes of a label map, in the memory of the voxels that were read, and what they stand for. */
export interface PackedLabels {
  readonly codes: Codes;
  readonly labels: readonly number[];
  readonly present: readonly number[];
  readonly warnings: readonly Warning[];
}

/** Label values below this stay as they are; others are packed. */
const MAX_PLAIN = 2048;

/**
 * Codes of voxels of 8 or 16 bits. The bit patterns that occur are collected first, 32 bits at a time; byte
 * order, sign and scaling are then a matter of one look-up table, and of no table at all where the voxels are
 * codes as they stand. Codes are written over the voxels.
 * @throws FormatError where a scaled value is no integer
 */
export function packNarrow(bytes: Bytes, header: VolumeHeader, place: Place): PackedLabels {
  const isWide = place.bytesPerVoxel === 2;
  const stored = isWide ? new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2) : bytes;
  const seen = isWide ? collectWide(stored as Uint16Array) : collectBytes(bytes);
  const valueOf = valueReader(header);
  const isScaled = header.slope !== 1 || header.intercept !== 0;

  const patterns: number[] = [];
  for (let pattern = 0; pattern < seen.length; pattern++) if (seen[pattern]) patterns.push(pattern);
  const unfit = patterns.filter((pattern) => !isLabel(valueOf(pattern)));
  if (unfit.length > 0) {
    const unfitSet = new Set(unfit);
    const first = stored.findIndex((pattern) => unfitSet.has(pattern));
    labelOf(valueOf(stored[first]), first, place);
  }
  const labelOfPattern = new Map(patterns.map((pattern) => [pattern, Math.round(valueOf(pattern)) + 0]));
  const inexact = isScaled
    ? patterns.filter((pattern) => !Number.isInteger(Math.fround(valueOf(pattern))))
    : [];
  const present = [...new Set(labelOfPattern.values())].sort((a, b) => a - b);
  const warnings = inexact.length === 0 ? [] : [remarkOnRounding(stored, new Set(inexact), valueOf, place)];

  const highest = present.at(-1) ?? 0;
  const isPlain = !isScaled && (present[0] ?? 0) >= 0 && highest < MAX_PLAIN;
  const labels = isPlain ? Array.from({ length: highest + 1 }, (_, label) => label) : present;
  const codeOfLabel = new Map(labels.map((label, code) => [label, code]));
  const table = new Uint16Array(seen.length);
  for (const [pattern, label] of labelOfPattern) table[pattern] = codeOfLabel.get(label) ?? 0;
  return { codes: translate(stored, table, patterns, labels.length), labels, present, warnings };
}

/** `seen[b]` is 1 for every byte value b that occurs; four words equal to the last one are skipped at once. */
function collectBytes(bytes: Bytes): Uint8Array {
  const seen = new Uint8Array(256);
  const words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 2);
  let last = ~(words[0] ?? 0);
  let i = 0;
  for (; i + 3 < words.length; i += 4) {
    if (
      (words[i] ^ last) === 0 &&
      ((words[i + 1] ^ last) | (words[i + 2] ^ last) | (words[i + 3] ^ last)) === 0
    )
      continue;
    for (let j = i; j < i + 4; j++) {
      last = words[j];
      seen[last & 255] = 1;
      seen[(last >>> 8) & 255] = 1;
      seen[(last >>> 16) & 255] = 1;
      seen[last >>> 24] = 1;
    }
  }
  for (i *= 4; i < bytes.length; i++) seen[bytes[i]] = 1;
  return seen;
}

/** `seen[p]` is 1 for every 16-bit pattern p that occurs. */
function collectWide(stored: Uint16Array): Uint8Array {
  const seen = new Uint8Array(65_536);
  const words = new Int32Array(stored.buffer, stored.byteOffset, stored.length >>> 1);
  let last = ~(words[0] ?? 0);
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (word === last) continue;
    last = word;
    seen[word & 65_535] = 1;
    seen[word >>> 16] = 1;
  }
  if (stored.length % 2 === 1) seen[stored[stored.length - 1]] = 1;
  return seen;
}

/** The scaled value of a bit pattern. */
function valueReader({ type, littleEndian, slope, intercept }: VolumeHeader): (pattern: number) => number {
  const bits = type.endsWith('16') ? 16 : 8;
  return (pattern) => {
    const ordered = bits === 16 && !littleEndian ? ((pattern & 255) << 8) | (pattern >>> 8) : pattern;
    const stored = type.startsWith('int') ? (ordered << (32 - bits)) >> (32 - bits) : ordered;
    return slope * stored + intercept;
  };
}

/** The voxels through the table, in their own memory: nothing moves where the table changes nothing. */
function translate(
  stored: Uint8Array | Uint16Array,
  table: Uint16Array,
  patterns: readonly number[],
  codes: number,
): Codes {
  const isNarrow = codes <= 256;
  const { buffer, byteOffset, length } = stored;
  const isSameWidth = isNarrow === (stored.BYTES_PER_ELEMENT === 1);
  if (isSameWidth && patterns.every((pattern) => table[pattern] === pattern)) return stored;
  const out = isNarrow
    ? new Uint8Array(buffer, byteOffset, length)
    : new Uint16Array(buffer, byteOffset, length);
  for (let i = 0; i < length; i++) out[i] = table[stored[i]]; // never writes ahead of where it reads
  return out;
}

function remarkOnRounding(
  stored: Uint8Array | Uint16Array,
  inexact: ReadonlySet<number>,
  valueOf: (pattern: number) => number,
  { file, size }: Place,
): Warning {
  let first = -1;
  let voxels = 0;
  for (let i = 0; i < stored.length; i++) {
    if (!inexact.has(stored[i])) continue;
    if (first < 0) first = i;
    voxels++;
  }
  const facts = { file, value: valueOf(stored[first]), voxel: voxelAt(size, first), voxels };
  return { code: 'labels-rounded', facts };
}
