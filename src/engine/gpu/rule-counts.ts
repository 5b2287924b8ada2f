import { countCodes } from '../../core/reconstruction/rule.ts';
import { checkedCounts } from '../check-counts.ts';
import { checkRule } from '../cpu/rule-codes.ts';
import type { CodeRule, RegionPair, RuleTables } from '../engine.ts';
import { type BitRange, passingBits } from '../threshold-bits.ts';
import { pipelineOf } from './device.ts';
import { bitsOf, isSoftwareDevice } from './joint-counts.ts';
import { KERNELS } from './kernels.ts';
import { pack } from './layout.ts';
import { type GpuScope, gpuWork } from './scope.ts';
import { type GpuOptions, slabBytesOf, sumOfSlabs } from './slabs.ts';

const WORKGROUP = 256;
const MAX_WORKGROUPS = 2048;
/** Room for tables in workgroup memory, the smallest that fits; larger ones stay in global memory. */
const TALLY_CELLS = [256, 1024];

/** A part of a case that is on the GPU: reference codes, and every channel from a whole vec4 on. */
export interface RegionSlab {
  readonly voxels: number;
  readonly reference: GPUBuffer;
  readonly values: GPUBuffer;
}

/** How the kernel is set for an adapter; the counts are the same. */
export interface RuleTuning {
  /** Groups of four voxels that an invocation takes at a time. */
  readonly quads: number;
  /** Whether small tables are kept in workgroup memory. */
  readonly tally: boolean;
}

/**
 * As `countRuleCpu`, on the GPU, a slab at a time; dense tables only, not for float64, which WGSL does not have.
 * @throws DiceLensError as `countRuleCpu`; GpuRefused.
 */
export async function countRuleGpu(
  device: GPUDevice,
  pair: RegionPair,
  rule: CodeRule,
  from: CodeRule | null,
  { signal, slabBytes = slabBytesOf(device), tuning }: GpuOptions & { tuning?: RuleTuning } = {},
): Promise<RuleTables> {
  checkPair(pair, rule, from);
  const count = await ruleCounter(device, pair, rule, from, tuning);
  const sizes = tableSizes(pair, rule, from);
  const options = { slabBytes, signal };
  const voxels = pair.reference.length;
  const cells = await sumOfSlabs(sizes.cells, voxels, bytesPerVoxel(pair), options, (start, end) =>
    gpuWork(device, (scope) => count(scope, [storeSlab(scope.storage, pair, start, end)])),
  );
  return splitTables(pair, sizes, cells);
}

/** Refuses volumes of different sizes and rules that do not fit the channels. */
export function checkPair(pair: RegionPair, rule: CodeRule, from: CodeRule | null): void {
  const { reference, probabilities } = pair;
  const [x, y, z] = probabilities.size;
  if (reference.length !== x * y * z) throw new RangeError('The volumes differ in size.');
  for (const each of from ? [rule, from] : [rule]) checkRule(probabilities, each);
}

/** Puts the voxels `[from, to)` on the GPU; `from` is a multiple of 8. */
export function storeSlab(
  storage: GpuScope['storage'],
  { reference, probabilities: { size, channels, data } }: RegionPair,
  from: number,
  to: number,
): RegionSlab {
  const voxels = size[0] * size[1] * size[2];
  const channelOf = (channel: number) => data.subarray(channel * voxels + from, channel * voxels + to);
  return {
    voxels: to - from,
    reference: storage(reference.subarray(from, to)),
    values: storage(...Array.from({ length: channels }, (_, channel) => channelOf(channel))),
  };
}

/** The bytes that a voxel takes on the GPU. */
export function bytesPerVoxel({ reference, probabilities: { channels, data } }: RegionPair): number {
  return reference.BYTES_PER_ELEMENT + channels * data.BYTES_PER_ELEMENT;
}

/** Counts voxels that are on the GPU under a rule, every slab a dispatch; the buffer holds the cells of both tables. */
export type RuleCounter = (scope: GpuScope, slabs: readonly RegionSlab[]) => GPUBuffer;

/** How large the tables of a rule, and of another one where there is one, are. */
export interface TableSizes {
  readonly columns: number;
  /** Codes of the other rule, 0 where there is none. */
  readonly fromCodes: number;
  readonly cells: number;
}

/** See `TableSizes`; both tables share one buffer. */
export function tableSizes(
  { rows, probabilities: { channels } }: RegionPair,
  rule: CodeRule,
  from: CodeRule | null,
): TableSizes {
  const columns = countCodes(rule.kind, channels);
  const fromCodes = from ? countCodes(from.kind, channels) : 0;
  return { columns, fromCodes, cells: (rows + fromCodes) * columns };
}

/** The counter of a case under a rule, compiled. @throws GpuRefused */
export async function ruleCounter(
  device: GPUDevice,
  pair: RegionPair,
  rule: CodeRule,
  from: CodeRule | null,
  tuning?: RuleTuning,
): Promise<RuleCounter> {
  const { rows, reference, probabilities } = pair;
  const { channels } = probabilities;
  const type = probabilities.type === 'float16' ? 'float16' : 'float32';
  const { columns, fromCodes, cells } = tableSizes(pair, rule, from);
  const { quads, tally } = tuning ?? tuningOf(device, type);
  const room = tally ? TALLY_CELLS.find((size) => size > cells) : undefined;
  const pipeline = await pipelineOf(device, KERNELS.ruleCounts, {
    WORKGROUP,
    REFERENCE_BITS: bitsOf(reference.BYTES_PER_ELEMENT),
    VALUE_BITS: type === 'float16' ? 16 : 32,
    TALLY: Number(room !== undefined),
    CELLS: room ?? 1,
    QUADS: quads,
  });
  const ranges = Uint32Array.from(
    Array.from({ length: channels }, (_, i) => [
      ...boundsOf(passingBits(rule.thresholds[i], type, rule.comparison)),
      ...boundsOf(from ? passingBits(from.thresholds[i], type, from.comparison) : NONE),
    ]).flat(),
  );
  const winnerOf = (ofRule: CodeRule | null) => (ofRule?.kind === 'argmax' ? 2 ** channels : 0);
  return (scope, slabs) => {
    const counted = scope.zeros(cells + 1);
    const rangeBuffer = scope.storage(ranges);
    for (const { voxels, reference: words, values } of slabs) {
      const workgroups = Math.min(MAX_WORKGROUPS, Math.ceil(voxels / (4 * quads) / WORKGROUP));
      const params = pack(KERNELS.ruleCounts.params, {
        voxels,
        rows,
        columns,
        channels,
        stride: Math.ceil((voxels * probabilities.data.BYTES_PER_ELEMENT) / 16),
        winner: winnerOf(rule),
        from_codes: fromCodes,
        from_winner: winnerOf(from),
        invocations: workgroups * WORKGROUP,
      });
      scope.run(pipeline, workgroups, [scope.uniform(params), rangeBuffer, words, values, counted]);
    }
    return counted;
  };
}

/** The two tables of what a counter counted. @throws DiceLensError engineCountsWrong */
export function splitTables(
  { rows, reference: { length: voxels } }: RegionPair,
  { columns, fromCodes, cells }: TableSizes,
  counted: ArrayLike<number>,
): RuleTables {
  const all = Float64Array.from({ length: cells }, (_, i) => counted[i]);
  const counts = { rows, columns, cells: all.slice(0, rows * columns) };
  const changes = { rows: fromCodes, columns, cells: all.slice(rows * columns) };
  return {
    counts: checkedCounts(counts, voxels),
    changes: fromCodes > 0 ? checkedCounts(changes, voxels) : null,
  };
}

const NONE: BitRange = { lowest: 0, width: 0 };

function boundsOf({ lowest, width }: BitRange): [number, number] {
  return [lowest, width];
}

/** 16 bytes a channel and invocation, side by side. */
export const HARDWARE = {
  float16: { quads: 2, tally: true },
  float32: { quads: 1, tally: true },
} as const;
/** Long runs, and no barriers. */
export const SOFTWARE: RuleTuning = { quads: 64, tally: false };

function tuningOf(device: GPUDevice, type: 'float16' | 'float32'): RuleTuning {
  return isSoftwareDevice(device) ? SOFTWARE : HARDWARE[type];
}
