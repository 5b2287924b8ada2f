import type { Vec3 } from '../volume/grid.ts';

/** What made a label map of the regions; each is a name in the JSON of an audit. */
export type AuditCause =
  | { readonly matches: 'nnunet' }
  /** The overwrite rule with other labels (by region) or in another sequence (region indices). */
  | { readonly matches: 'order'; readonly writes: readonly number[]; readonly sequence: readonly number[] }
  /** The regions in alphabetical order of their names, each with its own label or with that of its new place. */
  | { readonly matches: 'alphabetical'; readonly labels: 'own' | 'by-place' }
  | { readonly matches: 'greater-or-equal' }
  | { readonly matches: 'argmax'; readonly thresholded: boolean; readonly writes: 'index' | 'label' }
  /** 1 to n instead of regions_class_order. */
  | { readonly matches: 'unmapped' }
  /** Regions left out; the others keep their labels, or move up in the order. */
  | {
      readonly matches: 'region-missing';
      readonly missing: readonly number[];
      readonly labels: 'own' | 'by-place';
    }
  /** Background stands as this label. */
  | { readonly matches: 'background'; readonly label: number }
  /** Every label is off by this, background too or not. */
  | { readonly matches: 'offset'; readonly by: number; readonly background: boolean }
  /** nnU-Net's labels but for these voxels, which have the ignore label. */
  | { readonly matches: 'ignore'; readonly label: number; readonly voxels: number }
  | { readonly matches: 'moved'; readonly move: VolumeMove };

/** How a label map lies against the regions: axes swapped, axes run backwards, or shifted along one axis. */
export type VolumeMove =
  | { readonly kind: 'transposed'; readonly axes: Vec3 }
  | { readonly kind: 'flipped'; readonly axes: readonly number[] }
  | { readonly kind: 'shifted'; readonly axis: number; readonly by: 1 | -1 };

export type AuditMatch = Exclude<AuditCause['matches'], 'moved'> | VolumeMove['kind'] | 'none';

/** The name of a cause in the JSON of an audit. */
export function matchOf(cause: AuditCause): AuditMatch {
  return cause.matches === 'moved' ? cause.move.kind : cause.matches;
}

/** A cause with what it would write at each code, and how many voxels have another label. */
export interface AuditCandidate {
  readonly cause: AuditCause;
  /** Which codes it starts from: patterns of p > 0.5, of p >= 0.5, or patterns with their winner. */
  readonly codes: 'above' | 'at-least' | 'argmax';
  /** The label written by code. */
  readonly written: Int32Array;
  /** The label that each region writes. */
  readonly writes: readonly number[];
  /** The regions in the order of writing; those left out are not in it. */
  readonly sequence: readonly number[];
  readonly unexplained: number;
}
