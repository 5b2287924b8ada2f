/** A label (by its value) or a region (by its index in the scheme). */
export type StructureRef =
  { readonly kind: 'label'; readonly value: number } | { readonly kind: 'region'; readonly index: number };

/** The part of a structure's confusion that is chosen; `all` is TP, FP and FN together. */
export type ConfusionPart = 'all' | 'tp' | 'fp' | 'fn';

/**
 * What a person has chosen: always a set of voxels. `raw` takes a region's mask as it was predicted,
 * before reconstruction; it means nothing for a label.
 */
export type Selection =
  | {
      readonly kind: 'structure';
      readonly structure: StructureRef;
      readonly part: ConfusionPart;
      readonly raw: boolean;
    }
  | { readonly kind: 'cell'; readonly reference: number; readonly predicted: number }
  | { readonly kind: 'pattern'; readonly pattern: number };

/** The class of a voxel under a selection. */
export const OUTSIDE = 0;
export const TRUE_POSITIVE = 1;
export const FALSE_POSITIVE = 2;
export const FALSE_NEGATIVE = 3;
/** A voxel of the chosen cell or pattern. */
export const CHOSEN = 4;
export type VoxelClass = 0 | 1 | 2 | 3 | 4;
