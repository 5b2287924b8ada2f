import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PatternPair } from '../../../src/engine/engine.ts';
import { countPatternsCpu } from '../../../src/engine/cpu/pattern-counts.ts';
import { countPatternsGpu } from '../../../src/engine/gpu/pattern-counts.ts';
import { noise } from '../../engine/noise.ts';
import { cellsOf, plainCounts, plainPatterns } from '../../engine/plain-loop.ts';
import { edgeProbabilities, FLOAT_TYPES, type FloatType, THRESHOLDS } from '../../engine/probabilities.ts';
import { LIMITS, testDevice } from './open-devices.ts';

function pairOf(type: FloatType, channels: number, voxels: number, bytes: 1 | 2 = 1): PatternPair {
  return {
    rows: 4,
    reference: noise(voxels, 4, bytes, 1),
    probabilities: edgeProbabilities(type, channels, voxels),
    thresholds: Array.from({ length: channels }, (_, i) => THRESHOLDS[i % THRESHOLDS.length]),
  };
}

describe.each(LIMITS)('pattern counts on the GPU, with the limits of the %s', (limits) => {
  let device: GPUDevice;
  beforeAll(async () => {
    device = await testDevice(limits);
  });
  afterAll(() => device.destroy());

  async function expectAlike(pair: PatternPair, slabBytes?: number) {
    const counts = await countPatternsGpu(device, pair, slabBytes === undefined ? {} : { slabBytes });
    const cpu = await countPatternsCpu(pair);
    expect(counts.cells).toHaveLength(pair.rows * 2 ** pair.probabilities.channels);
    expect(cellsOf(counts)).toEqual(cellsOf(cpu));
    const predicted = Uint16Array.from(plainPatterns(pair));
    expect(cellsOf(counts)).toEqual(plainCounts({ reference: pair.reference, predicted }));
  }

  describe.each(FLOAT_TYPES)('%s', (type) => {
    test.each([1, 3, 8, 9, 16])('GPU, CPU and plain loop agree on %i channels', async (channels) => {
      for (const voxels of [0, 1, 2, 3, 4, 5, 7, 8, 9, 1_023, 1_025]) {
        await expectAlike(pairOf(type, channels, voxels));
      }
      await expectAlike(pairOf(type, channels, 515, 2));
    });

    test.each([1, 100, 1_000])('slabs of %i bytes add up to the same counts', async (slabBytes) => {
      await expectAlike(pairOf(type, 3, 203), slabBytes);
      await expectAlike(pairOf(type, 9, 203), slabBytes);
    });

    test.each(THRESHOLDS)('every edge value against a threshold of %f', async (threshold) => {
      await expectAlike({ ...pairOf(type, 1, 300), thresholds: [threshold] });
    });
  });

  test('a reference code outside the table is refused as the CPU refuses it', async () => {
    const pair = { ...pairOf('float32', 3, 9), reference: new Uint8Array(9).fill(4, 7) };
    const refusal = { code: 'engineCountsWrong', facts: { voxels: 9, counted: 7 } };
    await expect(countPatternsCpu(pair)).rejects.toMatchObject(refusal);
    await expect(countPatternsGpu(device, pair)).rejects.toMatchObject(refusal);
  });

  test('more than 16 channels are refused in words', async () => {
    await expect(countPatternsGpu(device, pairOf('float32', 17, 2))).rejects.toThrow(/17 regions/);
  });
});
