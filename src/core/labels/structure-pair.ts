import type { ContentBox } from '../volume/content-box.ts';
import type { Vec3 } from '../volume/grid.ts';
import type { Codes } from '../volume/volume.ts';

/** Values of `StructurePair.inReference`. */
export const OUTSIDE_REFERENCE = 0;
export const IN_REFERENCE = 1;
export const IGNORED_REFERENCE = 2;

/**
 * One structure in the reference and in a prediction of the same size, told by tables over the codes: nothing is
 * copied. Voxels with an ignored reference are background in both.
 */
export interface StructurePair {
  readonly size: Vec3;
  readonly reference: Codes;
  readonly predicted: Codes;
  /** By reference code: `OUTSIDE_REFERENCE`, `IN_REFERENCE` or `IGNORED_REFERENCE`. */
  readonly inReference: Uint8Array;
  /** By predicted code: 0 or 1. */
  readonly inPrediction: Uint8Array;
}

/** The class of a voxel of a structure: bit 0 reference, bit 1 prediction; 4 where the reference is ignored. */
export const FN_VOXEL = 1;
export const FP_VOXEL = 2;
export const TP_VOXEL = 3;
export const IGNORED_VOXEL = 4;

/** The classes of the voxels in a box, x fastest. */
export function classifyVoxels(pair: StructurePair, { first, last }: ContentBox): Uint8Array {
  const [sizeX, sizeY] = pair.size;
  const length = last[0] - first[0] + 1;
  const classes = new Uint8Array(length * (last[1] - first[1] + 1) * (last[2] - first[2] + 1));
  let at = 0;
  for (let z = first[2]; z <= last[2]; z++) {
    for (let y = first[1]; y <= last[1]; y++) {
      const start = first[0] + sizeX * (y + sizeY * z);
      for (let i = start; i < start + length; i++) {
        const inReference = pair.inReference[pair.reference[i]];
        classes[at++] =
          inReference === IGNORED_REFERENCE
            ? IGNORED_VOXEL
            : inReference | (pair.inPrediction[pair.predicted[i]] << 1);
      }
    }
  }
  return classes;
}

/** Voxels along each axis of a box. */
export function sizeOfBox({ first, last }: ContentBox): Vec3 {
  return [last[0] - first[0] + 1, last[1] - first[1] + 1, last[2] - first[2] + 1];
}

/** The smallest box that holds both; either may be null, for nothing. */
export function joinBoxes(a: ContentBox | null, b: ContentBox | null): ContentBox | null {
  if (!a || !b) return a ?? b;
  const pick = (choose: (x: number, y: number) => number, of: 'first' | 'last'): Vec3 => [
    choose(a[of][0], b[of][0]),
    choose(a[of][1], b[of][1]),
    choose(a[of][2], b[of][2]),
  ];
  return { first: pick(Math.min, 'first'), last: pick(Math.max, 'last') };
}

/** The box with so many voxels more on every side, cut to the volume. */
export function growBox({ first, last }: ContentBox, by: Vec3, size: Vec3): ContentBox {
  const at = (axis: 0 | 1 | 2) => Math.max(0, first[axis] - by[axis]);
  const to = (axis: 0 | 1 | 2) => Math.min(size[axis] - 1, last[axis] + by[axis]);
  return { first: [at(0), at(1), at(2)], last: [to(0), to(1), to(2)] };
}
