import type { Region } from '../labels/label-scheme.ts';
import { patternOf } from './reconstruction.ts';

/** Regions and their regions_class_order with which every label comes back that can. */
export interface Suggestion {
  /** In the order in which they should stand in the file. */
  readonly regions: readonly Region[];
  readonly order: readonly number[];
  /** They must stand in another order than they do, or regions of single labels must be added. */
  readonly sequence: boolean;
}

/**
 * The order to write: each region writes the label that is taken apart into regions of which it is the last. Where
 * two labels end in the same region the regions are sorted first, those of many labels before those of few;
 * where that does not help (regions that overlap and are not nested) the labels that are left get a region of
 * their own at the end. A region that is last for no label keeps its own if that is one of its labels.
 */
export function suggestOrder(regions: readonly Region[]): Suggestion {
  const asTheyAre = orderFor(regions);
  if (asTheyAre) return { regions, order: asTheyAre, sequence: false };
  const sorted = [...regions].sort((a, b) => b.labels.length - a.labels.length);
  const order = orderFor(sorted);
  if (order) return { regions: sorted, order, sequence: true };
  const labels = [...new Set(regions.flatMap((region) => region.labels))].sort((a, b) => a - b);
  const single = labels.filter(
    (label) => !regions.some((r) => r.labels.length === 1 && r.labels[0] === label),
  );
  const own = single.map((label): Region => ({
    key: `${label}`,
    name: `label_${label}`,
    labels: [label],
    writes: label,
  }));
  const all = [...sorted, ...own];
  return { regions: all, order: orderFor(all) ?? all.map((region) => region.labels[0]), sequence: true };
}

/** The label of each region in this sequence, or null where two labels of different regions end in one. */
function orderFor(regions: readonly Region[]): number[] | null {
  const labels = [...new Set(regions.flatMap((region) => region.labels))].sort((a, b) => a - b);
  const order = regions.map((region) =>
    region.labels.includes(region.writes) ? region.writes : Math.min(...region.labels),
  );
  const patterns = new Map<number, number>(); // of the label that a region is the last for
  for (const label of labels) {
    const pattern = patternOf(label, regions);
    const last = regions.findLastIndex((region) => region.labels.includes(label));
    const other = patterns.get(last);
    if (other === pattern) continue; // alike: they cannot be told apart in any order
    if (other !== undefined) return null;
    patterns.set(last, pattern);
    const alike = labels.filter((candidate) => patternOf(candidate, regions) === pattern);
    if (!alike.includes(order[last])) order[last] = label;
  }
  return order;
}
