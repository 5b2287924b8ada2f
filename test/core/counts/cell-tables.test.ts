import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AccountCell } from '../../../src/core/account/account-terms.ts';
import { tabulateCells } from '../../../src/core/counts/cell-tables.ts';

const label = fc.constantFrom(0, 1, 2, 3, 7, 500, 65_535);
const cell: fc.Arbitrary<AccountCell> = fc.record({
  reference: label,
  predicted: label,
  voxels: fc.constant(1),
});
const groups = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 4 });

test('a voxel has the class of the first group with its cell, whatever the codes are', () => {
  fc.assert(
    fc.property(groups, fc.array(label), fc.array(label), (of, reference, predicted) => {
      const { columns, first, second, classes } = tabulateCells(of, { reference, predicted });
      reference.forEach((r, row) =>
        predicted.forEach((p, column) => {
          const slowly = of.findIndex((cells) => cells.some((c) => c.reference === r && c.predicted === p));
          expect(classes[first[row] * columns + second[column]]).toBe(slowly + 1);
        }),
      );
    }),
  );
});

test.each([249, 250, 251])(
  'of %i labels at most 250 are drawn, and no voxel gets a class of another cell',
  (n) => {
    const labels = Array.from({ length: n }, (_, i) => i);
    const cells = labels.map((value) => ({ reference: value, predicted: value, voxels: 1 }));
    const { columns, first, second, classes } = tabulateCells([cells], {
      reference: labels,
      predicted: labels,
    });
    const drawn = labels.filter((row) => classes[first[row] * columns + second[row]] === 1);
    expect(drawn).toHaveLength(Math.min(n, 250));
    expect(classes.filter((value) => value > 0)).toHaveLength(Math.min(n, 250));
  },
);
