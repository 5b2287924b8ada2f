/** The device did not do the work. A reason to take smaller pieces or the CPU, never shown to a person. */
export class GpuRefused extends Error {
  constructor(
    readonly kind: 'out-of-memory' | 'validation',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'GpuRefused';
  }
}

/** What a piece of work may do; its buffers live until the work is done. */
export interface GpuScope {
  /** A uniform buffer of these words. */
  uniform(words: Uint32Array): GPUBuffer;
  /** A storage buffer of these bytes; of several parts each is filled up with zeros to whole vec4s. */
  storage(...parts: readonly ArrayBufferView[]): GPUBuffer;
  /** A storage buffer of zeros. */
  zeros(words: number): GPUBuffer;
  /** Runs a kernel after those before it; the buffers are bindings 0, 1, ... of group 0. */
  run(pipeline: GPUComputePipeline, workgroups: number, buffers: readonly GPUBuffer[]): void;
}

/**
 * Does a piece of work and reads the buffer that it returns, as words. Every buffer is freed on every path,
 * and errors are caught in scopes. `work` must not wait: scopes of works that run at once would get mixed up.
 * @throws GpuRefused where the device had no memory, refused the work, or was lost on the way.
 */
export async function gpuWork(
  device: GPUDevice,
  work: (scope: GpuScope) => GPUBuffer,
): Promise<Uint32Array<ArrayBuffer>> {
  const buffers: GPUBuffer[] = [];
  try {
    return await inErrorScopes(device, () => submit(device, buffers, work));
  } finally {
    for (const buffer of buffers) buffer.destroy();
  }
}

/** Something whose buffers stay on the GPU. */
export interface OnGpu<T> {
  readonly held: T;
  free(): void;
}

/**
 * Fills buffers that stay until they are freed; where it fails they are freed at once. `fill` must not wait.
 * @throws GpuRefused as `gpuWork`.
 */
export async function gpuHold<T>(
  device: GPUDevice,
  fill: (storage: GpuScope['storage']) => T,
): Promise<OnGpu<T>> {
  const buffers: GPUBuffer[] = [];
  const free = () => buffers.forEach((buffer) => buffer.destroy());
  try {
    const held = await inErrorScopes(device, async () => fill(storageOn(device, buffers)));
    return { held, free };
  } catch (error) {
    free();
    throw error;
  }
}

/** The result of work that talks to the device before it first waits, once the device has found no error in it. */
async function inErrorScopes<T>(device: GPUDevice, work: () => Promise<T>): Promise<T> {
  try {
    device.pushErrorScope('validation');
    device.pushErrorScope('out-of-memory');
    let result: Promise<T>;
    const scopes: Promise<GPUError | null>[] = [];
    try {
      result = work();
    } finally {
      scopes.push(device.popErrorScope(), device.popErrorScope());
    }
    const [[memoryError, validationError], outcome] = await Promise.all([
      Promise.all(scopes),
      result.then(
        (value) => ({ value }),
        (cause: unknown) => ({ cause }),
      ),
    ]);
    if (memoryError) throw new GpuRefused('out-of-memory', memoryError.message);
    if (validationError) throw new GpuRefused('validation', validationError.message);
    if ('cause' in outcome) throw outcome.cause;
    return outcome.value;
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    throw new GpuRefused('validation', 'The device is gone.', { cause: error }); // a lost device rejects its scopes
  }
}

function submit(
  device: GPUDevice,
  buffers: GPUBuffer[],
  work: (scope: GpuScope) => GPUBuffer,
): Promise<Uint32Array<ArrayBuffer>> {
  const encoder = device.createCommandEncoder();
  const create = (size: number, usage: GPUBufferUsageFlags) => createIn(buffers, device, size, usage);
  const { COPY_DST, COPY_SRC, MAP_READ, STORAGE, UNIFORM } = GPUBufferUsage;
  const result = work({
    uniform(words) {
      const buffer = create(words.byteLength, UNIFORM | COPY_DST);
      write(device, buffer, 0, words);
      return buffer;
    },
    storage: storageOn(device, buffers),
    zeros: (words) => create(Math.max(16, words * 4), STORAGE | COPY_SRC),
    run(pipeline, workgroups, bound) {
      const entries = bound.map((buffer, binding) => ({ binding, resource: { buffer } }));
      const pass = encoder.beginComputePass();
      pass.setPipeline(pipeline);
      pass.setBindGroup(0, device.createBindGroup({ layout: pipeline.getBindGroupLayout(0), entries }));
      pass.dispatchWorkgroups(workgroups);
      pass.end();
    },
  });
  const staging = create(result.size, MAP_READ | COPY_DST);
  encoder.copyBufferToBuffer(result, 0, staging, 0, result.size);
  device.queue.submit([encoder.finish()]);
  return staging.mapAsync(GPUMapMode.READ).then(() => new Uint32Array(staging.getMappedRange()).slice());
}

function storageOn(device: GPUDevice, buffers: GPUBuffer[]): GpuScope['storage'] {
  const wholeVectors = ({ byteLength }: ArrayBufferView) => Math.ceil(byteLength / 16) * 16;
  return (...parts) => {
    const size = parts.reduce((bytes, part) => bytes + wholeVectors(part), 0);
    const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST;
    const buffer = createIn(buffers, device, Math.max(16, size), usage);
    let at = 0;
    for (const part of parts) {
      write(device, buffer, at, part);
      at += wholeVectors(part);
    }
    return buffer;
  };
}

function createIn(
  buffers: GPUBuffer[],
  device: GPUDevice,
  size: number,
  usage: GPUBufferUsageFlags,
): GPUBuffer {
  const buffer = device.createBuffer({ size, usage });
  buffers.push(buffer);
  return buffer;
}

/** Writes bytes of any number, from anywhere, at a whole word; WebGPU itself takes whole words only. */
function write(device: GPUDevice, buffer: GPUBuffer, at: number, data: ArrayBufferView): void {
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  const whole = bytes.length - (bytes.length % 4);
  if (whole > 0) device.queue.writeBuffer(buffer, at, bytes, 0, whole);
  if (whole === bytes.length) return;
  const last = new Uint8Array(4);
  last.set(bytes.subarray(whole));
  device.queue.writeBuffer(buffer, at + whole, last);
}
