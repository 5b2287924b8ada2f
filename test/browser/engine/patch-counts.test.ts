import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StructurePair } from '../../../src/core/labels/structure-pair.ts';
import { seededRandom } from '../../../src/core/statistics/random.ts';
import type { ContentBox } from '../../../src/core/volume/content-box.ts';
import { countVoxels, type Vec3 } from '../../../src/core/volume/grid.ts';
import { countPatches } from '../../../src/engine/cpu/patch-counts.ts';
import { countPatchesGpu } from '../../../src/engine/gpu/patch-counts.ts';
import { noise } from '../../engine/noise.ts';
import { LIMITS, testDevice } from './open-devices.ts';

const WIDTHS = [[1, 1], [2, 2], [1, 2], [2, 1]] as const; // prettier-ignore
const WORKGROUP = 64;

/** Codes 0 to 3: reference 1 and 2 are the structure, 3 is ignored; the prediction has it as 1. */
function structure(size: Vec3, [a, b]: readonly [1 | 2, 1 | 2] = [1, 1]): StructurePair {
  const voxels = countVoxels(size);
  return {
    size,
    reference: noise(voxels, 4, a, 1),
    predicted: noise(voxels, 4, b, 2),
    inReference: Uint8Array.of(0, 1, 1, 2),
    inPrediction: Uint8Array.of(0, 1, 0, 0),
  };
}

const whole = ([x, y, z]: Vec3): ContentBox => ({ first: [0, 0, 0], last: [x - 1, y - 1, z - 1] });

/** Starts from beyond one end of the image to beyond the other. */
function randomStarts(count: number, size: Vec3, patch: Vec3): Int32Array {
  const random = seededRandom(count);
  return Int32Array.from({ length: 3 * count }, (_, i) => {
    const axis = i % 3;
    return Math.floor(random() * (size[axis] + patch[axis] + 3)) - patch[axis] - 1;
  });
}

describe.each(LIMITS)('patch counts on the GPU, with the limits of the %s', (limits) => {
  let device: GPUDevice;
  beforeAll(async () => {
    device = await testDevice(limits);
  });
  afterAll(() => device.destroy());

  async function expectAlike(pair: StructurePair, patch: Vec3, count: number, slabBytes?: number) {
    const starts = randomStarts(count, pair.size, patch);
    for (const box of [whole(pair.size), null]) {
      const counts = await countPatchesGpu(device, pair, box, patch, starts, {
        ...(slabBytes && { slabBytes }),
      });
      expect(counts).toEqual(countPatches(pair, box, patch, starts));
    }
  }

  test.each([
    [1, 1, 1],
    [WORKGROUP - 1, 1, 1],
    [WORKGROUP, 1, 1],
    [WORKGROUP + 1, 1, 1],
    [5, 7, 11],
    [40, 40, 40], // longer than the image
  ] as Vec3[])(
    'GPU and summed-volume tables agree on patches of %i x %i x %i, codes of any widths',
    async (...patch) => {
      for (const widths of WIDTHS) await expectAlike(structure([31, 17, 13], widths), patch, 25);
    },
  );

  test.each([0, 1, 2, 100, 1_000])('they agree on %i patches', (count) =>
    expectAlike(structure([20, 21, 9]), [8, 6, 4], count),
  );

  test('more patches than a dispatch has workgroups', () =>
    expectAlike(structure([6, 5, 4]), [2, 2, 2], 65_537));

  test.each([1, 700, 701, 5_000])('slabs of %i bytes add up to the same counts', (slabBytes) =>
    expectAlike(structure([25, 14, 9]), [7, 9, 6], 30, slabBytes),
  );

  test('a box that holds all of the structure changes nothing', async () => {
    const pair = structure([16, 15, 14]);
    const { reference, predicted } = pair;
    for (let i = 0; i < reference.length; i++) {
      const at = [i % 16, Math.floor(i / 16) % 15, Math.floor(i / 240)];
      if (at[0] < 3 || at[0] > 9 || at[1] < 2 || at[2] > 11) reference[i] = predicted[i] = 0;
    }
    const starts = randomStarts(50, pair.size, [6, 6, 6]);
    const box: ContentBox = { first: [3, 2, 0], last: [9, 14, 11] };
    const within = await countPatchesGpu(device, pair, box, [6, 6, 6], starts);
    expect(within).toEqual(await countPatchesGpu(device, pair, whole(pair.size), [6, 6, 6], starts));
    expect(within).toEqual(countPatches(pair, box, [6, 6, 6], starts));
  });

  test('a code in no table is an error, not a number', async () => {
    const pair = { ...structure([4, 4, 4]), inPrediction: Uint8Array.of(0, 1, 0) };
    const counting = countPatchesGpu(device, pair, whole(pair.size), [4, 4, 4], Int32Array.of(0, 0, 0));
    await expect(counting).rejects.toMatchObject({ code: 'engineCountsWrong' });
  });
});
