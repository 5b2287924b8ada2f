import type { PatternRow } from '../case/case-result.ts';
import { eachCell, type JointCounts } from '../counts/joint-counts.ts';
import type { Region } from '../labels/label-scheme.ts';
import { patternOf, reconstruct } from './reconstruction.ts';

/**
 * Every pattern that occurs, most voxels first: the label that the reconstruction writes there and what that
 * changed (SPEC 3). A pattern is consistent, and nothing gained or lost, when the regions that contain the
 * label written are exactly those set. `counts`: row = index into `labels`, column = pattern.
 */
export function describePatterns(
  counts: JointCounts,
  labels: readonly number[],
  regions: readonly Region[],
): PatternRow[] {
  const byPattern = new Map<number, number[]>();
  eachCell(counts, (row, pattern, voxels) => {
    const byReference = byPattern.get(pattern) ?? labels.map(() => 0);
    byReference[row] += voxels;
    byPattern.set(pattern, byReference);
  });
  return [...byPattern]
    .map(([pattern, byReference]) =>
      describePattern(pattern, reconstruct(pattern, regions), byReference, labels, regions),
    )
    .sort((a, b) => b.voxels - a.voxels || a.pattern - b.pattern);
}

/** One pattern at which the label `writes` was written: what that changed. `byReference` as in `PatternRow`. */
export function describePattern(
  pattern: number,
  writes: number,
  byReference: readonly number[],
  labels: readonly number[],
  regions: readonly Region[],
): PatternRow {
  const implied = patternOf(writes, regions);
  const indices = regions.map((_, i) => i);
  const gained = indices.filter((i) => implied & ~pattern & (1 << i));
  const lost = indices.filter((i) => pattern & ~implied & (1 << i));
  const voxels = byReference.reduce((sum, n) => sum + n, 0);
  const insideOf = (i: number) =>
    byReference.reduce((sum, n, row) => (regions[i].labels.includes(labels[row]) ? sum + n : sum), 0);
  return {
    pattern,
    voxels,
    writes,
    gained,
    lost,
    byReference,
    effects: [
      // a region gained: where the reference has it a miss becomes a hit, elsewhere a false alarm appears
      ...gained.map((region) => effect(region, 1, insideOf(region), voxels)),
      ...lost.map((region) => effect(region, -1, insideOf(region), voxels)),
    ],
  };
}

function effect(region: number, sign: 1 | -1, inside: number, voxels: number) {
  const outside = voxels - inside;
  return {
    region,
    tp: inside === 0 ? 0 : sign * inside,
    fp: outside === 0 ? 0 : sign * outside,
    fn: inside === 0 ? 0 : -sign * inside,
  };
}
