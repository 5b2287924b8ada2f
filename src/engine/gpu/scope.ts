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
  /** A storage buffer of these bytes, filled up with zeros to whole vec4s. */
  storage(data: ArrayBufferView): GPUBuffer;
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
    device.pushErrorScope('validation');
    device.pushErrorScope('out-of-memory');
    let mapped: Promise<GPUBuffer>;
    const scopes: Promise<GPUError | null>[] = [];
    try {
      mapped = submit(device, buffers, work);
    } finally {
      scopes.push(device.popErrorScope(), device.popErrorScope());
    }
    const [[memoryError, validationError], staging] = await Promise.all([
      Promise.all(scopes),
      mapped.catch(
        (cause: unknown) => new GpuRefused('validation', 'The result was not readable.', { cause }),
      ),
    ]);
    if (memoryError) throw new GpuRefused('out-of-memory', memoryError.message);
    if (validationError) throw new GpuRefused('validation', validationError.message);
    if (staging instanceof GpuRefused) throw staging;
    return new Uint32Array(staging.getMappedRange()).slice();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    throw new GpuRefused('validation', 'The device is gone.', { cause: error }); // a lost device rejects its scopes
  } finally {
    for (const buffer of buffers) buffer.destroy();
  }
}

function submit(
  device: GPUDevice,
  buffers: GPUBuffer[],
  work: (scope: GpuScope) => GPUBuffer,
): Promise<GPUBuffer> {
  const encoder = device.createCommandEncoder();
  const create = (size: number, usage: GPUBufferUsageFlags) => {
    const buffer = device.createBuffer({ size, usage });
    buffers.push(buffer);
    return buffer;
  };
  const { COPY_DST, COPY_SRC, MAP_READ, STORAGE, UNIFORM } = GPUBufferUsage;
  const result = work({
    uniform(words) {
      const buffer = create(words.byteLength, UNIFORM | COPY_DST);
      write(device, buffer, words);
      return buffer;
    },
    storage(data) {
      const buffer = create(Math.max(16, Math.ceil(data.byteLength / 16) * 16), STORAGE | COPY_DST);
      write(device, buffer, data);
      return buffer;
    },
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
  return staging.mapAsync(GPUMapMode.READ).then(() => staging);
}

/** Writes bytes of any number and at any offset; WebGPU itself takes whole words only. */
function write(device: GPUDevice, buffer: GPUBuffer, data: ArrayBufferView): void {
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  const whole = bytes.length - (bytes.length % 4);
  if (whole > 0) device.queue.writeBuffer(buffer, 0, bytes, 0, whole);
  if (whole === bytes.length) return;
  const last = new Uint8Array(4);
  last.set(bytes.subarray(whole));
  device.queue.writeBuffer(buffer, whole, last);
}
