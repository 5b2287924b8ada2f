import { DiceLensError } from '../../core/errors.ts';
import type { Vec3 } from '../../core/volume/grid.ts';
import { countCodes, MAX_ARGMAX_REGIONS, type RuleKind } from '../../core/reconstruction/rule.ts';
import type { Codes, ProbabilityVolume } from '../../core/volume/volume.ts';
import type { CodeRule } from '../engine.ts';
import { CHUNK, inChunks } from './in-chunks.ts';
import { checkChannels } from './patterns.ts';
import { setPassing } from './set-passing.ts';
import { addWinners } from './winners.ts';

/** One code a voxel, of `count` different ones; what a code is says `countCodes` in core/rule.ts. */
export interface RuleCodes {
  readonly size: Vec3;
  readonly count: number;
  readonly codes: Codes;
}

/** Writes the codes of the voxels from `from` on over `codes`. */
export type CodeFiller = (codes: Codes, from: number) => void;

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
  const codes = roomForCodes(count, size[0] * size[1] * size[2], into);
  await inChunks(codes.length, signal, (from, to) => fill(codes.subarray(from, to), from));
  return { size, count, codes };
}

/** As `computeRuleCodes`, at once: for a slice, or where nobody can wait. */
export function ruleCodesOf(probabilities: ProbabilityVolume, rule: CodeRule, into?: Codes): RuleCodes {
  const { size, channels } = probabilities;
  const fill = ruleFiller(probabilities, rule);
  const count = countCodes(rule.kind, channels);
  const codes = roomForCodes(count, size[0] * size[1] * size[2], into);
  for (let from = 0; from < codes.length; from += CHUNK) fill(codes.subarray(from, from + CHUNK), from);
  return { size, count, codes };
}

/** Room for that many codes, of `count` different ones: u8 up to 256, else u16; `into` where it fits. */
export function roomForCodes(count: number, voxels: number, into?: Codes): Codes {
  const narrow = count <= 256;
  if (into?.length === voxels && into instanceof Uint8Array === narrow) return into;
  return narrow ? new Uint8Array(voxels) : new Uint16Array(voxels);
}

/** What `computeRuleCodes` does, a part of the volume at a time; at most `CHUNK` voxels a call. */
export function ruleFiller(probabilities: ProbabilityVolume, rule: CodeRule): CodeFiller {
  const { kind, thresholds, comparison } = rule;
  const { size, channels, data } = probabilities;
  const voxels = size[0] * size[1] * size[2];
  checkRule(probabilities, rule);
  return (codes, from) => {
    if (codes.length > CHUNK) throw new RangeError('Codes are filled a chunk at a time.');
    const values = Array.from({ length: channels }, (_, channel) => {
      const start = channel * voxels + from;
      return data.subarray(start, start + codes.length);
    });
    codes.fill(0);
    values.forEach((channel, i) => setPassing(codes, 1 << i, channel, thresholds[i], comparison));
    if (kind === 'argmax') addWinners(codes, values);
  };
}

/** Refuses a rule that does not fit the channels: see `checkChannels`, and `checkWinner` for `argmax`. */
export function checkRule(probabilities: ProbabilityVolume, { kind, thresholds }: CodeRule): void {
  checkChannels(probabilities, thresholds);
  checkWinner(kind, probabilities.channels);
}

/** Refuses `argmax` where pattern and winner of a voxel do not fit in 16 bits. */
export function checkWinner(kind: RuleKind, regions: number): void {
  if (kind === 'argmax' && regions > MAX_ARGMAX_REGIONS) {
    throw new DiceLensError('argmaxTooManyRegions', { regions, most: MAX_ARGMAX_REGIONS });
  }
}
