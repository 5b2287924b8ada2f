import type { JointCounts } from '../../core/joint-counts.ts';
import { checkedCounts } from '../check-counts.ts';
import { checkChannels, patternCodes, patternFiller } from '../cpu/patterns.ts';
import type { PatternPair } from '../engine.ts';
import { bitsOf, jointCounter } from './joint-counts.ts';
import { patternMaker } from './patterns.ts';
import { type GpuScope, gpuWork } from './scope.ts';
import { type GpuOptions, slabBytesOf, sumOfSlabs } from './slabs.ts';

/**
 * As `countPatternsCpu`, on the GPU; dense tables only. Patterns of float64 probabilities are made on the CPU,
 * since WGSL has no 64-bit type, and counted on the GPU.
 * @throws DiceLensError engineCountsWrong where a reference code is outside the table, tooManyRegions; GpuRefused.
 */
export async function countPatternsGpu(
  device: GPUDevice,
  { rows, reference, probabilities, thresholds }: PatternPair,
  { signal, slabBytes = slabBytesOf(device) }: GpuOptions = {},
): Promise<JointCounts> {
  const { size, channels, type, data } = probabilities;
  const voxels = size[0] * size[1] * size[2];
  if (reference.length !== voxels) throw new RangeError('The volumes differ in size.');
  checkChannels(probabilities, thresholds);

  const columns = 2 ** channels;
  const referenceBits = bitsOf(reference.BYTES_PER_ELEMENT);
  const predictedBits = bitsOf(channels <= 8 ? 1 : 2);
  const [count, patternsOf] = await Promise.all([
    jointCounter(device, { rows, columns, referenceBits, predictedBits }),
    type === 'float64' ? patternsFromCpu() : patternsFromGpu(type),
  ]);
  const valueBytes = data.BYTES_PER_ELEMENT * channels;
  const bytesPerVoxel = (referenceBits + predictedBits) / 8 + (type === 'float64' ? 0 : valueBytes);
  const cells = await sumOfSlabs(rows * columns, voxels, bytesPerVoxel, { slabBytes, signal }, (from, to) =>
    gpuWork(device, (scope) =>
      count(scope, to - from, scope.storage(reference.subarray(from, to)), patternsOf(scope, from, to)),
    ),
  );
  return checkedCounts({ rows, columns, cells }, voxels);

  function patternsFromCpu() {
    const fill = patternFiller(probabilities, thresholds);
    return (scope: GpuScope, from: number, to: number) => {
      const patterns = patternCodes(channels, to - from);
      fill(patterns, from);
      return scope.storage(patterns);
    };
  }

  async function patternsFromGpu(narrow: 'float16' | 'float32') {
    const make = await patternMaker(device, narrow, thresholds);
    const values = data as Uint16Array | Float32Array; // as its type says
    return (scope: GpuScope, from: number, to: number) =>
      make(scope, to - from, (channel) => values.subarray(channel * voxels + from, channel * voxels + to));
  }
}
