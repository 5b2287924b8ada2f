import type { PatchDraws } from '../pseudo-dice/patch-sampler.ts';
import { noSums, type EpochSums } from '../pseudo-dice/pseudo-dice.ts';
import { countVoxels, type Vec3 } from '../volume/grid.ts';

/** Sums of a mask over all boxes that begin at the first voxel; a layer of zeros in front of each axis. */
export interface SummedMask {
  readonly size: Vec3;
  readonly sums: Float64Array;
}

/** The summed-volume table of the voxels (x fastest) for whose index `isIn` holds. */
export function sumMask(size: Vec3, isIn: (index: number) => boolean): SummedMask {
  const [sx, sy, sz] = size;
  const [row, plane] = [sx + 1, (sx + 1) * (sy + 1)];
  const sums = new Float64Array(countVoxels([sx + 1, sy + 1, sz + 1]));
  for (let z = 0, index = 0; z < sz; z++) {
    for (let y = 0; y < sy; y++) {
      let line = 0;
      for (let x = 0; x < sx; x++, index++) {
        if (isIn(index)) line++;
        const at = x + 1 + row * (y + 1) + plane * (z + 1);
        sums[at] = line + sums[at - row] + sums[at - plane] - sums[at - row - plane];
      }
    }
  }
  return { size, sums };
}

/** Voxels of the mask in the box from `start` that is `patch` voxels large; beyond the image there are none. */
export function countInBox({ size, sums }: SummedMask, start: Vec3, patch: Vec3): number {
  const [row, plane] = [size[0] + 1, (size[0] + 1) * (size[1] + 1)];
  const clamp = (value: number, axis: number) => Math.min(size[axis], Math.max(0, value));
  const [x0, y0, z0] = start.map(clamp);
  const [x1, y1, z1] = start.map((from, axis) => clamp(from + patch[axis], axis));
  const at = (x: number, y: number, z: number) => sums[x + row * y + plane * z];
  return (
    at(x1, y1, z1) -
    at(x0, y1, z1) -
    at(x1, y0, z1) -
    at(x1, y1, z0) +
    at(x0, y0, z1) +
    at(x0, y1, z0) +
    at(x1, y0, z0) -
    at(x0, y0, z0)
  );
}

/** Voxels of one structure summed over the patches of each epoch, all patches being of the one image of the masks. */
export function sumPatches(
  { cases, starts, perEpoch }: PatchDraws,
  patch: Vec3,
  masks: { readonly both: SummedMask; readonly reference: SummedMask; readonly predicted: SummedMask },
): EpochSums {
  const sums = noSums(perEpoch === 0 ? 0 : cases.length / perEpoch);
  for (let i = 0; i < cases.length; i++) {
    const epoch = Math.floor(i / perEpoch);
    const start: Vec3 = [starts[3 * i], starts[3 * i + 1], starts[3 * i + 2]];
    sums.tp[epoch] += countInBox(masks.both, start, patch);
    sums.nRef[epoch] += countInBox(masks.reference, start, patch);
    sums.nPred[epoch] += countInBox(masks.predicted, start, patch);
  }
  return sums;
}
