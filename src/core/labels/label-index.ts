import type { LabelScheme } from './label-scheme.ts';

/** The label values that get a row and a column in the table of a case, ascending, and where each stands. */
export interface LabelIndex {
  readonly labels: readonly number[];
  /** The row of a label value, -1 for one that has none. */
  rowOf(label: number): number;
}

/**
 * Background, the labels of dataset.json, those that its regions contain or write, and the values found:
 * none ever vanishes. The ignore label gets a row only where it was predicted (pass it among `found`).
 */
export function indexLabels(scheme: LabelScheme, found: Iterable<number>): LabelIndex {
  const values = new Set<number>([0, ...found]);
  for (const { value } of scheme.labels) values.add(value);
  for (const { labels, writes } of scheme.regions) for (const value of [...labels, writes]) values.add(value);
  const labels = [...values].sort((a, b) => a - b);
  const rows = new Map(labels.map((label, row) => [label, row]));
  return { labels, rowOf: (label) => rows.get(label) ?? -1 };
}
