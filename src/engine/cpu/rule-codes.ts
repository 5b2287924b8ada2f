import { DiceLensError } from '../../core/errors.ts';
import type { Vec3 } from '../../core/grid.ts';
import { countCodes, MAX_ARGMAX_REGIONS, type Comparison, type Rule } from '../../core/rule.ts';
import type { Codes, ProbabilityVolume } from '../../core/volume.ts';
import { passes, passingBits } from '../passing-bits.ts';
import { CHUNK, inChunks } from './in-chunks.ts';
import { checkChannels } from './patterns.ts';
import { addWinners } from './winners.ts';

/** One code a voxel, of `count` different ones; what a code is says `countCodes` in core/rule.ts. */
export interface RuleCodes {
  readonly size: Vec3;
  readonly count: number;
  readonly codes: Codes;
}

/** Writes the codes of the voxels from `from` on over `codes`. */
export type CodeFiller = (codes: Codes, from: number) => void;

/** What of a rule the codes depend on. */
export type CodeRule = Pick<Rule, 'kind' | 'thresholds' | 'comparison'>;

/**
 * The code of every voxel under a rule, straight from the probabilities: bit i where channel i passes
 * `thresholds[i]`, and for `argmax` the winner above the bits. The threshold is rounded once to the type of the
 * data; NaN and negative values, -0 among them, pass no threshold and count as 0 for the winner; equal
 * probabilities go to the lower index. `into` is filled and used again where it fits.
 * @throws DiceLensError tooManyRegions above 16 channels, argmaxTooManyRegions above 12 with `argmax`.
 * @throws the signal's reason, once aborted.
 */
export async function computeRuleCodes(
  probabilities: ProbabilityVolume,
  rule: CodeRule,
  signal?: AbortSignal,
  into?: Codes,
): Promise<RuleCodes> {
  const { size, channels } = probabilities;
  const fill = ruleFiller(probabilities, rule);
  const count = countCodes(rule.kind, channels);
  const codes = roomFor(count, size[0] * size[1] * size[2], into);
  await inChunks(codes.length, signal, (from, to) => fill(codes.subarray(from, to), from));
  return { size, count, codes };
}

/** Room for the codes of that many voxels; `into` where it fits. */
function roomFor(count: number, voxels: number, into?: Codes): Codes {
  const narrow = count <= 256;
  if (into?.length === voxels && into instanceof Uint8Array === narrow) return into;
  return narrow ? new Uint8Array(voxels) : new Uint16Array(voxels);
}

/** What `computeRuleCodes` does, a part of the volume at a time; at most `CHUNK` voxels a call. */
export function ruleFiller(
  probabilities: ProbabilityVolume,
  { kind, thresholds, comparison }: CodeRule,
): CodeFiller {
  const { size, channels, data } = probabilities;
  const voxels = size[0] * size[1] * size[2];
  checkChannels(probabilities, thresholds);
  if (kind === 'argmax' && channels > MAX_ARGMAX_REGIONS) {
    throw new DiceLensError('argmaxTooManyRegions', { regions: channels, most: MAX_ARGMAX_REGIONS });
  }
  return (codes, from) => {
    if (codes.length > CHUNK) throw new RangeError('Codes are filled a chunk at a time.');
    codes.fill(0);
    const values = Array.from({ length: channels }, (_, channel) => {
      const start = channel * voxels + from;
      return data.subarray(start, start + codes.length);
    });
    values.forEach((channel, i) => setPassing(codes, 1 << i, channel, thresholds[i], comparison));
    if (kind === 'argmax') addWinners(codes, values);
  };
}

function setPassing(
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
  const { lowest, width } = passingBits(threshold, narrow ? 'float16' : 'float32', comparison);
  const infinity = narrow ? 0x7c00 : 0x7f80_0000;
  const floor = width === 0 ? infinity : lowest - 1;
  const bits = narrow ? values : new Uint32Array(values.buffer, values.byteOffset, values.length);
  // Without branches, since in noise no processor foresees what passes: a third of the time.
  for (let i = 0; i < bits.length; i++) {
    const value = bits[i] | 0;
    const valid = value | ((value | (infinity - value)) >> 31); // -1 where NaN or negative
    codes[i] |= ((floor - valid) >> 31) & bit;
  }
}
