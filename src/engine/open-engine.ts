import { DiceLensError } from '../core/errors.ts';
import { openCpuEngine } from './cpu/cpu-engine.ts';
import type { Engine, EngineReason } from './engine.ts';
import type { DeviceLimits } from './gpu/device.ts';

/** `auto`: a GPU that proves itself, else the CPU. */
export type EngineChoice = 'auto' | 'gpu' | 'cpu';

export interface EngineOptions {
  /** Where adapters come from; else `navigator.gpu`, in a page or a worker. */
  readonly gpu?: GPU;
  /** `adapter` unless told otherwise. */
  readonly limits?: DeviceLimits;
}

/**
 * Opens the engine asked for. `auto` takes the CPU, with the reason in the report, where there is no GPU, only
 * a software one, or one that counts a probe wrongly; `gpu` takes a software one too.
 * @throws DiceLensError gpuUnavailable where `gpu` was asked for and cannot be used.
 */
export async function openEngine(choice: EngineChoice, options: EngineOptions = {}): Promise<Engine> {
  if (choice === 'cpu') return openCpuEngine('asked');
  const otherwise = (reason: EngineReason, adapter: string) => {
    if (choice === 'gpu') throw new DiceLensError('gpuUnavailable', { reason, adapter });
    return openCpuEngine(reason, adapter);
  };

  const gpu = options.gpu ?? globalThis.navigator?.gpu;
  if (!gpu) return otherwise('no-webgpu', '');
  // Loaded here, so that where there is no WebGPU no kernel is.
  const { openCheckedDevice } = await import('./gpu/open-checked-device.ts');
  const { GpuEngine } = await import('./gpu/gpu-engine.ts');
  const deviceChoice = { gpu, limits: options.limits ?? 'adapter', software: choice === 'gpu' };
  const opened = await openCheckedDevice(deviceChoice);
  if (opened.device === null) return otherwise(opened.reason, opened.adapter);
  return new GpuEngine(deviceChoice, opened.device, opened.adapter);
}
