import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CodePair } from '../../../src/engine/engine.ts';
import { countJointCpu } from '../../../src/engine/cpu/joint-counts.ts';
import { countJointGpu, HARDWARE, NAIVE, SOFTWARE } from '../../../src/engine/gpu/joint-counts.ts';
import { noise } from '../../engine/noise.ts';
import { cellsOf, plainCounts } from '../../engine/plain-loop.ts';
import { LIMITS, testDevice } from './open-devices.ts';

const WIDTHS = [[1, 1], [2, 2], [1, 2], [2, 1]] as const; // prettier-ignore
const A_TIME = 4 * HARDWARE.quads; // voxels that an invocation takes at a time
const WORKGROUP = 256 * A_TIME;

function pairOf(voxels: number, rows: number, columns: number, [a, b]: readonly [1 | 2, 1 | 2]): CodePair {
  return { rows, columns, reference: noise(voxels, rows, a, 1), predicted: noise(voxels, columns, b, 2) };
}

describe.each(LIMITS)('joint counts on the GPU, with the limits of the %s', (limits) => {
  let device: GPUDevice;
  beforeAll(async () => {
    device = await testDevice(limits);
  });
  afterAll(() => device.destroy());

  async function expectAlike(pair: CodePair, slabBytes?: number) {
    const cells = plainCounts(pair);
    expect(cellsOf(await countJointCpu(pair))).toEqual(cells);
    for (const tuning of [HARDWARE, SOFTWARE]) {
      const counts = await countJointGpu(device, pair, { tuning, ...(slabBytes && { slabBytes }) });
      expect(counts.cells).toHaveLength(pair.rows * pair.columns);
      expect(cellsOf(counts)).toEqual(cells);
    }
  }

  test.each([
    0,
    1,
    2,
    3,
    4,
    5,
    A_TIME - 1,
    A_TIME,
    A_TIME + 1,
    WORKGROUP - 1,
    WORKGROUP,
    WORKGROUP + 1,
    3 * WORKGROUP + 5,
    4 * SOFTWARE.quads * 256 + 1,
  ])('GPU, CPU and plain loop agree on %i voxels of any widths', async (voxels) => {
    for (const widths of WIDTHS) await expectAlike(pairOf(voxels, 5, 7, widths));
  });

  test.each([
    [1, 1],
    [4, 4],
    [15, 17], // with the cell of voxels outside the most that a workgroup keeps
    [16, 16],
    [118, 118],
    [256, 256],
  ])('they agree on tables of %i x %i cells of bytes', (rows, columns) =>
    expectAlike(pairOf(20_011, rows, columns, [1, 1])),
  );

  test.each([
    [4, 724],
    [724, 724],
    [2048, 2048],
  ])('they agree on tables of %i x %i cells', (rows, columns) =>
    expectAlike(pairOf(20_011, rows, columns, [2, 2])),
  );

  test('more voxels than one pass of all invocations takes', async () => {
    const codes = new Uint8Array(2048 * WORKGROUP + 70_001).fill(1, 1_000_000, 3_000_000);
    const pair = { rows: 2, columns: 2, reference: codes, predicted: codes };
    const counts = await countJointGpu(device, pair, { tuning: HARDWARE });
    expect(Array.from(counts.cells)).toEqual([codes.length - 2_000_000, 0, 0, 2_000_000]);
  });

  test.each([1, 16, 17, 64, 4_000, 40_000])('slabs of %i bytes add up to the same counts', (slabBytes) => {
    const voxels = Math.min(1_003, slabBytes * 10);
    return expectAlike(pairOf(voxels, 9, 300, [1, 2]), slabBytes);
  });

  test('codes that start at an odd byte', async () => {
    const { reference, predicted } = pairOf(103, 4, 4, [1, 1]);
    await expectAlike({
      rows: 4,
      columns: 4,
      reference: reference.subarray(1),
      predicted: predicted.subarray(1),
    });
  });

  test.each([
    ['row', 3, 9],
    ['column', 9, 3],
    ['row of a table in global memory', 3, 300],
  ])('a code outside the table, by its %s, is refused as the CPU refuses it', async (_, rows, columns) => {
    const codes = Uint16Array.of(1, 1, 1, 1, 4, 2, 2);
    const pair = { rows, columns, reference: codes, predicted: codes };
    const refusal = { code: 'engineCountsWrong', facts: { voxels: 7, counted: 6 } };
    await expect(countJointCpu(pair)).rejects.toMatchObject(refusal);
    for (const tuning of [HARDWARE, SOFTWARE]) {
      await expect(countJointGpu(device, pair, { tuning })).rejects.toMatchObject(refusal);
    }
  });

  test('without aggregation the counts are the same', async () => {
    const pair = pairOf(5_003, 5, 7, [1, 1]);
    expect(await countJointGpu(device, pair, { tuning: NAIVE })).toEqual(await countJointCpu(pair));
  });

  test('an abort is seen before the next slab', async () => {
    const controller = new AbortController();
    const pair = pairOf(1_000, 4, 4, [1, 1]);
    const counting = countJointGpu(device, pair, { signal: controller.signal, slabBytes: 16 });
    controller.abort('stopped');
    await expect(counting).rejects.toBe('stopped');
  });
});
