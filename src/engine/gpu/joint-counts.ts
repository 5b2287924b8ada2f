import type { JointCounts } from '../../core/counts/joint-counts.ts';
import { checkedCounts } from '../check-counts.ts';
import type { CodePair } from '../engine.ts';
import { pipelineOf } from './device.ts';
import { KERNELS } from './kernels.ts';
import { pack } from './layout.ts';
import { type GpuScope, gpuWork } from './scope.ts';
import { type GpuOptions, slabBytesOf, sumOfSlabs } from './slabs.ts';

const WORKGROUP = 256;
const MAX_WORKGROUPS = 2048;
/** Tables up to this size are kept in workgroup memory: larger ones take longer to compile than they save. */
const TALLY_CELLS = 256;

/** How the kernel is set for an adapter; the counts are the same. */
export interface Tuning {
  /** Groups of four voxels that an invocation takes at a time. */
  readonly quads: number;
  /** Whether small tables are kept in workgroup memory. */
  readonly tally: boolean;
  /** Whether runs are added up before any atomic. */
  readonly aggregate: boolean;
}

/** 16 bytes an invocation, side by side, and few atomics on the same address in global memory. */
export const HARDWARE: Tuning = { quads: 4, tally: true, aggregate: true };
/** Long runs an invocation; a barrier costs a software adapter four times what the workgroup's table saves. */
export const SOFTWARE: Tuning = { quads: 64, tally: false, aggregate: true };
/** One atomic a voxel, for the benchmark to compare with. */
export const NAIVE: Tuning = { quads: 4, tally: false, aggregate: false };

/** The shape of a table and the widths of its code volumes. */
export interface JointShape {
  readonly rows: number;
  readonly columns: number;
  readonly referenceBits: 8 | 16;
  readonly predictedBits: 8 | 16;
}

/** Counts voxels that are on the GPU; the buffer holds the cells and, last, the voxels outside the table. */
export type JointCounter = (
  scope: GpuScope,
  voxels: number,
  reference: GPUBuffer,
  predicted: GPUBuffer,
) => GPUBuffer;

/**
 * As `countJointCpu`, on the GPU; dense tables only.
 * @throws DiceLensError engineCountsWrong where a code is outside the table; GpuRefused.
 */
export async function countJointGpu(
  device: GPUDevice,
  { rows, columns, reference, predicted }: CodePair,
  {
    signal,
    slabBytes = slabBytesOf(device),
    tuning = tuningOf(device),
  }: GpuOptions & { tuning?: Tuning } = {},
): Promise<JointCounts> {
  if (reference.length !== predicted.length) throw new RangeError('The code volumes differ in length.');
  const [referenceBytes, predictedBytes] = [reference.BYTES_PER_ELEMENT, predicted.BYTES_PER_ELEMENT];
  const shape = {
    rows,
    columns,
    referenceBits: bitsOf(referenceBytes),
    predictedBits: bitsOf(predictedBytes),
  };
  const count = await jointCounter(device, shape, tuning);
  const bytesPerVoxel = referenceBytes + predictedBytes;
  const cells = await sumOfSlabs(
    rows * columns,
    reference.length,
    bytesPerVoxel,
    { slabBytes, signal },
    (from, to) =>
      gpuWork(device, (scope) => {
        const words = [reference, predicted].map((codes) => scope.storage(codes.subarray(from, to)));
        return count(scope, to - from, words[0], words[1]);
      }),
  );
  return checkedCounts({ rows, columns, cells }, reference.length);
}

/** The bits of a code of that many bytes. */
export function bitsOf(bytes: number): 8 | 16 {
  return bytes === 1 ? 8 : 16;
}

function tuningOf(device: GPUDevice): Tuning {
  return isSoftwareDevice(device) ? SOFTWARE : HARDWARE;
}

/** Whether the device is known to compute on the CPU; older browsers do not say. */
export function isSoftwareDevice(device: GPUDevice): boolean {
  return device.adapterInfo?.isFallbackAdapter === true;
}

/** The counter of tables of this shape, compiled. @throws GpuRefused */
export async function jointCounter(
  device: GPUDevice,
  { rows, columns, referenceBits, predictedBits }: JointShape,
  { quads, tally, aggregate } = tuningOf(device),
): Promise<JointCounter> {
  const size = rows * columns + 1;
  const inWorkgroup = tally && size <= TALLY_CELLS;
  const pipeline = await pipelineOf(device, KERNELS.jointCounts, {
    WORKGROUP,
    REFERENCE_BITS: referenceBits,
    PREDICTED_BITS: predictedBits,
    TALLY: Number(inWorkgroup),
    CELLS: inWorkgroup ? TALLY_CELLS : 1,
    AGGREGATE: Number(aggregate),
    QUADS: quads,
  });
  return (scope, voxels, reference, predicted) => {
    const workgroups = Math.min(MAX_WORKGROUPS, Math.ceil(voxels / (4 * quads) / WORKGROUP));
    const params = pack(KERNELS.jointCounts.params, {
      voxels,
      rows,
      columns,
      invocations: workgroups * WORKGROUP,
    });
    const cells = scope.zeros(size);
    scope.run(pipeline, workgroups, [scope.uniform(params), reference, predicted, cells]);
    return cells;
  };
}
