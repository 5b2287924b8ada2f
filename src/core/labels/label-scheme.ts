/** An integer voxel value with its name. */
export interface Label {
  readonly value: number;
  readonly name: string;
}

/**
 * A set of labels evaluated as one mask. `key` is spelled as in summary.json: "(1, 2, 3)" for a list,
 * "(3,)" for a list of one, "3" for a bare integer. Its bit in a pattern is its index in `regions`.
 */
export interface Region {
  readonly key: string;
  readonly name: string;
  readonly labels: readonly number[];
  /** The label that the reconstruction writes where this region is predicted (regions_class_order). */
  readonly writes: number;
}

/** What dataset.json says of labels, in the file's order; background (0) and ignore are not among `labels`. */
export interface LabelScheme {
  readonly labels: readonly Label[];
  /** Empty where no entry of dataset.json is a list of several labels. */
  readonly regions: readonly Region[];
  readonly ignore: number | null;
  readonly channelNames: readonly string[];
}

/** Without dataset.json: no names, no regions; the labels are the values found. */
export const NO_SCHEME: LabelScheme = { labels: [], regions: [], ignore: null, channelNames: [] };

/** A region's key as Python writes the tuple, the way summary.json has it. */
export function formatRegionKey(labels: readonly number[]): string {
  return labels.length === 1 ? `(${labels[0]},)` : `(${labels.join(', ')})`;
}

/** The name of a label, `label N` where dataset.json gives none. */
export function nameOf(scheme: LabelScheme, value: number): string {
  if (value === 0) return 'background';
  return scheme.labels.find((label) => label.value === value)?.name ?? `label ${value}`;
}
