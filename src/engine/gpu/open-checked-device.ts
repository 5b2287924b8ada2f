import type { EngineReason } from '../engine.ts';
import { passesSelfCheck } from '../self-check.ts';
import { type DeviceLimits, isSoftware, nameOfAdapter, openDevice } from './device.ts';
import { lossOf } from './until-lost.ts';

/** How a device is opened. */
export interface DeviceChoice {
  readonly gpu: GPU;
  readonly limits: DeviceLimits;
  /** Whether an adapter that computes on the CPU will do. */
  readonly software: boolean;
}

/** A device that counts as the CPU does, or why there is none. */
export type CheckedDevice =
  | { readonly device: GPUDevice; readonly adapter: string }
  | { readonly device: null; readonly adapter: string; readonly reason: EngineReason };

/** Adapter -> device -> pipelines -> self-check; whatever fails is told as a reason, never thrown. */
export async function openCheckedDevice({ gpu, limits, software }: DeviceChoice): Promise<CheckedDevice> {
  const found = await gpu.requestAdapter({ powerPreference: 'high-performance' }).catch(() => null);
  if (!found) return { device: null, adapter: '', reason: 'no-adapter' };
  const adapter = nameOfAdapter(found);
  const none = (reason: EngineReason) => ({ device: null, adapter, reason }) as const;
  if (!software && isSoftware(found)) return none('software-adapter');

  const device = await openDevice(found, limits).catch(() => null);
  if (!device) return none('no-device');
  try {
    if (await Promise.race([passesSelfCheck(device), lossOf(device)])) return { device, adapter };
    device.destroy();
    return none('self-check');
  } catch {
    device.destroy();
    return none('no-device'); // a kernel did not compile or run, or the device is lost already
  }
}
