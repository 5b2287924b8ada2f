import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assignBest } from '../../../src/core/counts/assignment.ts';
import { findSwappedLabels } from '../../../src/core/counts/swapped-labels.ts';
import { countPairs } from './joint-tables.ts';

const permutations = (n: number): number[][] =>
  n === 0
    ? [[]]
    : permutations(n - 1).flatMap((rest) =>
        Array.from({ length: n }, (_, at) => [...rest.slice(0, at), n - 1, ...rest.slice(at)]),
      );

test('the assignment gains as much as the best of all permutations', () => {
  const matrix = fc.integer({ min: 1, max: 5 }).chain((n) =>
    fc.array(fc.array(fc.integer({ min: -9, max: 99 }), { minLength: n, maxLength: n }), {
      minLength: n,
      maxLength: n,
    }),
  );
  fc.assert(
    fc.property(matrix, (gain) => {
      const total = (columns: readonly number[]) =>
        columns.reduce((sum, column, row) => sum + gain[row][column], 0);
      const found = assignBest(gain);
      expect(found.toSorted((a, b) => a - b)).toEqual(gain.map((_, i) => i));
      expect(total(found)).toBe(Math.max(...permutations(gain.length).map(total)));
    }),
  );
});

test('exchanged labels are named with the mean Dice before and after', () => {
  const voxels: [number, number][] = [
    ...Array<[number, number]>(10).fill([1, 2]),
    ...Array<[number, number]>(10).fill([2, 1]),
    ...Array<[number, number]>(10).fill([3, 3]),
  ];
  expect(findSwappedLabels(countPairs(voxels, 4), [0, 1, 2, 3])).toEqual({
    renames: [
      [2, 1],
      [1, 2],
    ],
    meanDice: 1 / 3,
    meanDiceRenamed: 1,
  });
});

test('labels that are right give no warning', () => {
  const voxels: [number, number][] = [
    [1, 1],
    [2, 2],
    [2, 1],
    [0, 1],
  ];
  expect(findSwappedLabels(countPairs(voxels, 3), [0, 1, 2])).toBeNull();
});
