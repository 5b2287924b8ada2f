import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sumOfSlabs } from '../../src/engine/gpu/slabs.ts';

test('the slabs are the volume, once, in sequence, each from a multiple of 8 voxels', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(2_000),
      fc.integer({ min: 1, max: 66 }),
      fc.integer({ min: 1, max: 4_000 }),
      async (voxels, bytes, slabBytes) => {
        let expected = 0;
        await sumOfSlabs(0, voxels, bytes, { slabBytes }, async (from, to) => {
          expect(from).toBe(expected);
          expect(from % 8).toBe(0);
          expect(to).toBeGreaterThan(from);
          if (slabBytes >= 8 * bytes) expect((to - from) * bytes).toBeLessThanOrEqual(slabBytes);
          expected = to;
          return new Uint32Array(0);
        });
        expect(expected).toBe(voxels);
      },
    ),
  );
});

test('the totals are exact beyond 2^32', async () => {
  const most = 2 ** 32 - 1;
  const totals = await sumOfSlabs(2, 24, 1, { slabBytes: 8 }, async () => Uint32Array.of(most, 1));
  expect(Array.from(totals)).toEqual([3 * most, 3]);
  expect(totals[0]).toBeGreaterThan(2 ** 33);
});

test('an abort is seen before the next slab', async () => {
  const controller = new AbortController();
  let slabs = 0;
  const counting = sumOfSlabs(1, 100, 1, { slabBytes: 8, signal: controller.signal }, async () => {
    if (++slabs === 3) controller.abort('stopped');
    return Uint32Array.of(1);
  });
  await expect(counting).rejects.toBe('stopped');
  expect(slabs).toBe(3);
});
