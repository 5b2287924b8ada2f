import { countVoxels, type Grid, type Vec3 } from './grid.ts';
import { orientationOf, type Orientation } from './orientation.ts';
import type { ProbabilityVolume } from './volume.ts';

/** The size of a grid when its axes are put in the order R, A, S. */
export function sizeInRas({ size, affine }: Grid): Vec3 {
  const axes = axesInRas(orientationOf(affine));
  return [size[axes[0]], size[axes[1]], size[axes[2]]];
}

/** Whether the axes of a grid run R, A, S already, so that turning it changes nothing. */
export function isRas({ affine }: Grid): boolean {
  return orientationOf(affine).every(({ world, sign }, axis) => world === axis && sign === 1);
}

/**
 * Of each voxel axis of a grid, where its index 0 stands in the volume turned to R, A, S, and how far a step goes.
 * A voxel (x, y, z) stands there at `start + x * step[0] + y * step[1] + z * step[2]`.
 */
export function stridesInRas(grid: Grid): { readonly start: number; readonly step: Vec3 } {
  const orientation = orientationOf(grid.affine);
  const [sizeR, sizeA] = sizeInRas(grid);
  const strides = [1, sizeR, sizeR * sizeA];
  let start = 0;
  const step = orientation.map(({ world, sign }, axis) => {
    if (sign < 0) start += (grid.size[axis] - 1) * strides[world];
    return sign * strides[world];
  });
  return { start, step: [step[0], step[1], step[2]] };
}

/**
 * Probabilities that lie in R, A, S axes, turned to the axes of a grid: what nnU-Net's readers WithReorient do to
 * every file, undone. The volume has the grid's size in R, A, S.
 * Source: nnU-Net v2, imageio/nibabel_reader_writer.py, `NibabelIOWithReorient`.
 */
export function turnFromRas(volume: ProbabilityVolume, grid: Grid): ProbabilityVolume {
  const { start, step } = stridesInRas(grid);
  const [sizeX, sizeY, sizeZ] = grid.size;
  const voxels = countVoxels(grid.size);
  const turned = new (volume.data.constructor as new (length: number) => typeof volume.data)(
    volume.data.length,
  );
  for (let channel = 0, at = 0; channel < volume.channels; channel++) {
    const from = channel * voxels + start;
    for (let z = 0; z < sizeZ; z++) {
      for (let y = 0; y < sizeY; y++) {
        let source = from + z * step[2] + y * step[1];
        for (let x = 0; x < sizeX; x++, source += step[0]) turned[at++] = volume.data[source];
      }
    }
  }
  return { ...volume, size: grid.size, data: turned };
}

function axesInRas(orientation: Orientation): number[] {
  return [0, 1, 2].map((world) => orientation.findIndex((axis) => axis.world === world));
}
