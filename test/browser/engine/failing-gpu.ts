/** What becomes of a device that was opened through `failingGpu`. */
export interface Devices {
  /** Every device opened, in sequence. */
  readonly opened: GPUDevice[];
  /** As many submissions from now on destroy their device. */
  losses: number;
  /** As many buffers from now on are larger than a buffer may be. */
  refusals: number;
  /** As many pieces of work from now on are told that there is no memory. */
  shortages: number;
  readonly created: GPUBuffer[];
  readonly destroyed: GPUBuffer[];
}

/** The browser's own GPU, whose devices can be made to fail; they stay real in everything else. */
export function failingGpu(overrides: { adapter?: boolean; software?: boolean } = {}): {
  gpu: GPU;
  devices: Devices;
} {
  const devices: Devices = { opened: [], losses: 0, refusals: 0, shortages: 0, created: [], destroyed: [] };
  const requestAdapter = async () => {
    const adapter = overrides.adapter === false ? null : await navigator.gpu.requestAdapter();
    if (!adapter) return null;
    const { vendor, architecture } = adapter.info;
    return {
      info: { vendor, architecture, description: '', isFallbackAdapter: overrides.software ?? false },
      limits: adapter.limits,
      requestDevice: async (descriptor: GPUDeviceDescriptor) => {
        const device = await adapter.requestDevice(descriptor);
        watch(device, devices);
        return device;
      },
    } as unknown as GPUAdapter;
  };
  return { gpu: { requestAdapter } as unknown as GPU, devices };
}

function watch(device: GPUDevice, devices: Devices): void {
  devices.opened.push(device);
  const submit = device.queue.submit.bind(device.queue);
  device.queue.submit = (commands) => {
    if (devices.losses > 0) {
      devices.losses--;
      device.destroy();
    }
    return submit(commands);
  };
  const popErrorScope = device.popErrorScope.bind(device);
  const filters: GPUErrorFilter[] = [];
  const pushErrorScope = device.pushErrorScope.bind(device);
  device.pushErrorScope = (filter) => {
    filters.push(filter);
    return pushErrorScope(filter);
  };
  device.popErrorScope = async () => {
    const short = filters.pop() === 'out-of-memory' && devices.shortages > 0;
    if (short) devices.shortages--;
    const error = await popErrorScope();
    return short ? new GPUOutOfMemoryError('simulated') : error;
  };
  const create = device.createBuffer.bind(device);
  device.createBuffer = (descriptor) => {
    const refused = devices.refusals > 0;
    if (refused) devices.refusals--;
    const buffer = create(refused ? { ...descriptor, size: device.limits.maxBufferSize + 4 } : descriptor);
    const destroy = buffer.destroy.bind(buffer);
    devices.created.push(buffer);
    buffer.destroy = () => {
      if (!devices.destroyed.includes(buffer)) devices.destroyed.push(buffer);
      return destroy();
    };
    return buffer;
  };
}
