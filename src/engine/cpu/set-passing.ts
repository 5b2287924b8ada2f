import type { Comparison } from '../../core/rule.ts';
import type { Codes, ProbabilityVolume } from '../../core/volume.ts';
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
  // Without branches, since in noise no processor foresees what passes: a third of the time.
  for (let i = 0; i < bits.length; i++) {
    const value = bits[i] | 0;
    const valid = value | ((value | (infinity - value)) >> 31); // -1 where NaN or negative
    codes[i] |= ((floor - valid) >> 31) & bit;
  }
}
