import { countCodes, type RuleKind } from '../../core/reconstruction/rule.ts';
import type { PatternVolume } from '../../core/volume/volume.ts';
import { checkWinner, roomForCodes, type RuleCodes } from './rule-codes.ts';

/**
 * The codes of masks, taken as probabilities of 0 and 1 that pass a threshold or do not: see `maskCodeTable`.
 * The volume itself where a code is its pattern.
 */
export function maskCodes({ size, regions, codes }: PatternVolume, kind: RuleKind): RuleCodes {
  const count = countCodes(kind, regions);
  if (kind !== 'argmax') return { size, count, codes };
  const codeOf = maskCodeTable(kind, regions);
  const wide = roomForCodes(count, codes.length);
  for (let i = 0; i < codes.length; i++) wide[i] = codeOf[codes[i]];
  return { size, count, codes: wide };
}

/**
 * The code of every pattern of masks: the pattern, and for `argmax` the first region set above it (the first of
 * all where none is).
 * @throws DiceLensError argmaxTooManyRegions above 12 regions with `argmax`.
 */
export function maskCodeTable(kind: RuleKind, regions: number): Uint16Array {
  checkWinner(kind, regions);
  return Uint16Array.from({ length: 2 ** regions }, (_, pattern) => {
    if (kind !== 'argmax' || pattern === 0) return pattern;
    const first = 31 - Math.clz32(pattern & -pattern);
    return pattern | (first << regions);
  });
}
