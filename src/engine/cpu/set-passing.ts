import type { Comparison } from '../../core/reconstruction/rule.ts';
import type { Codes, ProbabilityVolume } from '../../core/volume/volume.ts';
import { INFINITY_BITS, passes, passingBits } from '../threshold-bits.ts';

/**
 * Sets `bit` in the code of every value that passes a threshold. The threshold is rounded once to the type of
 * the data; NaN and negative values, -0 among them, pass none. float64 needs no bits: it is JavaScript's own
 * type, compared without rounding or flushing.
 */
export function setPassing(
  codes: Codes,
  bit: number,
  values: ProbabilityVolume['data'],
  threshold: number,
  comparison: Comparison,
): void {
  if (values instanceof Float64Array) {
    for (let i = 0; i < values.length; i++) if (passes(values[i], threshold, comparison)) codes[i] |= bit;
    return;
  }
  const narrow = values instanceof Uint16Array;
  const type = narrow ? 'float16' : 'float32';
  const { lowest, width } = passingBits(threshold, type, comparison);
  const infinity = INFINITY_BITS[type];
  const floor = width === 0 ? infinity : lowest - 1;
  const bits = narrow ? values : new Uint32Array(values.buffer, values.byteOffset, values.length);
  const setIn = (from: number, to: number) => {
    // Without branches, since in noise no processor foresees what passes: a third of the time.
    for (let i = from; i < to; i++) {
      const value = bits[i] | 0;
      const valid = value | ((value | (infinity - value)) >> 31); // -1 where NaN or negative
      codes[i] |= ((floor - valid) >> 31) & bit;
    }
  };
  if (lowest === 0 || values.byteOffset % 4 !== 0) setIn(0, bits.length);
  else if (narrow) eachEight(values, lowest, setIn);
  else eachEightWide(values, lowest, setIn);
}

const AT_ONCE = 8;

/**
 * Visits the float16 values in eights of which one at least has bits of `lowest` or more, its sign aside: nearly
 * all probabilities are next to 0. Two values to a word; neither sum reaches into the other.
 */
function eachEight(values: Uint16Array, lowest: number, visit: (from: number, to: number) => void): void {
  const words = new Int32Array(values.buffer, values.byteOffset, values.length >>> 1);
  const rest = (0x8000 - lowest) * 0x1_0001; // with it bit 15 is set from `lowest` on
  const end = words.length - (words.length % (AT_ONCE / 2));
  for (let i = 0; i < end; i += AT_ONCE / 2) {
    const reached =
      ((words[i] & 0x7fff_7fff) + rest) | ((words[i + 1] & 0x7fff_7fff) + rest) |
      ((words[i + 2] & 0x7fff_7fff) + rest) | ((words[i + 3] & 0x7fff_7fff) + rest); // prettier-ignore
    if ((reached & 0x8000_8000) !== 0) visit(2 * i, 2 * i + AT_ONCE);
  }
  visit(2 * end, values.length);
}

/** As `eachEight`, of float32. */
function eachEightWide(
  { buffer, byteOffset, length }: Float32Array,
  lowest: number,
  visit: (from: number, to: number) => void,
): void {
  const bits = new Int32Array(buffer, byteOffset, length);
  const below = lowest - 1;
  const end = length - (length % AT_ONCE);
  for (let i = 0; i < end; i += AT_ONCE) {
    const reached =
      (below - (bits[i] & 0x7fff_ffff)) | (below - (bits[i + 1] & 0x7fff_ffff)) |
      (below - (bits[i + 2] & 0x7fff_ffff)) | (below - (bits[i + 3] & 0x7fff_ffff)) |
      (below - (bits[i + 4] & 0x7fff_ffff)) | (below - (bits[i + 5] & 0x7fff_ffff)) |
      (below - (bits[i + 6] & 0x7fff_ffff)) | (below - (bits[i + 7] & 0x7fff_ffff)); // prettier-ignore
    if (reached < 0) visit(i, i + AT_ONCE);
  }
  visit(end, length);
}
