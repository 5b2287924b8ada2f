import { countCodes } from '../../src/core/reconstruction/rule.ts';
import type { CodeRule } from '../../src/engine/engine.ts';
import type { ProbabilityVolume } from '../../src/core/volume/volume.ts';
import { roundedTo, valueAt } from './plain-values.ts';

/** The code of every voxel by the slow obvious way: comparing numbers, not bits. */
export function plainCodes(probabilities: ProbabilityVolume, rule: CodeRule): Uint16Array {
  const { size, channels, type } = probabilities;
  const thresholds = rule.thresholds.map((threshold) => roundedTo(type, threshold));
  return Uint16Array.from({ length: size[0] * size[1] * size[2] }, (_, voxel) => {
    const values = Array.from({ length: channels }, (_, i) => valueAt(probabilities, i, voxel));
    const negative = (p: number) => p < 0 || Object.is(p, -0);
    const passes = (p: number, i: number) =>
      rule.comparison === '>' ? p > thresholds[i] : p >= thresholds[i];
    const pattern = values.reduce((bits, p, i) => (!negative(p) && passes(p, i) ? bits + 2 ** i : bits), 0);
    const sizes = values.map((p) => (Number.isNaN(p) || negative(p) ? 0 : p));
    const winner = sizes.indexOf(Math.max(...sizes));
    return rule.kind === 'argmax' ? pattern + winner * 2 ** channels : pattern;
  });
}

/** Rules of every kind and comparison that serve so many channels, with thresholds where comparisons go wrong. */
export function everyRule(channels: number, thresholds: readonly number[]): CodeRule[] {
  const kinds = ['overwrite', 'nested', 'argmax'] as const;
  return kinds
    .filter((kind) => kind !== 'argmax' || channels <= 12)
    .flatMap((kind) =>
      (['>', '>='] as const).map((comparison, i) => ({
        kind,
        comparison,
        thresholds: Array.from({ length: channels }, (_, c) => thresholds[(c + i) % thresholds.length]),
      })),
    )
    .filter(({ kind }) => countCodes(kind, channels) <= 65_536);
}
