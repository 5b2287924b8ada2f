import { countCodes, type RuleKind } from '../../core/rule.ts';
import type { PatternVolume } from '../../core/volume.ts';
import type { RuleCodes } from './rule-codes.ts';

/**
 * The codes of masks, taken as probabilities of 0 and 1 that pass a threshold or do not: the pattern, and for
 * `argmax` the first region set above it (the first of all where none is).
 */
export function maskCodes({ size, regions, codes }: PatternVolume, kind: RuleKind): RuleCodes {
  const count = countCodes(kind, regions);
  if (kind !== 'argmax') return { size, count, codes };
  const codeOf = Uint16Array.from({ length: 2 ** regions }, (_, pattern) => {
    const first = pattern === 0 ? 0 : 31 - Math.clz32(pattern & -pattern);
    return pattern | (first << regions);
  });
  const wide = count <= 256 ? new Uint8Array(codes.length) : new Uint16Array(codes.length);
  for (let i = 0; i < codes.length; i++) wide[i] = codeOf[codes[i]];
  return { size, count, codes: wide };
}
