import { afterEach, describe, expect, test, vi } from 'vitest';
import { countJointCpu } from '../../../src/engine/cpu/joint-counts.ts';
import { countPatternsCpu } from '../../../src/engine/cpu/pattern-counts.ts';
import type { CodePair, Engine } from '../../../src/engine/engine.ts';
import { type EngineChoice, type EngineOptions, openEngine } from '../../../src/engine/open-engine.ts';
import { noise } from '../../engine/noise.ts';
import { edgeProbabilities } from '../../engine/probabilities.ts';
import { failingGpu } from './failing-gpu.ts';
import { LIMITS } from './open-devices.ts';

const PAIR: CodePair = {
  rows: 4,
  columns: 4,
  reference: noise(5_001, 4, 1, 1),
  predicted: noise(5_001, 4, 1, 2),
};
const opened: Engine[] = [];

async function open(choice: EngineChoice, options?: EngineOptions): Promise<Engine> {
  const engine = await openEngine(choice, options);
  opened.push(engine);
  return engine;
}

afterEach(() => {
  for (const engine of opened.splice(0)) engine.close();
});

describe('which engine is opened', () => {
  test.each(LIMITS)(
    'the GPU where it was asked for, a software one too, with the limits of the %s',
    async (limits) => {
      const engine = await open('gpu', { limits });
      expect(engine.report).toMatchObject({ kind: 'gpu', checked: true, reason: null });
      expect(engine.report.adapter).not.toBe('');
      expect(await engine.countJoint(PAIR)).toEqual(await countJointCpu(PAIR));
      const probabilities = edgeProbabilities('float16', 3, 5_001);
      const patterns = { rows: 4, reference: PAIR.reference, probabilities, thresholds: [0.5, 0.5, 0.5] };
      expect(await engine.countPatterns(patterns)).toEqual(await countPatternsCpu(patterns));
    },
  );

  test('the CPU where it was asked for', async () => {
    const engine = await open('cpu');
    expect(engine.report).toEqual({ kind: 'cpu', adapter: '', checked: true, reason: 'asked' });
    expect(await engine.countJoint(PAIR)).toEqual(await countJointCpu(PAIR));
  });

  test('a hardware GPU of itself', async () => {
    expect((await open('auto', failingGpu())).report).toMatchObject({
      kind: 'gpu',
      checked: true,
      reason: null,
    });
  });

  test('the CPU of itself where the only adapter is software', async () => {
    const { report } = await open('auto', failingGpu({ software: true }));
    expect(report).toMatchObject({ kind: 'cpu', checked: true, reason: 'software-adapter' });
    expect(report.adapter).not.toBe('');
  });

  test('the CPU where there is no adapter; an error with the reason where the GPU was asked for', async () => {
    const { gpu } = failingGpu({ adapter: false });
    expect((await open('auto', { gpu })).report.reason).toBe('no-adapter');
    await expect(open('gpu', { gpu })).rejects.toMatchObject({
      code: 'gpuUnavailable',
      facts: { reason: 'no-adapter' },
    });
  });

  test('the CPU where the device is lost while it is checked', async () => {
    const { gpu, devices } = failingGpu();
    devices.losses = 1;
    expect((await open('auto', { gpu })).report).toMatchObject({ kind: 'cpu', reason: 'no-device' });
  });

  test('the CPU where the GPU counts the probe wrongly', async () => {
    const { gpu, devices } = failingGpu();
    const requestAdapter = gpu.requestAdapter.bind(gpu);
    gpu.requestAdapter = async () => {
      const adapter = await requestAdapter();
      const requestDevice = adapter?.requestDevice.bind(adapter);
      if (adapter && requestDevice) {
        adapter.requestDevice = async (descriptor) => {
          const device = await requestDevice(descriptor);
          const write = device.queue.writeBuffer.bind(device.queue);
          const writeWrongly = (...[buffer, offset, data, ...part]: Parameters<typeof write>) => {
            const probe = data instanceof Uint8Array && data.length > 2_000;
            write(buffer, offset, probe ? data.map((byte) => byte & 0xfe) : data, ...part);
          };
          device.queue.writeBuffer = writeWrongly as typeof write;
          return device;
        };
      }
      return adapter;
    };
    expect((await open('auto', { gpu })).report).toMatchObject({ kind: 'cpu', reason: 'self-check' });
    expect(devices.opened).toHaveLength(1);
  });
});

describe('a device that is lost', () => {
  test.each(LIMITS)(
    'in the middle of a count is opened anew and the count repeated, limits of the %s',
    async (limits) => {
      const { gpu, devices } = failingGpu();
      const engine = await open('gpu', { gpu, limits });
      devices.losses = 1;
      expect(await engine.countJoint(PAIR)).toEqual(await countJointCpu(PAIR));
      expect(engine.report).toMatchObject({ kind: 'gpu', reason: null });
      expect(devices.opened).toHaveLength(2);
    },
  );

  test('between two counts is opened anew by the next', async () => {
    const { gpu, devices } = failingGpu();
    const engine = await open('gpu', { gpu });
    devices.opened[0].destroy();
    await devices.opened[0].lost;
    expect(await engine.countJoint(PAIR)).toEqual(await countJointCpu(PAIR));
    expect(engine.report.kind).toBe('gpu');
    expect(devices.opened).toHaveLength(2);
  });

  test('while several counts run is opened anew once', async () => {
    const { gpu, devices } = failingGpu();
    const engine = await open('gpu', { gpu });
    devices.losses = 1;
    const expected = await countJointCpu(PAIR);
    const counts = await Promise.all([
      engine.countJoint(PAIR),
      engine.countJoint(PAIR),
      engine.countJoint(PAIR),
    ]);
    expect(counts).toEqual([expected, expected, expected]);
    expect(devices.opened).toHaveLength(2);
  });

  test('twice in one count leaves the work to the CPU, and the report says so', async () => {
    const { gpu, devices } = failingGpu();
    const engine = await open('gpu', { gpu });
    devices.losses = 2;
    expect(await engine.countJoint(PAIR)).toEqual(await countJointCpu(PAIR));
    expect(engine.report).toMatchObject({ kind: 'cpu', checked: true, reason: 'device-lost' });
    expect(await engine.countJoint(PAIR)).toEqual(await countJointCpu(PAIR));
    expect(devices.opened).toHaveLength(2);
  });
});

describe('memory', () => {
  test('every buffer of a count is freed, of one that fails too', async () => {
    const { gpu, devices } = failingGpu();
    const engine = await open('gpu', { gpu });
    await engine.countJoint(PAIR);
    await expect(engine.countJoint({ ...PAIR, rows: 3 })).rejects.toMatchObject({
      code: 'engineCountsWrong',
    });
    devices.refusals = 1;
    await engine.countJoint(PAIR);
    await vi.waitFor(() => expect(devices.destroyed).toHaveLength(devices.created.length));
    expect(devices.created.length).toBeGreaterThan(10);
  });

  test('a device without memory gets smaller slabs', async () => {
    const { gpu, devices } = failingGpu();
    const engine = await open('gpu', { gpu });
    devices.shortages = 2;
    expect(await engine.countJoint(PAIR)).toEqual(await countJointCpu(PAIR));
    expect(engine.report).toMatchObject({ kind: 'gpu', reason: null });
    expect(devices.shortages).toBe(0);
  });

  test('a device that never has memory leaves the work to the CPU', async () => {
    const { gpu, devices } = failingGpu();
    const engine = await open('gpu', { gpu });
    devices.shortages = 100;
    expect(await engine.countJoint(PAIR)).toEqual(await countJointCpu(PAIR));
    expect(engine.report).toMatchObject({ kind: 'cpu', reason: 'gpu-error' });
  });

  test('a device that refuses the work leaves it to the CPU', async () => {
    const { gpu, devices } = failingGpu();
    const engine = await open('gpu', { gpu });
    devices.refusals = 1;
    expect(await engine.countJoint(PAIR)).toEqual(await countJointCpu(PAIR));
    expect(engine.report).toMatchObject({ kind: 'cpu', reason: 'gpu-error' });
  });
});

describe('counting', () => {
  test('a sparse table is counted too', async () => {
    const engine = await open('gpu');
    const pair = {
      rows: 2049,
      columns: 2049,
      reference: noise(999, 2049, 2, 1),
      predicted: noise(999, 2049, 2, 2),
    };
    const counts = await engine.countJoint(pair);
    expect(counts.keys).toBeDefined();
    expect(counts).toEqual(await countJointCpu(pair));
  });

  test('an abort rejects at once, and the engine counts on', async () => {
    const engine = await open('gpu');
    const controller = new AbortController();
    const counting = engine.countJoint(PAIR, controller.signal);
    controller.abort('stopped');
    await expect(counting).rejects.toBe('stopped');
    await expect(engine.countJoint(PAIR, AbortSignal.abort('before'))).rejects.toBe('before');
    expect(await engine.countJoint(PAIR)).toEqual(await countJointCpu(PAIR));
  });

  test('a count that runs while the engine is closed is aborted', async () => {
    const engine = await open('gpu');
    const counting = engine.countJoint(PAIR);
    engine.close();
    await expect(counting).rejects.toMatchObject({ name: 'AbortError' });
    await expect(engine.countJoint(PAIR)).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('the kernel that the engine uses', () => {
  test('is the one that adds up runs before the atomic', async () => {
    const constants: Record<string, number>[] = [];
    const compile = GPUDevice.prototype.createComputePipelineAsync;
    const spy = vi.spyOn(GPUDevice.prototype, 'createComputePipelineAsync').mockImplementation(function (
      this: GPUDevice,
      descriptor,
    ) {
      constants.push({ ...descriptor.compute.constants });
      return compile.call(this, descriptor);
    });
    try {
      const engine = await open('gpu');
      await engine.countJoint(PAIR);
      await engine.countJoint({ ...PAIR, rows: 100, columns: 100 });
    } finally {
      spy.mockRestore();
    }
    const joint = constants.filter((given) => 'AGGREGATE' in given);
    expect(joint.length).toBeGreaterThan(1);
    expect(joint.every(({ AGGREGATE }) => AGGREGATE === 1)).toBe(true);
  });
});
