import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lightboxSlices, tileColumns } from '../../../src/core/volume/slice-lightbox.ts';

const count = fc.integer({ min: 1, max: 700 });
const room = fc.integer({ min: 1, max: 60 });

test('a lightbox shows the volume evenly, no slice outside it and no more than there is room for', () => {
  fc.assert(
    fc.property(count, room, fc.option(fc.integer({ min: 1, max: 20 })), (all, tiles, everyNth) => {
      const at = Math.floor(all / 2);
      const { slices, step } = lightboxSlices(all, tiles, at, everyNth);
      expect(slices.length).toBeGreaterThan(0);
      expect(slices.length).toBeLessThanOrEqual(tiles);
      expect(slices[0]).toBeGreaterThanOrEqual(0);
      expect(slices.at(-1)).toBeLessThan(all);
      slices.slice(1).forEach((slice, i) => expect(slice - slices[i]).toBe(step));
      if (everyNth !== null) expect(slices.some((slice) => at - slice >= 0 && at - slice < step)).toBe(true);
    }),
  );
});

test('tiles are as wide as they must be, and one fits into any view', () => {
  expect(tileColumns({ width: 500, height: 600 }, 1, 132, 155)).toEqual({ columns: 3, rows: 3 });
  expect(tileColumns({ width: 20, height: 5 }, 1, 132, 155)).toEqual({ columns: 1, rows: 1 });
  expect(tileColumns({ width: 900, height: 900 }, 1, 132, 2)).toEqual({ columns: 2, rows: 1 });
});
