import type { Region } from '../labels/label-scheme.ts';

/**
 * The label written at a voxel with this pattern: 0, then, for each region in order that is set, its
 * `writes`; later ones overwrite. Bit i of `pattern` is region i.
 * Source: nnU-Net v2, label_handling.py, `convert_probabilities_to_segmentation`.
 */
export function reconstruct(pattern: number, regions: readonly Region[]): number {
  let label = 0;
  regions.forEach((region, i) => {
    if (pattern & (1 << i)) label = region.writes;
  });
  return label;
}

/** The pattern that a label implies: the regions that contain it. */
export function patternOf(label: number, regions: readonly Region[]): number {
  return regions.reduce((bits, region, i) => (region.labels.includes(label) ? bits | (1 << i) : bits), 0);
}

/** The label that each of the 2^n patterns of n regions writes. */
export function reconstructionTable(regions: readonly Region[]): Int32Array {
  return Int32Array.from({ length: 2 ** regions.length }, (_, pattern) => reconstruct(pattern, regions));
}

/** A label that does not come back when it is taken apart into its regions and reconstructed. */
export interface BrokenRoundTrip {
  readonly label: number;
  readonly becomes: number;
}

/**
 * The labels that change when every label is taken apart into its regions and reconstructed; empty for a
 * sound dataset.json. Labels in no region become 0 and are not listed: nothing was trained on them.
 * It catches a wrong label in `regions_class_order` and two labels with the same regions.
 */
export function checkRoundTrip(regions: readonly Region[]): BrokenRoundTrip[] {
  const labels = [...new Set(regions.flatMap((region) => region.labels))].sort((a, b) => a - b);
  return labels
    .map((label) => ({ label, becomes: reconstruct(patternOf(label, regions), regions) }))
    .filter(({ label, becomes }) => becomes !== label);
}

/** The indices of the regions in a pattern, ascending. */
export function regionsIn(pattern: number): number[] {
  const indices: number[] = [];
  for (let i = 0; pattern >> i; i++) if (pattern & (1 << i)) indices.push(i);
  return indices;
}
