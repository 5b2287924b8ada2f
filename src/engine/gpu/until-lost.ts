/** The device is gone: a driver was updated, a GPU reset, a machine sent to sleep. A normal event. */
export class DeviceLost extends Error {
  override readonly name = 'DeviceLost';
}

/** Rejects with DeviceLost once the device is lost; never fulfils. */
export async function lossOf(device: GPUDevice): Promise<never> {
  const { message } = await device.lost;
  throw new DeviceLost(message);
}

/**
 * The result of work on a device, which is not waited for once the device is lost or the signal aborted.
 * @throws DeviceLost, the signal's reason, or what the work throws.
 */
export async function untilLost<T>(device: GPUDevice, work: Promise<T>, signal?: AbortSignal): Promise<T> {
  if (!signal) return Promise.race([work, lossOf(device)]);
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
  });
  try {
    return await Promise.race([work, lossOf(device), aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** Whether the device is lost, or will be known to be in a moment: its calls fail a little before it says so. */
export function isLost(device: GPUDevice): Promise<boolean> {
  return Promise.race([
    device.lost.then(() => true),
    new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 100)),
  ]);
}
