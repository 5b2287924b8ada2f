import type { JointCounts } from '../core/joint-counts.ts';
import type { Codes, ProbabilityVolume } from '../core/volume.ts';

/** Two code volumes of one grid; every code of `reference` is below `rows`, of `predicted` below `columns`. */
export interface CodePair {
  readonly rows: number;
  readonly columns: number;
  readonly reference: Codes;
  readonly predicted: Codes;
}

/**
 * A reference and the probabilities of up to 16 regions on the same grid. Bit i of a voxel's pattern is set
 * where channel i exceeds `thresholds[i]` strictly. The threshold is rounded once to the type of the data;
 * NaN and negative values set no bit.
 */
export interface PatternPair {
  readonly rows: number;
  readonly reference: Codes;
  readonly probabilities: ProbabilityVolume;
  readonly thresholds: readonly number[];
}

/** What counted, and why it was chosen; part of every result. */
export interface EngineReport {
  readonly kind: 'gpu' | 'cpu';
  /** The graphics adapter that was found, in its maker's words, used or not; '' where there is none. */
  readonly adapter: string;
  /** The probe volume was counted by GPU and CPU alike (always true on the CPU). */
  readonly checked: boolean;
  /** Why the GPU does not count, null where it does. A code of the catalogue, see core/messages/engine.ts. */
  readonly reason: EngineReason | null;
}

export type EngineReason =
  | 'no-webgpu' // navigator.gpu is missing
  | 'no-adapter' // requestAdapter gave nothing
  | 'software-adapter' // isFallbackAdapter: right but slow
  | 'no-device' // requestDevice or a pipeline failed
  | 'self-check' // the probe was counted differently
  | 'device-lost' // lost twice while counting
  | 'gpu-error' // the device refused the work, most likely out of memory
  | 'asked'; // the user asked for the CPU

/** Counting behind one contract; the GPU and the CPU give identical integers. */
export interface Engine {
  /** Live: after a count it may say that the GPU was given up. */
  readonly report: EngineReport;
  /**
   * Joint counts of two code volumes, row = reference code. Dense up to `MAX_DENSE_CELLS` cells, else sparse.
   * @throws DiceLensError engineCountsWrong where a voxel could not be placed.
   */
  countJoint(pair: CodePair, signal?: AbortSignal): Promise<JointCounts>;
  /** Joint counts of reference code and pattern, straight from the probabilities: 2 ** channels columns. */
  countPatterns(pair: PatternPair, signal?: AbortSignal): Promise<JointCounts>;
  close(): void;
}
