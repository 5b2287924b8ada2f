import type { CaseResult, PatternRow } from '../case/case-result.ts';
import { eachCell } from '../counts/joint-counts.ts';
import { describePattern } from './pattern-rows.ts';
import { patternOf } from './reconstruction.ts';

/**
 * The patterns of a label map that came without masks or probabilities: those that each of its labels implies, the
 * regions that contain it, so that nothing was ever gained or lost. A row a label, most voxels first.
 */
export function impliedPatterns({ joint, labels, scheme }: CaseResult): PatternRow[] {
  const byLabel = new Map<number, number[]>();
  eachCell(joint, (row, column, voxels) => {
    const byReference = byLabel.get(column) ?? labels.map(() => 0);
    byReference[row] += voxels;
    byLabel.set(column, byReference);
  });
  return [...byLabel]
    .map(([column, byReference]) => {
      const label = labels[column];
      return describePattern(patternOf(label, scheme.regions), label, byReference, labels, scheme.regions);
    })
    .sort((a, b) => b.voxels - a.voxels || a.writes - b.writes);
}
