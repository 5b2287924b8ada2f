import type { Kernel } from './kernels.ts';
import { GpuRefused } from './scope.ts';

/** `adapter`: as much as the adapter offers; `default`: what every WebGPU has, 128 MiB a binding. */
export type DeviceLimits = 'adapter' | 'default';

/** The name of an adapter in its maker's words, such as "nvidia ampere". */
export function nameOfAdapter({ info }: GPUAdapter): string {
  return info.description || [info.vendor, info.architecture].filter(Boolean).join(' ') || 'unnamed';
}

/** Whether the adapter computes on the CPU: right but slow. Older browsers say so on the adapter itself. */
export function isSoftware(adapter: GPUAdapter): boolean {
  return adapter.info.isFallbackAdapter === true || Reflect.get(adapter, 'isFallbackAdapter') === true;
}

/** A device of this adapter. @throws what `requestDevice` rejects with. */
export function openDevice(adapter: GPUAdapter, limits: DeviceLimits): Promise<GPUDevice> {
  const { maxBufferSize, maxStorageBufferBindingSize } = adapter.limits;
  return adapter.requestDevice(
    limits === 'default' ? {} : { requiredLimits: { maxBufferSize, maxStorageBufferBindingSize } },
  );
}

const pipelines = new WeakMap<GPUDevice, Map<string, Promise<GPUComputePipeline>>>();

/**
 * The pipeline of a kernel with these overrides, compiled once a device.
 * @throws GpuRefused where the device does not compile it.
 */
export function pipelineOf(
  device: GPUDevice,
  kernel: Kernel,
  overrides: Readonly<Record<string, number>>,
): Promise<GPUComputePipeline> {
  const known = pipelines.get(device) ?? new Map<string, Promise<GPUComputePipeline>>();
  pipelines.set(device, known);
  const key = `${kernel.entryPoint} ${JSON.stringify(overrides)}`;
  const pipeline = known.get(key) ?? compile(device, kernel, overrides);
  known.set(key, pipeline);
  return pipeline;
}

async function compile(
  device: GPUDevice,
  { code, entryPoint }: Kernel,
  constants: Readonly<Record<string, number>>,
): Promise<GPUComputePipeline> {
  const module = device.createShaderModule({ code, label: entryPoint });
  try {
    return await device.createComputePipelineAsync({
      label: entryPoint,
      layout: 'auto',
      compute: { module, entryPoint, constants },
    });
  } catch (cause) {
    throw new GpuRefused('validation', `The kernel ${entryPoint} does not compile.`, { cause });
  }
}
