import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sparseCounts } from '../../../src/core/counts/joint-counts.ts';
import { roleOf, tabulate, tintOf } from '../../../src/core/counts/matrix-cells.ts';

const SIZE = 5;
const table = fc.array(fc.nat({ max: 1000 }), { minLength: SIZE * SIZE, maxLength: SIZE * SIZE });

test('cells, sums and total of a dense and of a sparse table are those counted one by one', () => {
  fc.assert(
    fc.property(table, (cells) => {
      const keyed = new Map(cells.flatMap((voxels, key) => (voxels ? [[key, voxels] as const] : [])));
      const dense = { rows: SIZE, columns: SIZE, cells: Float64Array.from(cells) };
      for (const counts of [dense, sparseCounts(SIZE, SIZE, keyed)]) {
        const { cell, rowSums, columnSums, total, largest } = tabulate(counts);
        cells.forEach((voxels, i) => expect(cell(Math.floor(i / SIZE), i % SIZE)).toBe(voxels));
        for (let i = 0; i < SIZE; i++) {
          expect(rowSums[i]).toBe(cells.slice(i * SIZE, (i + 1) * SIZE).reduce((a, b) => a + b));
          expect(columnSums[i]).toBe(cells.filter((_, at) => at % SIZE === i).reduce((a, b) => a + b));
        }
        expect(total).toBe(cells.reduce((a, b) => a + b));
        expect(largest).toBe(Math.max(...cells));
      }
    }),
  );
});

test('a cell is TP with both sides in the structure, FN or FP with one', () => {
  const core = new Set([2, 3]);
  expect([roleOf(core, 2, 3), roleOf(core, 2, 0), roleOf(core, 1, 3), roleOf(core, 0, 1)]).toEqual([
    'tp',
    'fn',
    'fp',
    'other',
  ]);
});

test('a tint is 0 only for an empty cell and 1 for the largest', () => {
  expect([tintOf(0, 100), tintOf(100, 100), tintOf(0, 0)]).toEqual([0, 1, 0]);
  expect(tintOf(1, 1e9)).toBeGreaterThan(0);
});
