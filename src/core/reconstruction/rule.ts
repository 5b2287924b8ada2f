import type { Region } from '../labels/label-scheme.ts';

/**
 * How labels are made of regions.
 * `overwrite`, nnU-Net's: each region that is set writes its label, in sequence; later ones overwrite.
 * `nested`: the same, but a region counts only where every region that contains all its labels and more is set.
 * `argmax`: the region with the largest probability writes, ties go to the lower index; the sequence is not used.
 */
export type RuleKind = 'overwrite' | 'nested' | 'argmax';

/** How a probability must stand to its threshold for a region to be set. */
export type Comparison = '>' | '>=';

/** A rule by which the probabilities of n regions become one label. Regions are told by their index in the scheme. */
export interface Rule {
  readonly kind: RuleKind;
  /** The regions in the order in which they write: a permutation of 0 to n - 1. */
  readonly sequence: readonly number[];
  /** The label that region i writes. */
  readonly writes: readonly number[];
  /** Region i is set where its probability passes `thresholds[i]`, rounded once to the type of the data. */
  readonly thresholds: readonly number[];
  readonly comparison: Comparison;
  /** Used by `argmax` alone. */
  readonly argmax: {
    /** The largest probability must pass its region's threshold, or 0 is written; else it always writes. */
    readonly thresholded: boolean;
    /** Region i writes i + 1, or its label. */
    readonly writes: 'index' | 'label';
  };
}

/** nnU-Net sets a region where its probability is strictly above this. */
export const NNUNET_THRESHOLD = 0.5;

/** nnU-Net's rule: p > 0.5, in the order of dataset.json, with the labels of regions_class_order. */
export function nnunetRule(regions: readonly Region[]): Rule {
  return {
    kind: 'overwrite',
    sequence: regions.map((_, i) => i),
    writes: regions.map(({ writes }) => writes),
    thresholds: regions.map(() => NNUNET_THRESHOLD),
    comparison: '>',
    argmax: { thresholded: true, writes: 'label' },
  };
}

/** The most regions that `argmax` serves: pattern and winner of a voxel share 16 bits. */
export const MAX_ARGMAX_REGIONS = 12;

/** Bits that tell which of n regions has the largest probability. */
export function winnerBits(regions: number): number {
  return regions < 2 ? 0 : Math.ceil(Math.log2(regions));
}

/**
 * Number of different codes of a voxel under a rule of this kind, all that the label depends on.
 * `overwrite` and `nested`: the pattern (bit i: region i is set). `argmax`: the pattern, and above its n bits
 * the index of the region with the largest probability.
 */
export function countCodes(kind: RuleKind, regions: number): number {
  return 2 ** (kind === 'argmax' ? regions + winnerBits(regions) : regions);
}
