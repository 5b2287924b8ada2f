/** The stored types that are read, by NumPy's names. */
export type VoxelType =
  'uint8' | 'int8' | 'uint16' | 'int16' | 'uint32' | 'int32' | 'uint64' | 'int64' | 'float32' | 'float64';

/** NIfTI's datatype codes (nifti1.h). */
export const VOXEL_TYPES: ReadonlyMap<number, VoxelType> = new Map([
  [2, 'uint8'],
  [4, 'int16'],
  [8, 'int32'],
  [16, 'float32'],
  [64, 'float64'],
  [256, 'int8'],
  [512, 'uint16'],
  [768, 'uint32'],
  [1024, 'int64'],
  [1280, 'uint64'],
]);

const OTHER_TYPES: ReadonlyMap<number, string> = new Map([
  [0, 'not set'],
  [1, 'binary'],
  [32, 'complex64'],
  [128, 'RGB24'],
  [1536, 'float128'],
  [1792, 'complex128'],
  [2048, 'complex256'],
  [2304, 'RGBA32'],
]);

/** The name of a datatype that is not read, for a sentence; '' where NIfTI has no such code. */
export function nameDatatype(code: number): string {
  return OTHER_TYPES.get(code) ?? '';
}

/** Bytes of one voxel: 1, 2, 4 or 8. */
export function bytesOf(type: VoxelType): number {
  return Number(/\d+/.exec(type)?.[0]) / 8;
}
