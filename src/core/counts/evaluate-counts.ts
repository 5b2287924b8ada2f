import type { CaseResult, CountedBy } from '../case/case-result.ts';
import { accountDrops } from '../account/drop-account.ts';
import type { Warning } from '../errors.ts';
import type { Grid } from '../volume/grid.ts';
import { eachCell, mapCounts, totalOf, type JointCounts } from './joint-counts.ts';
import { indexLabels } from '../labels/label-index.ts';
import type { LabelScheme } from '../labels/label-scheme.ts';
import { describePatterns } from '../reconstruction/pattern-rows.ts';
import { reconstructionTable } from '../reconstruction/reconstruction.ts';
import { scoreLabels, scoreRawRegions, scoreRegions } from './scores.ts';

/** The tables that an engine counted, in codes, and what the codes mean. */
export interface CountedCase {
  readonly name: string;
  readonly grid: Grid;
  readonly engine: CountedBy;
  readonly scheme: LabelScheme;
  /** Label value of each reference code. */
  readonly referenceLabels: readonly number[];
  /** Reference code against code of a given label map, with the label value of each code; null without one. */
  readonly labelMap: { readonly counts: JointCounts; readonly labels: readonly number[] } | null;
  /** Reference code against pattern; null where neither masks nor probabilities were given. */
  readonly patterns: JointCounts | null;
  readonly warnings: readonly Warning[];
}

/**
 * Every number of a case from its tables (SPEC 2 and 3): codes become labels, voxels with an ignored reference
 * are set apart, and without a given label map the evaluated one is the reconstruction of the patterns.
 */
export function evaluateCounts(counted: CountedCase): CaseResult {
  const { scheme, referenceLabels, labelMap, patterns } = counted;
  const evaluated = labelMap ?? {
    counts: patterns ?? { rows: 0, columns: 0, cells: new Float64Array() },
    labels: [...reconstructionTable(scheme.regions)],
  };
  const { labels, rowOf } = indexLabels(
    scheme,
    foundLabels(evaluated.counts, referenceLabels, evaluated.labels, scheme),
  );
  const rowOfReference = referenceLabels.map((label) => (label === scheme.ignore ? -1 : rowOf(label)));
  const columnOf = evaluated.labels.map(rowOf);
  const joint = mapCounts(evaluated.counts, labels.length, labels.length, rowOfReference, columnOf);
  const voxels = totalOf(evaluated.counts);

  const columns = patterns?.columns ?? 0;
  const patternCounts =
    patterns &&
    mapCounts(
      patterns,
      labels.length,
      columns,
      rowOfReference,
      Array.from({ length: columns }, (_, i) => i),
    );
  const regionScores = scoreRegions(joint, labels, scheme.regions);
  const labelScores = scoreLabels(joint, labels, scheme);
  return {
    name: counted.name,
    grid: counted.grid,
    engine: counted.engine,
    voxels,
    ignored: voxels - totalOf(joint),
    scheme,
    labels,
    joint,
    regionScores,
    rawRegionScores: patternCounts && scoreRawRegions(patternCounts, labels, scheme.regions),
    labelScores,
    patterns: patternCounts && describePatterns(patternCounts, labels, scheme.regions),
    drops: accountDrops(regionScores, labelScores, scheme.regions),
    warnings: counted.warnings,
  };
}

/** The label values of all counted voxels whose reference is not ignored. */
function foundLabels(
  counts: JointCounts,
  rowLabels: readonly number[],
  columnLabels: readonly number[],
  scheme: LabelScheme,
): Set<number> {
  const found = new Set<number>();
  eachCell(counts, (row, column) => {
    if (rowLabels[row] === scheme.ignore) return;
    found.add(rowLabels[row]).add(columnLabels[column]);
  });
  return found;
}
