import type { PatternRow } from '../case/case-result.ts';
import { eachCell, type JointCounts } from '../counts/joint-counts.ts';
import type { Region } from '../labels/label-scheme.ts';
import { describePattern } from './pattern-rows.ts';
import { patternOfCode } from './rule-table.ts';

/**
 * As `describePatterns`, under any rule: a row for every pattern and label written there, most voxels first.
 * Under `argmax` a pattern may have several rows. `counts`: row = index into `labels`, column = code;
 * `table`: the label that each code writes (`ruleTable`).
 */
export function describeRulePatterns(
  counts: JointCounts,
  labels: readonly number[],
  regions: readonly Region[],
  table: ArrayLike<number>,
): PatternRow[] {
  const rows = new Map<string, { pattern: number; writes: number; byReference: number[] }>();
  eachCell(counts, (row, code, voxels) => {
    const pattern = patternOfCode(code, regions.length);
    const writes = table[code];
    const key = `${pattern} ${writes}`;
    const found = rows.get(key) ?? { pattern, writes, byReference: labels.map(() => 0) };
    found.byReference[row] += voxels;
    rows.set(key, found);
  });
  return [...rows.values()]
    .map(({ pattern, writes, byReference }) => describePattern(pattern, writes, byReference, labels, regions))
    .sort((a, b) => b.voxels - a.voxels || a.pattern - b.pattern || a.writes - b.writes);
}
