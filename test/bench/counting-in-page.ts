import type { Vec3 } from '../../src/core/volume/grid.ts';
import { countJointCpu } from '../../src/engine/cpu/joint-counts.ts';
import type { CodePair } from '../../src/engine/engine.ts';
import { isSoftware, openDevice } from '../../src/engine/gpu/device.ts';
import { bitsOf, countJointGpu, jointCounter, NAIVE } from '../../src/engine/gpu/joint-counts.ts';
import { gpuWork } from '../../src/engine/gpu/scope.ts';
import { blobPair, FULL_SIZE } from './blob-volumes.ts';
import { type Figures, interleaved, type Ratio, ratioOf, summaryOf, type Times } from './measure.ts';

const ROUNDS = 7;
const SMALL_SIZE: Vec3 = [120, 120, 78]; // a software adapter is slow
const AT_ONCE = 5; // dispatches or copies of one submission

/** Runs in a page: the aggregated kernel against one atomic a voxel, the GPU against the CPU, and against copying. */
export async function figures(): Promise<Figures & { adapter: string }> {
  const adapter = await navigator.gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (!adapter) throw new Error('no WebGPU adapter');
  const software = isSoftware(adapter);
  const device = await openDevice(adapter, 'adapter');
  const size = software ? SMALL_SIZE : FULL_SIZE;
  const times: Record<string, Times> = {};
  const ratios: Ratio[] = [];
  for (const labels of [4, 118, 724]) {
    const pair = blobPair(labels, size);
    const resident = await residentWorks(device, pair);
    const measured = await interleaved(ROUNDS, {
      'CPU engine': () => countJointCpu(pair),
      'GPU engine, upload and count': () => countJointGpu(device, pair),
      'GPU, one atomic a voxel, upload and count': () => countJointGpu(device, pair, { tuning: NAIVE }),
      ...resident.works,
    });
    resident.free();
    const title = `${size.join(' x ')}, ${labels} labels`;
    for (const [name, all] of Object.entries(measured)) times[`${title}: ${name}`] = summaryOf(all);
    const [cpu, gpu, , aggregated, naive, copied] = Object.values(measured);
    ratios.push(
      { name: `${title}: one atomic a voxel / aggregated kernel`, value: ratioOf(naive, aggregated) },
      { name: `${title}: CPU engine / GPU engine`, value: ratioOf(cpu, gpu) },
      {
        name: `${title}: bandwidth of the kernel / of copying`,
        value: ratioOf(copied, aggregated) / 2, // a copy reads and writes
        ...(software ? {} : { aim: '>= 0.6' }),
      },
    );
  }
  device.destroy();
  return { adapter: `${adapter.info.vendor} ${adapter.info.architecture}`, times, ratios };
}

/** Work on volumes that are on the GPU already, so that no upload hides what a kernel takes. */
async function residentWorks(device: GPUDevice, { rows, columns, reference, predicted }: CodePair) {
  const { COPY_DST, COPY_SRC, STORAGE } = GPUBufferUsage;
  const [a, b, copyA, copyB] = [reference, predicted, reference, predicted].map((codes) => {
    const size = Math.ceil(codes.byteLength / 16) * 16;
    const buffer = device.createBuffer({ size, usage: STORAGE | COPY_DST | COPY_SRC });
    device.queue.writeBuffer(buffer, 0, codes, 0, codes.length - (codes.length % 4));
    return buffer;
  });
  const bits = bitsOf(reference.BYTES_PER_ELEMENT);
  const shape = { rows, columns, referenceBits: bits, predictedBits: bits };
  const counters = [await jointCounter(device, shape), await jointCounter(device, shape, NAIVE)];
  const [aggregated, naive] = counters.map((count) => () => {
    return gpuWork(device, (scope) => {
      for (let i = 1; i < AT_ONCE; i++) count(scope, reference.length, a, b);
      return count(scope, reference.length, a, b);
    });
  });
  const copy = () => {
    const encoder = device.createCommandEncoder();
    for (let i = 0; i < AT_ONCE; i++) {
      encoder.copyBufferToBuffer(a, 0, copyA, 0, a.size);
      encoder.copyBufferToBuffer(b, 0, copyB, 0, b.size);
    }
    device.queue.submit([encoder.finish()]);
    return device.queue.onSubmittedWorkDone();
  };
  return {
    works: {
      [`GPU, resident, aggregated x ${AT_ONCE}`]: aggregated,
      [`GPU, resident, one atomic a voxel x ${AT_ONCE}`]: naive,
      [`GPU, copy x ${AT_ONCE}`]: copy,
    },
    free: () => [a, b, copyA, copyB].forEach((buffer) => buffer.destroy()),
  };
}
