import type { JointCounts } from '../../src/core/counts/joint-counts.ts';
import type { CodePair, PatternPair } from '../../src/engine/engine.ts';

/** Counts by the slow obvious way: one voxel after the other, every cell that is not 0 by its "row,column". */
export function plainCounts({ reference, predicted }: Pick<CodePair, 'reference' | 'predicted'>) {
  const cells: Record<string, number> = {};
  for (let i = 0; i < reference.length; i++) {
    const cell = `${reference[i]},${predicted[i]}`;
    cells[cell] = (cells[cell] ?? 0) + 1;
  }
  return cells;
}

/** A table in the same form. */
export function cellsOf({ columns, cells, keys }: JointCounts) {
  const named: Record<string, number> = {};
  cells.forEach((voxels, i) => {
    const key = keys ? keys[i] : i;
    if (voxels !== 0) named[`${Math.floor(key / columns)},${key % columns}`] = voxels;
  });
  return named;
}

/** Patterns by comparing numbers, not bits. */
export function plainPatterns({
  probabilities,
  thresholds,
}: Pick<PatternPair, 'probabilities' | 'thresholds'>) {
  const { size, channels, type, data } = probabilities;
  const voxels = size[0] * size[1] * size[2];
  const rounded = thresholds.map((t) => (type === 'float16' ? roundedToFloat16(t) : type === 'float32' ? Math.fround(t) : t)); // prettier-ignore
  return Array.from({ length: voxels }, (_, voxel) => {
    let pattern = 0;
    for (let channel = 0; channel < channels; channel++) {
      const stored = data[channel * voxels + voxel];
      const value = type === 'float16' ? float16Value(stored) : stored;
      const negative = value < 0 || Object.is(value, -0);
      if (!negative && value > rounded[channel]) pattern += 2 ** channel;
    }
    return pattern;
  });
}

/** The value of a float16 by its definition. */
export function float16Value(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0x1f) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  return sign * (1024 + fraction) * 2 ** (exponent - 25);
}

const POSITIVE = Array.from({ length: 0x7c00 }, (_, bits) => float16Value(bits));

/** The float16 nearest to a number, looked up among all of them; a tie goes to the even one. */
export function roundedToFloat16(value: number): number {
  const size = Math.abs(value);
  if (Number.isNaN(size)) return size;
  let [low, high] = [0, POSITIVE.length]; // the first one above `size` is at `low` in the end
  while (low < high) {
    const middle = (low + high) >> 1;
    if (POSITIVE[middle] > size) high = middle;
    else low = middle + 1;
  }
  const below = low - 1;
  const above = POSITIVE[low] ?? 65_536; // as if there were one more
  const rest = size - POSITIVE[below] - (above - size);
  const nearest = rest < 0 || (rest === 0 && below % 2 === 0) ? POSITIVE[below] : above;
  const finite = nearest > 65_504 || size === Number.POSITIVE_INFINITY ? Number.POSITIVE_INFINITY : nearest;
  return value < 0 || Object.is(value, -0) ? -finite : finite;
}
