import type { JointCounts } from '../core/counts/joint-counts.ts';
import type { Rule } from '../core/reconstruction/rule.ts';
import type { Codes, ProbabilityVolume } from '../core/volume/volume.ts';

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

/** A reference and the probabilities of up to 16 regions on the same grid, to be counted under many rules. */
export interface RegionPair {
  readonly rows: number;
  readonly reference: Codes;
  readonly probabilities: ProbabilityVolume;
}

/** What of a rule the codes of voxels depend on; what a code is says `countCodes` in core/rule.ts. */
export type CodeRule = Pick<Rule, 'kind' | 'thresholds' | 'comparison'>;

/** The tables of a case under a rule, from one pass over its volumes. */
export interface RuleTables {
  /** Row = reference code, column = code under the rule, `countCodes(kind, channels)` of them. */
  readonly counts: JointCounts;
  /** Row = code under the other rule, column = code under the rule; null where no other was given. */
  readonly changes: JointCounts | null;
}

export interface RuleCounts extends RuleTables {
  /** What counted this time. */
  readonly countedBy: EngineReport;
}

/** A case that an engine keeps where it counts, so that a changed rule is one pass and no upload. */
export interface HeldRegions {
  /**
   * Counts every voxel under `rule`, and in the same pass under `from` too where one is given. Thresholds are
   * rounded once to the type of the data; NaN and negative values pass none and win against nothing; of equal
   * values the lower index wins.
   * @throws DiceLensError engineCountsWrong where a reference code is outside the table, tooManyRegions above
   * 16 channels, argmaxTooManyRegions above 12 with `argmax`; the signal's reason, once aborted; AbortError
   * once closed.
   */
  countRule(rule: CodeRule, from: CodeRule | null, signal?: AbortSignal): Promise<RuleCounts>;
  /** Gives the memory back. */
  close(): void;
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
  | 'unsuited' // 64-bit probabilities, or a table too large for the GPU
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
  /**
   * Keeps a case for as long as its rule is being changed; its volumes go where they are counted with the first
   * count, and stay. The arrays must not change meanwhile. To be closed.
   */
  holdRegions(pair: RegionPair): HeldRegions;
  close(): void;
}
