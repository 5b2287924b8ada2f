import type { DeviceLimits } from '../../../src/engine/gpu/device.ts';
import { openDevice } from '../../../src/engine/gpu/device.ts';

/** The limits that every test of the GPU runs with. */
export const LIMITS: readonly DeviceLimits[] = ['adapter', 'default'];

/** A device for tests, a software one too. Where there is none the tests fail: here a browser has WebGPU. */
export async function testDevice(limits: DeviceLimits): Promise<GPUDevice> {
  const adapter = await navigator.gpu.requestAdapter();
  if (!adapter)
    throw new Error('This browser has no WebGPU adapter; see the flags of test/browser/chromium.ts.');
  return openDevice(adapter, limits);
}
