import { toWorld, type Affine, type Grid, type Vec3 } from './grid.ts';

/** How two grids of the same size differ in world space. */
export interface GeometryDifference {
  readonly spacingDiffers: boolean;
  /** Distance between the two first voxels, mm. */
  readonly originMm: number;
  /** The farthest that a corner voxel of one lies from the same corner of the other, mm. */
  readonly cornerMm: number;
  /**
   * The change of axes of the second grid after which it lies on the first, or null where none does.
   * `axes[i]` is the axis of the second that runs along axis i of the first, `flips[i]` whether it runs back.
   */
  readonly match: { readonly axes: Vec3; readonly flips: readonly [boolean, boolean, boolean] } | null;
}

/** Grids whose corners agree to this share of the smallest spacing are the same grid. */
const TOLERANCE = 0.01;

const PERMUTATIONS: readonly Vec3[] = [
  [0, 1, 2],
  [1, 0, 2],
  [0, 2, 1],
  [2, 1, 0],
  [1, 2, 0],
  [2, 0, 1],
];

/** The permutation of the second size's axes that gives the first size, or null; the identity is not one. */
export function matchingTranspose(first: Vec3, second: Vec3): Vec3 | null {
  return PERMUTATIONS.slice(1).find((axes) => axes.every((axis, i) => second[axis] === first[i])) ?? null;
}

/** What differs between two grids of the same size, or null where they are the same grid. */
export function compareGeometry(first: Grid, second: Grid): GeometryDifference | null {
  const tolerance = TOLERANCE * Math.min(...first.spacingMm);
  const cornerMm = farthestCorner(first, second.affine);
  if (cornerMm <= tolerance) return null;
  const distance = (a: Vec3, b: Vec3) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
  const origin: Vec3 = [0, 0, 0];
  return {
    spacingDiffers: first.spacingMm.some((mm, i) => Math.abs(mm - second.spacingMm[i]) > TOLERANCE * mm),
    originMm: distance(toWorld(first.affine, origin), toWorld(second.affine, origin)),
    cornerMm,
    match: findAxes(first, second, tolerance),
  };
}

function findAxes(first: Grid, second: Grid, tolerance: number): GeometryDifference['match'] {
  for (const axes of PERMUTATIONS) {
    if (!axes.every((axis, i) => second.size[axis] === first.size[i])) continue;
    for (let bits = 0; bits < 8; bits++) {
      const flips = [0, 1, 2].map((i) => (bits >> i) % 2 === 1) as [boolean, boolean, boolean];
      if (farthestCorner(first, turnAffine(second, axes, flips)) <= tolerance) return { axes, flips };
    }
  }
  return null;
}

/** The affine of a grid whose axis i is the given axis, run backwards where flipped. */
export function turnAffine(
  { affine, size }: Grid,
  axes: Vec3,
  flips: readonly [boolean, boolean, boolean],
): Affine {
  return [0, 4, 8].flatMap((row) => {
    const column = axes.map((axis, i) => (flips[i] ? -affine[row + axis] : affine[row + axis]));
    const start = axes.reduce(
      (sum, axis, i) => (flips[i] ? sum + affine[row + axis] * (size[axis] - 1) : sum),
      affine[row + 3],
    );
    return [...column, start];
  });
}

function farthestCorner({ affine, size }: Grid, other: Affine): number {
  let farthest = 0;
  for (let corner = 0; corner < 8; corner++) {
    const voxel = size.map((n, i) => ((corner >> i) % 2) * (n - 1)) as unknown as Vec3;
    const [a, b] = [toWorld(affine, voxel), toWorld(other, voxel)];
    farthest = Math.max(farthest, Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]));
  }
  return farthest;
}
