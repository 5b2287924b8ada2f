import { countVoxels, type Vec3 } from '../volume/grid.ts';

/**
 * A label map of the errors: 0 where there is none, else the number of the error, 1 for the first. 8, 16 or 32 bits
 * wide, as the number of errors needs.
 */
export function mapErrors(
  size: Vec3,
  members: readonly Int32Array[],
): Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Int32Array<ArrayBuffer> {
  const voxels = countVoxels(size);
  const map =
    members.length <= 0xff
      ? new Uint8Array(voxels)
      : members.length <= 0xffff
        ? new Uint16Array(voxels)
        : new Int32Array(voxels);
  members.forEach((of, i) => {
    for (const index of of) map[index] = i + 1;
  });
  return map;
}
