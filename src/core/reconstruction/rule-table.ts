import type { Region } from '../labels/label-scheme.ts';
import { countCodes, type Rule } from './rule.ts';

/**
 * The label that each code of a voxel writes under a rule (see `countCodes` for what a code is). Codes that
 * cannot occur, a winner beyond the last region, write 0. At most 16 regions.
 * For nnU-Net's rule it is `reconstructionTable`.
 */
export function ruleTable(rule: Rule, regions: readonly Region[]): Int32Array {
  const codes = countCodes(rule.kind, regions.length);
  if (rule.kind === 'argmax') return Int32Array.from({ length: codes }, (_, code) => argmaxLabel(rule, code));
  const needs =
    rule.kind === 'nested' ? regions.map((_, i) => coarserThan(i, regions)) : regions.map(() => 0);
  return Int32Array.from({ length: codes }, (_, pattern) => {
    let label = 0;
    for (const i of rule.sequence) {
      if (pattern & (1 << i) && (pattern & needs[i]) === needs[i]) label = rule.writes[i];
    }
    return label;
  });
}

/** The pattern of a code: the regions set at the voxel. */
export function patternOfCode(code: number, regions: number): number {
  return code & (2 ** regions - 1);
}

function argmaxLabel({ writes, argmax }: Rule, code: number): number {
  const regions = writes.length;
  const winner = code >> regions;
  if (winner >= regions) return 0;
  if (argmax.thresholded && (code & (1 << winner)) === 0) return 0;
  return argmax.writes === 'index' ? winner + 1 : writes[winner];
}

/** The regions, as bits, that contain all labels of a region and more. */
export function coarserThan(index: number, regions: readonly Region[]): number {
  const own = new Set(regions[index].labels);
  return regions.reduce((bits, { labels }, i) => {
    const all = new Set(labels);
    return all.size > own.size && [...own].every((label) => all.has(label)) ? bits | (1 << i) : bits;
  }, 0);
}
