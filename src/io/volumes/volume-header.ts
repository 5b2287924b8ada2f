import type { Warning } from '../../core/errors.ts';
import type { Grid } from '../../core/volume/grid.ts';
import type { VoxelType } from '../bytes/voxel-type.ts';

/** What a header of any format says of its voxels, checked. */
export interface VolumeHeader {
  readonly littleEndian: boolean;
  readonly grid: Grid;
  /** Volumes one behind the other (the fourth dimension), 1 for a 3D file. */
  readonly volumes: number;
  readonly type: VoxelType;
  /** Where the voxels begin, in bytes from the start of their (unpacked) file. */
  readonly dataOffset: number;
  /** Value of a voxel = slope * stored + intercept; 1 and 0 where the header asks for no scaling. */
  readonly slope: number;
  readonly intercept: number;
  readonly warnings: readonly Warning[];
}
