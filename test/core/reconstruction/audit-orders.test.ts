import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitPermutation, fitSequence, fitWrites } from '../../../src/core/reconstruction/audit-orders.ts';
import {
  countAmbiguous,
  countUnexplained,
  tabulateAudit,
  withoutLabel,
} from '../../../src/core/reconstruction/audit-table.ts';
import { nnunetRule } from '../../../src/core/reconstruction/rule.ts';
import { ruleTable } from '../../../src/core/reconstruction/rule-table.ts';
import { countPairs, voxelPairs, type VoxelPair } from '../counts/joint-tables.ts';
import { regionsOf } from './rules.ts';

const LABELS = [0, 1, 2, 3, 4];
const tableOf = (voxels: readonly VoxelPair[], regions: number) =>
  tabulateAudit(countPairs(voxels, 2 ** regions, LABELS.length), LABELS, regions);
const written = (sequence: readonly number[], writes: readonly number[]) => {
  const regions = regionsOf(writes.map((label) => [label]), writes); // prettier-ignore
  return ruleTable({ ...nnunetRule(regions), sequence }, regions);
};
const permutations = (items: readonly number[]): number[][] =>
  items.length < 2
    ? [[...items]]
    : items.flatMap((item, at) => permutations(items.toSpliced(at, 1)).map((rest) => [item, ...rest]));
const assignments = (n: number): number[][] =>
  n === 0 ? [[]] : assignments(n - 1).flatMap((rest) => LABELS.map((label) => [...rest, label]));

test('voxels that a rule leaves unexplained are counted one by one', () => {
  fc.assert(
    fc.property(voxelPairs(8, 5), fc.array(fc.nat(4), { minLength: 8, maxLength: 8 }), (voxels, rule) => {
      const table = tableOf(voxels, 3);
      expect(table.voxels).toBe(voxels.length);
      expect(countUnexplained(table, rule)).toBe(voxels.filter(([b, l]) => rule[b] !== LABELS[l]).length);
      expect(countUnexplained(withoutLabel(table, 4), rule)).toBe(
        voxels.filter(([b, l]) => LABELS[l] !== 4 && rule[b] !== LABELS[l]).length,
      );
      const isFunction = voxels.every(([b, l]) => voxels.every(([c, m]) => b !== c || l === m));
      expect(countAmbiguous(table) === 0).toBe(isFunction);
    }),
  );
});

test('the labels read off are as good as the best of all assignments', () => {
  const sequence = fc.shuffledSubarray([0, 1, 2], { minLength: 3 });
  fc.assert(
    fc.property(voxelPairs(8, 5), sequence, (voxels, sequence) => {
      const table = tableOf(voxels, 3);
      const fit = fitWrites(table, sequence, [1, 2, 3]);
      expect(fit.unexplained).toBe(countUnexplained(table, written(sequence, fit.writes)));
      const costs = assignments(3).map((writes) => countUnexplained(table, written(sequence, writes)));
      expect(fit.unexplained).toBe(Math.min(...costs));
    }),
    { numRuns: 50 },
  );
});

test('the sequence found is as good as the best of all, and the first of equals', () => {
  fc.assert(
    fc.property(
      voxelPairs(16, 5),
      fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 4, maxLength: 4 }),
      (voxels, own) => {
        const table = tableOf(voxels, 4);
        const fit = fitSequence(table, own, own);
        const all = permutations([0, 1, 2, 3]).map((sequence) => ({ sequence, unexplained: countUnexplained(table, written(sequence, own)) })); // prettier-ignore
        const least = Math.min(...all.map(({ unexplained }) => unexplained));
        expect(fit).toEqual({ writes: own, ...all.find(({ unexplained }) => unexplained === least) });

        const free = fitSequence(table, own, null)!;
        expect(free.unexplained).toBe(countUnexplained(table, written(free.sequence, free.writes)));
        const freely = permutations([0, 1, 2, 3]).map(
          (sequence) => fitWrites(table, sequence, own).unexplained,
        );
        expect(free.unexplained).toBe(Math.min(...freely));
      },
    ),
    { numRuns: 50 },
  );
});

test('a permutation of the labels is found exactly where one explains all voxels', () => {
  const patterns = fc.uniqueArray(fc.nat(15), { minLength: 1 });
  fc.assert(
    fc.property(
      patterns,
      fc.array(fc.nat(4), { minLength: 16, maxLength: 16 }),
      fc.constantFrom([1, 2, 3, 4], [1, 2, 2, 3]),
      (patterns, labels, own) => {
        const table = tableOf(patterns.map((b) => [b, b === 0 ? 0 : labels[b]]), 4); // prettier-ignore
        const exists = permutations(own).some(
          (writes) => countUnexplained(table, written([0, 1, 2, 3], writes)) === 0,
        );
        const fit = fitPermutation(table, [0, 1, 2, 3], own);
        expect(fit?.unexplained === 0).toBe(exists);
        if (fit) expect(fit.writes.toSorted()).toEqual(own.toSorted());
      },
    ),
  );
});

test('seven regions are searched through, eight are not', () => {
  const own = [1, 2, 3, 4, 5, 6, 7];
  const backwards = [6, 5, 4, 3, 2, 1, 0];
  const map = written(backwards, own);
  const table = tabulateAudit(
    countPairs(Array.from(map, (label, pattern) => [pattern, label]), 128, 8), // prettier-ignore
    [0, ...own],
    7,
  );
  expect(fitSequence(table, own, own)).toEqual({ sequence: backwards, writes: own, unexplained: 0 });
  expect(fitSequence({ ...table, regions: 8 }, [...own, 8], [...own, 8])).toBeNull();
});
