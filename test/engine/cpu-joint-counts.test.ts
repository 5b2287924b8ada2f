import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { MAX_DENSE_CELLS } from '../../src/core/counts/joint-counts.ts';
import type { Codes } from '../../src/core/volume/volume.ts';
import { CHUNK } from '../../src/engine/cpu/in-chunks.ts';
import { countJointCpu } from '../../src/engine/cpu/joint-counts.ts';
import { noise } from './noise.ts';
import { cellsOf, plainCounts } from './plain-loop.ts';

type Bytes = 1 | 2;

/** Codes of a width that start `offset` elements into their buffer, hence at an odd byte where they are u8. */
function stored(values: readonly number[], bytes: Bytes, offset: number): Codes {
  const room = new (bytes === 1 ? Uint8Array : Uint16Array)(values.length + offset);
  room.set(values, offset);
  return room.subarray(offset);
}

/** Two volumes of runs of voxels, as label maps are. */
function runs(most: number) {
  const run = fc.tuple(fc.nat(most), fc.nat(most), fc.integer({ min: 1, max: 11 }));
  return fc.array(run, { maxLength: 60 }).map((all) => ({
    reference: all.flatMap(([row, , voxels]) => Array<number>(voxels).fill(row)),
    predicted: all.flatMap(([, column, voxels]) => Array<number>(voxels).fill(column)),
  }));
}

describe('joint counts on the CPU', () => {
  const bytes = fc.constantFrom<Bytes>(1, 2);
  const offset = fc.nat(3);

  test('any runs, of any widths and starting anywhere, are counted as the plain loop counts them', async () => {
    await fc.assert(
      fc.asyncProperty(runs(255), bytes, bytes, offset, offset, async (values, a, b, i, j) => {
        const reference = stored(values.reference, a, i);
        const predicted = stored(values.predicted, b, j);
        const counts = await countJointCpu({ rows: 256, columns: 256, reference, predicted });
        expect(counts.keys).toBeUndefined();
        expect(cellsOf(counts)).toEqual(plainCounts({ reference, predicted }));
      }),
    );
  });

  test('16-bit codes are counted as the plain loop counts them, in a sparse table too', async () => {
    await fc.assert(
      fc.asyncProperty(runs(65_535), offset, offset, async (values, i, j) => {
        const reference = stored(values.reference, 2, i);
        const predicted = stored(values.predicted, 2, j);
        const counts = await countJointCpu({ rows: 65_536, columns: 65_536, reference, predicted });
        expect(cellsOf(counts)).toEqual(plainCounts({ reference, predicted }));
        expect(counts.keys).toEqual(Float64Array.from(counts.keys ?? []).sort());
      }),
    );
  });

  test.each([0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK + 3])(
    '%i voxels, on either side of a word and a chunk',
    async (voxels) => {
      for (const [a, b] of [
        [1, 1],
        [2, 2],
        [1, 2],
        [2, 1],
      ] as const) {
        const pair = { reference: noise(voxels, 5, a, 1), predicted: noise(voxels, 7, b, 2) };
        expect(cellsOf(await countJointCpu({ rows: 5, columns: 7, ...pair }))).toEqual(plainCounts(pair));
      }
    },
  );

  test('2,048 labels fill a dense table, one label more a sparse one', async () => {
    const pair = { reference: noise(9_000, 2048, 2, 3), predicted: noise(9_000, 2048, 2, 4) };
    const dense = await countJointCpu({ rows: 2048, columns: 2048, ...pair });
    const sparse = await countJointCpu({ rows: 2048, columns: 2049, ...pair });
    expect(dense.cells).toHaveLength(MAX_DENSE_CELLS);
    expect(dense.keys).toBeUndefined();
    expect(sparse.keys?.length).toBe(sparse.cells.length);
    expect(cellsOf(sparse)).toEqual(cellsOf(dense));
  });

  test('a sparse table grows: 20,000 cells that all differ', async () => {
    const reference = Uint16Array.from({ length: 20_000 }, (_, i) => i);
    const predicted = Uint16Array.from({ length: 20_000 }, (_, i) => (i * 7919) % 65_536);
    const counts = await countJointCpu({ rows: 20_000, columns: 65_536, reference, predicted });
    expect(counts.cells).toHaveLength(20_000);
    expect(cellsOf(counts)).toEqual(plainCounts({ reference, predicted }));
  });

  test('no voxels give a table of zeros', async () => {
    const none = new Uint8Array(0);
    const counts = await countJointCpu({ rows: 2, columns: 3, reference: none, predicted: none });
    expect(counts).toEqual({ rows: 2, columns: 3, cells: new Float64Array(6) });
  });

  test.each([
    ['a row', 3, 9],
    ['a column', 9, 3],
  ])(
    'a code outside the table, %s, is refused with the number of voxels that are left',
    async (_, rows, columns) => {
      const reference = Uint8Array.of(1, 1, 1, 1, 4, 2);
      const predicted = Uint8Array.of(1, 1, 1, 1, 4, 2);
      await expect(countJointCpu({ rows, columns, reference, predicted })).rejects.toMatchObject({
        code: 'engineCountsWrong',
        facts: { voxels: 6, counted: 5 },
      });
    },
  );

  test('an abort before the start, or while it counts, rejects with its reason', async () => {
    const codes = new Uint8Array(1);
    const pair = { rows: 1, columns: 1, reference: codes, predicted: codes };
    await expect(countJointCpu(pair, AbortSignal.abort('stopped'))).rejects.toBe('stopped');

    let now = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 21)); // a slow machine
    try {
      const controller = new AbortController();
      const noisy = { reference: noise(3 * CHUNK, 5, 1, 1), predicted: noise(3 * CHUNK, 5, 1, 2) };
      setImmediate(() => controller.abort('stopped')); // heard only where the count lets events in
      await expect(countJointCpu({ rows: 5, columns: 5, ...noisy }, controller.signal)).rejects.toBe(
        'stopped',
      );
    } finally {
      clock.mockRestore();
    }
  });
});
