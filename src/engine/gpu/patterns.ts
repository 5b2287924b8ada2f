import { bitsAbove } from '../threshold-bits.ts';
import { pipelineOf } from './device.ts';
import { KERNELS } from './kernels.ts';
import { pack } from './layout.ts';
import type { GpuScope } from './scope.ts';

const WORKGROUP = 256;
const MAX_WORKGROUPS = 2048;

/** Makes the patterns of voxels from their channels, which `channelAt` gives one by one. */
export type PatternMaker = (
  scope: GpuScope,
  voxels: number,
  channelAt: (channel: number) => Uint16Array | Float32Array,
) => GPUBuffer;

/**
 * As `computePatterns`, on the GPU, for float16 and float32: the patterns stay there, u8 up to 8 thresholds,
 * u16 up to 16.
 * @throws GpuRefused
 */
export async function patternMaker(
  device: GPUDevice,
  type: 'float16' | 'float32',
  thresholds: readonly number[],
): Promise<PatternMaker> {
  const patternBits = thresholds.length <= 8 ? 8 : 16;
  const pipeline = await pipelineOf(device, KERNELS.patterns, {
    WORKGROUP,
    VALUE_BITS: type === 'float16' ? 16 : 32,
    PATTERN_BITS: patternBits,
  });
  return (scope, voxels, channelAt) => {
    const words = Math.ceil((voxels * patternBits) / 128) * 4; // whole vec4s, as scope.storage has it
    const patterns = scope.zeros(words);
    const workgroups = Math.min(MAX_WORKGROUPS, Math.ceil(words / WORKGROUP));
    thresholds.forEach((threshold, channel) => {
      const range = bitsAbove(threshold, type);
      const params = { voxels, channel, ...range, invocations: workgroups * WORKGROUP };
      const uniform = scope.uniform(pack(KERNELS.patterns.params, params));
      scope.run(pipeline, workgroups, [uniform, scope.storage(channelAt(channel)), patterns]);
    });
    return patterns;
  };
}
