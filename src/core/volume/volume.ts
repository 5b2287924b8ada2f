import type { Grid, Vec3 } from './grid.ts';
import type { Warning } from '../errors.ts';

/** One small integer a voxel, x fastest. */
export type Codes = Uint8Array | Uint16Array;

/**
 * A label map as it is kept in memory: every voxel holds a code, and `labels[code]` is its label value.
 * A plain file keeps its values (code = label); values that are negative, huge or far apart are packed,
 * so that there are never more codes than the table of counts can serve.
 */
export interface LabelMap {
  readonly grid: Grid;
  readonly codes: Codes;
  /** Label value of each code; codes that do not occur have one too. */
  readonly labels: readonly number[];
  /** The label values that occur, ascending. */
  readonly present: readonly number[];
  readonly warnings: readonly Warning[];
}

/** An image channel as stored; the value of a voxel is `slope * stored + intercept`. */
export interface ImageVolume {
  readonly grid: Grid;
  readonly stored: Uint8Array | Int16Array | Uint16Array | Int32Array | Float32Array;
  readonly slope: number;
  readonly intercept: number;
}

/**
 * Probabilities of every region or label, one channel after the other, each x fastest.
 * float16 stands as its bits, since comparing bits is exact and no engine here has to know the type.
 */
export interface ProbabilityVolume {
  readonly size: Vec3;
  readonly channels: number;
  readonly type: 'float16' | 'float32' | 'float64';
  readonly data: Uint16Array | Float32Array | Float64Array;
}

/** The regions predicted at every voxel, as bit sets: bit i is region i of the label scheme. */
export interface PatternVolume {
  readonly size: Vec3;
  readonly regions: number;
  readonly codes: Codes;
}
