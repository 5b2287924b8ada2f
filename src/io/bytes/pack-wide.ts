import { FormatError } from '../../core/errors.ts';
import { voxelAt } from '../../core/volume/grid.ts';
import type { Codes } from '../../core/volume/volume.ts';
import type { Bytes } from './byte-source.ts';
import { labelOf, MAX_LABELS } from '../volumes/label-values.ts';
import type { Place } from '../volumes/label-values.ts';
import type { VolumeHeader } from '../volumes/volume-header.ts';
import type { PackedLabels } from './pack-narrow.ts';

/** Labels below this find their code in a table, others in a map. */
const TABLE_LABELS = 65_536;

/**
 * Codes of voxels of 32 or 64 bits, integers or floats: the rank of each value among those that occur. Codes are
 * given in the order of appearance in one pass, written over the voxels, and put in the order of the values in a
 * second. A voxel with the bits of the last one is not looked at again.
 * @throws FormatError labelNotFinite, labelNotInteger, labelTooLarge, tooManyLabels
 */
export function packWide(bytes: Bytes, header: VolumeHeader, place: Place): PackedLabels {
  const { file, size, bytesPerVoxel } = place;
  const words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 2);
  const step = bytesPerVoxel / 4;
  const length = words.length / step;
  const provisional = new Uint16Array(bytes.buffer, bytes.byteOffset, length);
  const valueOf = valueReader(header, step);
  const isScaled = header.slope !== 1 || header.intercept !== 0;

  const codes = new CodeBook();
  const rounded = { first: -1, value: 0, voxels: 0 };
  let lastLow = 0;
  let lastHigh = 0;
  let code = -1;
  let isInexact = false;
  for (let i = 0; i < length; i++) {
    const low = words[i * step];
    const high = words[i * step + step - 1];
    if (low !== lastLow || high !== lastHigh || code < 0) {
      lastLow = low;
      lastHigh = high;
      const value = valueOf(low, high);
      const label = labelOf(value, i, place);
      isInexact = (isScaled ? Math.fround(value) : value) !== label;
      if (isInexact && rounded.first < 0) Object.assign(rounded, { first: i, value });
      code = codes.codeOf(label);
      if (code >= MAX_LABELS) {
        throw new FormatError('tooManyLabels', {
          file,
          offset: place.dataOffset + i * bytesPerVoxel,
          most: MAX_LABELS,
        });
      }
    }
    if (isInexact) rounded.voxels++;
    provisional[i] = code;
  }
  const labels = Array.from(codes.labels).sort((a, b) => a - b);
  const facts = {
    file,
    value: rounded.value,
    voxel: voxelAt(size, Math.max(0, rounded.first)),
    voxels: rounded.voxels,
  };
  return {
    codes: sortCodes(provisional, codes.labels, labels),
    labels,
    present: labels,
    warnings: rounded.voxels > 0 ? [{ code: 'labels-rounded', facts }] : [],
  };
}

/** Codes of labels in the order in which they first come. */
class CodeBook {
  readonly labels: number[] = [];
  readonly #table = new Int32Array(TABLE_LABELS).fill(-1);
  readonly #others = new Map<number, number>();

  codeOf(label: number): number {
    const isInTable = label >= 0 && label < TABLE_LABELS;
    const known = isInTable ? this.#table[label] : (this.#others.get(label) ?? -1);
    if (known >= 0) return known;
    const code = this.labels.push(label) - 1;
    if (isInTable) this.#table[label] = code;
    else this.#others.set(label, code);
    return code;
  }
}

/** The scaled value of a voxel from its 32-bit words as they lie in memory; both are the same for 32 bits. */
function valueReader(
  { type, littleEndian, slope, intercept }: VolumeHeader,
  step: number,
): (first: number, second: number) => number {
  const words = new Int32Array(2);
  const view = new DataView(words.buffer);
  const read = {
    int32: () => view.getInt32(0, littleEndian),
    uint32: () => view.getUint32(0, littleEndian),
    float32: () => view.getFloat32(0, littleEndian),
    float64: () => view.getFloat64(0, littleEndian),
    int64: () => Number(view.getBigInt64(0, littleEndian)),
    uint64: () => Number(view.getBigUint64(0, littleEndian)),
  }[type as 'int32' | 'uint32' | 'float32' | 'float64' | 'int64' | 'uint64'];
  return (first, second) => {
    words[0] = first;
    if (step === 2) words[1] = second;
    return slope * read() + intercept;
  };
}

/** From codes in order of appearance to ranks, in the same memory. */
function sortCodes(
  provisional: Uint16Array,
  byAppearance: readonly number[],
  sorted: readonly number[],
): Codes {
  const rankOf = new Map(sorted.map((label, rank) => [label, rank]));
  const ranks = Uint16Array.from(byAppearance, (label) => rankOf.get(label) ?? 0);
  const { buffer, byteOffset, length } = provisional;
  const out = sorted.length <= 256 ? new Uint8Array(buffer, byteOffset, length) : provisional;
  for (let i = 0; i < length; i++) out[i] = ranks[provisional[i]];
  return out;
}
