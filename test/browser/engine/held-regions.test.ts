import { afterEach, describe, expect, test, vi } from 'vitest';
import { countRuleCpu } from '../../../src/engine/cpu/rule-counts.ts';
import type { CodeRule, Engine, HeldRegions, RegionPair, RuleCounts } from '../../../src/engine/engine.ts';
import { openEngine } from '../../../src/engine/open-engine.ts';
import { noise } from '../../engine/noise.ts';
import { everyRule } from '../../engine/plain-codes.ts';
import { edgeProbabilities, THRESHOLDS } from '../../engine/probabilities.ts';
import { failingGpu } from './failing-gpu.ts';
import { LIMITS } from './open-devices.ts';

const PAIR: RegionPair = {
  rows: 4,
  reference: noise(20_003, 4, 1, 1),
  probabilities: edgeProbabilities('float32', 3, 20_003),
};
const PAIR_BYTES = 13 * 20_003;
const NNUNET: CodeRule = { kind: 'overwrite', thresholds: [0.5, 0.5, 0.5], comparison: '>' };
const RULES = everyRule(3, THRESHOLDS);

const opened: (Engine | HeldRegions)[] = [];

/** The case held by an engine on a GPU that can be made to fail. */
async function hold(pair = PAIR, limits = LIMITS[0]) {
  const { gpu, devices } = failingGpu();
  const engine = await openEngine('gpu', { gpu, limits });
  const held = engine.holdRegions(pair);
  opened.push(held, engine);
  const bytes = () => devices.created.reduce((sum, { size }) => sum + size, 0);
  return { engine, held, devices, bytes };
}

async function expectCounts({ countedBy, ...tables }: RuleCounts, rule: CodeRule, pair = PAIR) {
  expect(tables).toEqual(await countRuleCpu(pair, rule, NNUNET));
  return countedBy;
}

afterEach(() => {
  for (const each of opened.splice(0)) each.close();
});

describe('a case held on the GPU', () => {
  test.each(LIMITS)('is put there once and counted under every rule, limits of the %s', async (limits) => {
    const { held, bytes, devices } = await hold(PAIR, limits);
    const atFirst = bytes();
    await held.countRule(NNUNET, null);
    expect(bytes() - atFirst).toBeGreaterThan(PAIR_BYTES);
    const uploaded = bytes();
    const dispatches = vi.spyOn(GPUComputePassEncoder.prototype, 'dispatchWorkgroups');
    try {
      for (const rule of RULES) {
        const countedBy = await expectCounts(await held.countRule(rule, NNUNET), rule);
        expect(countedBy).toMatchObject({ kind: 'gpu', checked: true, reason: null });
      }
      expect(dispatches).toHaveBeenCalledTimes(RULES.length);
    } finally {
      dispatches.mockRestore();
    }
    expect(bytes() - uploaded).toBeLessThan(RULES.length * 10_000); // tables and parameters
    expect(devices.opened).toHaveLength(1);
  });

  test('serves rules that are asked for at the same time', async () => {
    const { held, bytes } = await hold();
    const atFirst = bytes();
    const counts = await Promise.all(RULES.map((rule) => held.countRule(rule, NNUNET)));
    for (const [i, rule] of RULES.entries()) await expectCounts(counts[i], rule);
    expect(bytes() - atFirst).toBeLessThan(2 * PAIR_BYTES);
  });

  test('float16, codes of 16 bits, and no voxels at all', async () => {
    const pairs: RegionPair[] = [
      { ...PAIR, probabilities: edgeProbabilities('float16', 3, 20_003) },
      { ...PAIR, reference: noise(20_003, 4, 2, 1) },
      { rows: 4, reference: new Uint8Array(), probabilities: edgeProbabilities('float16', 3, 0) },
    ];
    for (const pair of pairs) {
      const { held } = await hold(pair);
      for (const rule of [NNUNET, RULES[5]]) {
        const countedBy = await expectCounts(await held.countRule(rule, NNUNET), rule, pair);
        expect(countedBy.kind).toBe('gpu');
      }
    }
  });

  test('lies in slabs where it is larger than a binding, and is still one submission', async () => {
    const voxels = 12 * 2 ** 20;
    const reference = new Uint8Array(voxels).fill(1, 5_000_000);
    const data = new Uint16Array(6 * voxels).fill(0x3800, voxels).fill(0x3801, 5 * voxels + 11_000_000);
    const probabilities = { size: [voxels, 1, 1], channels: 6, type: 'float16', data } as const;
    const { held } = await hold({ rows: 2, reference, probabilities }, 'default'); // 144 MiB in 128 MiB bindings
    const thresholds = Array<number>(6).fill(0.5);
    const submit = vi.spyOn(GPUComputePassEncoder.prototype, 'dispatchWorkgroups');
    try {
      const { counts, countedBy } = await held.countRule(
        { kind: 'overwrite', thresholds, comparison: '>' },
        null,
      );
      expect(submit).toHaveBeenCalledTimes(2);
      expect(countedBy.kind).toBe('gpu');
      expect([counts.cells[0], counts.cells[32], counts.cells[64], counts.cells[96]]).toEqual([
        5_000_000, 0, 6_000_000, voxels - 11_000_000,
      ]); // prettier-ignore
    } finally {
      submit.mockRestore();
    }
  });
});

describe('a device that is lost', () => {
  test('in the middle of a count is opened anew, and the case put there again', async () => {
    const { held, devices, bytes } = await hold();
    await held.countRule(NNUNET, null);
    devices.losses = 1;
    const before = bytes();
    const countedBy = await expectCounts(await held.countRule(RULES[5], NNUNET), RULES[5]);
    expect(countedBy).toMatchObject({ kind: 'gpu', reason: null });
    expect(devices.opened).toHaveLength(2);
    expect(bytes() - before).toBeGreaterThan(PAIR_BYTES);
  });

  test('between two counts is opened anew by the next, and the old buffers are freed', async () => {
    const { held, devices } = await hold();
    await held.countRule(NNUNET, null);
    devices.opened[0].destroy();
    await devices.opened[0].lost;
    await expectCounts(await held.countRule(RULES[4], NNUNET), RULES[4]);
    held.close();
    await vi.waitFor(() => expect(devices.destroyed).toHaveLength(devices.created.length));
  });

  test('twice in one count leaves the case to the CPU, which says so', async () => {
    const { engine, held, devices } = await hold();
    devices.losses = 2;
    const countedBy = await expectCounts(await held.countRule(RULES[5], NNUNET), RULES[5]);
    expect(countedBy).toMatchObject({ kind: 'cpu', reason: 'device-lost' });
    expect(engine.report).toEqual(countedBy);
    await expectCounts(await held.countRule(RULES[4], NNUNET), RULES[4]);
    expect(devices.opened).toHaveLength(2);
  });
});

describe('memory', () => {
  test('is given back when the case is closed', async () => {
    const { held, devices } = await hold();
    await held.countRule(NNUNET, null);
    await held.countRule(RULES[5], NNUNET);
    expect(devices.created.length - devices.destroyed.length).toBe(2); // reference and probabilities
    held.close();
    await vi.waitFor(() => expect(devices.destroyed).toHaveLength(devices.created.length));
    await expect(held.countRule(NNUNET, null)).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('is given back when the case is closed while it is put there or counted', async () => {
    const { held, devices } = await hold();
    const counting = held.countRule(NNUNET, null);
    await vi.waitFor(() => expect(devices.created.some(({ size }) => size > 200_000)).toBe(true));
    held.close();
    await expect(counting).rejects.toMatchObject({ name: 'AbortError' });
    await vi.waitFor(() => expect(devices.destroyed).toHaveLength(devices.created.length));
  });

  test('that the device has not leaves this case to the CPU and others to the GPU', async () => {
    const { engine, held, devices } = await hold();
    devices.shortages = 1;
    const countedBy = await expectCounts(await held.countRule(RULES[5], NNUNET), RULES[5]);
    expect(countedBy).toMatchObject({ kind: 'cpu', reason: 'gpu-error' });
    expect(engine.report).toMatchObject({ kind: 'gpu', reason: null });
    await vi.waitFor(() => expect(devices.destroyed).toHaveLength(devices.created.length));
    expect((await held.countRule(NNUNET, null)).countedBy.kind).toBe('cpu');
    const other = engine.holdRegions(PAIR);
    expect((await other.countRule(NNUNET, null)).countedBy.kind).toBe('gpu');
    other.close();
  });

  test('that the device refuses leaves the work to the CPU, and nothing behind', async () => {
    const { engine, held, devices } = await hold();
    devices.refusals = 1;
    await expectCounts(await held.countRule(RULES[5], NNUNET), RULES[5]);
    expect(engine.report).toMatchObject({ kind: 'cpu', reason: 'gpu-error' });
    await vi.waitFor(() => expect(devices.destroyed).toHaveLength(devices.created.length));
  });
});

describe('what the GPU does not serve', () => {
  test('64-bit probabilities and tables beyond the dense ones are counted on the CPU, with the reason', async () => {
    const doubles: RegionPair = { ...PAIR, probabilities: edgeProbabilities('float64', 3, 20_003) };
    const { held, engine, bytes } = await hold(doubles);
    const atFirst = bytes();
    const countedBy = await expectCounts(await held.countRule(RULES[5], NNUNET), RULES[5], doubles);
    expect(countedBy).toMatchObject({ kind: 'cpu', reason: 'unsuited' });

    const many: RegionPair = { ...PAIR, probabilities: edgeProbabilities('float16', 12, 20_003) };
    const rule = { ...NNUNET, thresholds: Array<number>(12).fill(0.5) };
    const large = engine.holdRegions(many);
    const { countedBy: largeBy, ...tables } = await large.countRule(rule, rule);
    expect(tables).toEqual(await countRuleCpu(many, rule, rule));
    expect(largeBy).toMatchObject({ kind: 'cpu', reason: 'unsuited' });
    expect(bytes()).toBe(atFirst);
    expect((await large.countRule(rule, null)).countedBy.kind).toBe('gpu'); // 4 x 4,096 cells
    large.close();
  });

  test('rules and volumes that do not fit are refused in words', async () => {
    const { held, engine } = await hold();
    await expect(held.countRule({ ...NNUNET, thresholds: [0.5] }, null)).rejects.toThrow(
      /one threshold a channel/,
    );
    const wide = engine.holdRegions({ ...PAIR, probabilities: edgeProbabilities('float16', 13, 20_003) });
    const thresholds = Array<number>(13).fill(0.5);
    const argmax = wide.countRule({ kind: 'argmax', thresholds, comparison: '>' }, null);
    await expect(argmax).rejects.toMatchObject({ code: 'argmaxTooManyRegions' });
    expect(engine.report.kind).toBe('gpu');
  });

  test('an abort rejects at once, and the case counts on', async () => {
    const { held } = await hold();
    const controller = new AbortController();
    const counting = held.countRule(NNUNET, null, controller.signal);
    controller.abort('stopped');
    await expect(counting).rejects.toBe('stopped');
    await expectCounts(await held.countRule(RULES[5], NNUNET), RULES[5]);
  });
});
