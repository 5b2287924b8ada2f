import type { CaseResult } from '../case/case-result.ts';
import { evaluateCounts } from '../counts/evaluate-counts.ts';
import type { JointCounts } from '../counts/joint-counts.ts';
import { formatRegionKey, type LabelScheme, type Region } from '../labels/label-scheme.ts';

/** Labels of the nested phantom, from the outside in; regions are what each label is the outermost part of. */
const NAMES = ['edema', 'necrosis', 'enhancing_tumor'];
const REGION_NAMES = ['whole_tumor', 'tumor_core', 'enhancing_tumor'];

/**
 * The scheme of so many nested labels (1 to 3), as in BraTS: region i holds the labels from i + 1 on. `writes` is
 * regions_class_order, 1, 2, 3 unless told otherwise.
 */
export function nestedScheme(count: number, writes: readonly number[] = [1, 2, 3]): LabelScheme {
  const values = Array.from({ length: count }, (_, i) => i + 1);
  const regions = values.map((value, i): Region => {
    const labels = values.slice(i);
    return { key: formatRegionKey(labels), name: REGION_NAMES[i], labels, writes: writes[i] };
  });
  const labels = values.map((value, i) => ({ value, name: NAMES[i] }));
  return { labels, regions, ignore: null, channelNames: [] };
}

/** Counts of a phantom, evaluated as those of a case are: `counts` against labels, or against patterns of regions. */
export function evaluatePhantom(
  scheme: LabelScheme,
  counts: JointCounts,
  predicted: 'labels' | 'patterns',
  name = '',
): CaseResult {
  const referenceLabels = Array.from({ length: counts.rows }, (_, code) => code);
  return evaluateCounts({
    name,
    grid: { size: [0, 0, 0], spacingMm: [1, 1, 1], affine: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0] },
    engine: { kind: 'cpu', adapter: '', checked: true, reason: null },
    scheme,
    referenceLabels,
    labelMap:
      predicted === 'labels'
        ? { counts, labels: Array.from({ length: counts.columns }, (_, code) => code) }
        : null,
    patterns: predicted === 'patterns' ? counts : null,
    warnings: [],
  });
}
