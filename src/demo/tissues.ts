/** What a voxel of the phantom is made of; tables of intensities are indexed by it. */
export const OUTSIDE = 0;
export const CSF = 1;
export const GREY = 2;
export const WHITE = 3;
export const STRIATUM = 4; // caudate and putamen
export const PALLIDUM = 5;
export const THALAMUS = 6;
export const STEM = 7;
export const FOLIA = 8; // cerebellar cortex
export const CAP = 9; // white matter round the horns of the ventricles
export const VESSEL = 10;
export const CHOROID = 11;

/** A voxel is `share` of tissue `second` (0 to 1), the rest `first`: partial volume at every border. */
export interface TissueMix {
  first: number;
  second: number;
  share: number;
}

/** Lays a solid over the mix: `distance` mm to its surface, negative inside; a border is one voxel wide. */
export function lay(mix: TissueMix, tissue: number, distance: number): void {
  if (distance >= 0.5) return;
  if (distance <= -0.5) {
    mix.first = mix.second = tissue;
    mix.share = 0;
    return;
  }
  mix.first = dominant(mix);
  mix.second = tissue;
  mix.share = 0.5 - distance;
}

/** The tissue that fills more than half of the voxel. */
export function dominant({ first, second, share }: TissueMix): number {
  return share > 0.5 ? second : first;
}
