import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CodeRule, RegionPair } from '../../../src/engine/engine.ts';
import { countRuleCpu } from '../../../src/engine/cpu/rule-counts.ts';
import { countRuleGpu, HARDWARE, SOFTWARE } from '../../../src/engine/gpu/rule-counts.ts';
import { noise } from '../../engine/noise.ts';
import { everyRule, plainCodes } from '../../engine/plain-codes.ts';
import { cellsOf, plainCounts } from '../../engine/plain-loop.ts';
import { edgeProbabilities, THRESHOLDS } from '../../engine/probabilities.ts';
import { LIMITS, testDevice } from './open-devices.ts';

type Type = 'float16' | 'float32';
const HALF: CodeRule = { kind: 'overwrite', thresholds: [0.5, 0.5, 0.5], comparison: '>' };
const RULES = everyRule(3, THRESHOLDS);

function pairOf(type: Type, channels: number, voxels: number, bytes: 1 | 2 = 1, rows = 4): RegionPair {
  const probabilities = edgeProbabilities(type, channels, voxels);
  return { rows, reference: noise(voxels, rows, bytes, 1), probabilities };
}

describe.each(LIMITS)('counts under a rule on the GPU, with the limits of the %s', (limits) => {
  let device: GPUDevice;
  beforeAll(async () => {
    device = await testDevice(limits);
  });
  afterAll(() => device.destroy());

  async function expectAlike(pair: RegionPair, rule: CodeRule, from: CodeRule | null, slabBytes?: number) {
    const { probabilities, reference } = pair;
    const cpu = await countRuleCpu(pair, rule, from);
    const predicted = plainCodes(probabilities, rule);
    const counted = plainCounts({ reference, predicted });
    const changed = from && plainCounts({ reference: plainCodes(probabilities, from), predicted });
    expect(cellsOf(cpu.counts)).toEqual(counted);
    for (const tuning of [HARDWARE[probabilities.type as Type], SOFTWARE]) {
      const gpu = await countRuleGpu(device, pair, rule, from, { tuning, ...(slabBytes && { slabBytes }) });
      expect([gpu.counts.rows, gpu.counts.columns]).toEqual([cpu.counts.rows, cpu.counts.columns]);
      expect(cellsOf(gpu.counts)).toEqual(counted);
      expect(gpu.changes && cellsOf(gpu.changes)).toEqual(changed);
      expect(gpu.changes?.rows).toBe(cpu.changes?.rows);
    }
  }

  describe.each(['float16', 'float32'] as const)('%s', (type) => {
    const group = 256 * 4 * HARDWARE[type].quads; // voxels of a workgroup's first pass

    test.each([0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, group - 1, group, group + 1])(
      'GPU, CPU and plain loop agree on %i voxels under every rule',
      async (voxels) => {
        for (const rule of RULES) await expectAlike(pairOf(type, 3, voxels), rule, HALF);
        await expectAlike(pairOf(type, 3, voxels, 2), RULES[5], null);
      },
    );

    test('more voxels than one pass of the invocations of software takes', () =>
      expectAlike(
        pairOf(type, 1, 4 * SOFTWARE.quads * 256 + 5),
        everyRule(1, [0.5])[5],
        everyRule(1, [0])[0],
      ));

    test.each([1, 2, 4, 5, 8, 11])('%i channels', async (channels) => {
      for (const rule of everyRule(channels, THRESHOLDS)) {
        await expectAlike(pairOf(type, channels, 203), rule, null);
        const from = { ...rule, kind: 'overwrite', comparison: '>' } as const;
        if (channels < 8) await expectAlike(pairOf(type, channels, 203), rule, from);
      }
    });

    test.each([
      ['just fit in the smaller room of a workgroup', 23],
      ['are one cell too many for it', 24],
      ['just fit in its larger room', 119],
      ['are one cell too many for workgroups', 120],
    ])('tables that %s', (_, rows) =>
      expectAlike(pairOf(type, 3, 4_099, 1, rows), HALF, { ...HALF, thresholds: [0, 0, 0] }),
    );

    test.each([1, 100, 1_000])('slabs of %i bytes add up to the same counts', async (slabBytes) => {
      for (const rule of RULES) await expectAlike(pairOf(type, 3, 203, 2), rule, HALF, slabBytes);
    });

    test.each(THRESHOLDS)('every edge value against a threshold of %f', async (threshold) => {
      for (const rule of everyRule(1, [threshold])) await expectAlike(pairOf(type, 1, 300), rule, null);
    });
  });

  test('a reference code outside the table is refused as the CPU refuses it', async () => {
    const pair = { ...pairOf('float32', 3, 9), reference: new Uint8Array(9).fill(4, 7) };
    const refusal = { code: 'engineCountsWrong', facts: { voxels: 9, counted: 7 } };
    await expect(countRuleCpu(pair, HALF, HALF)).rejects.toMatchObject(refusal);
    for (const tuning of [HARDWARE.float32, SOFTWARE]) {
      await expect(countRuleGpu(device, pair, HALF, HALF, { tuning })).rejects.toMatchObject(refusal);
    }
  });

  test('an abort is seen before the next slab', async () => {
    const controller = new AbortController();
    const options = { signal: controller.signal, slabBytes: 100 };
    const counting = countRuleGpu(device, pairOf('float16', 3, 1_000), HALF, null, options);
    controller.abort('stopped');
    await expect(counting).rejects.toBe('stopped');
  });
});
