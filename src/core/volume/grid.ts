/** Three numbers along x, y and z. */
export type Vec3 = readonly [number, number, number];

/** The upper three rows of a 4 x 4 matrix, row by row: 12 numbers. Maps a voxel index to world millimetres, RAS+. */
export type Affine = readonly number[];

/** Where the voxels of a volume lie. Voxel (x, y, z) stands at `x + size[0] * (y + size[1] * z)`: x is fastest. */
export interface Grid {
  readonly size: Vec3;
  readonly spacingMm: Vec3;
  readonly affine: Affine;
}

/** Number of voxels of a grid of this size. */
export function countVoxels([x, y, z]: Vec3): number {
  return x * y * z;
}

/** Volume of one voxel in millilitres. */
export function voxelVolumeMl({ spacingMm: [x, y, z] }: Grid): number {
  return (x * y * z) / 1000;
}

/** World position (RAS+, mm) of a voxel; fractions of a voxel are allowed. */
export function toWorld(affine: Affine, [x, y, z]: Vec3): Vec3 {
  const row = (r: number) => affine[r] * x + affine[r + 1] * y + affine[r + 2] * z + affine[r + 3];
  return [row(0), row(4), row(8)];
}

/** The voxel (x, y, z) that stands at this index of the voxel array. */
export function voxelAt([sizeX, sizeY]: Vec3, index: number): Vec3 {
  const inPlane = index % (sizeX * sizeY);
  return [inPlane % sizeX, Math.floor(inPlane / sizeX), Math.floor(index / (sizeX * sizeY))];
}

/** The index in the voxel array of voxel (x, y, z). */
export function indexOf([sizeX, sizeY]: Vec3, [x, y, z]: Vec3): number {
  return x + sizeX * (y + sizeY * z);
}
