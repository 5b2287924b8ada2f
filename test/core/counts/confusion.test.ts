import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  confusionOf,
  confusionsByIndex,
  dice,
  iou,
  precision,
  recall,
} from '../../../src/core/counts/confusion.ts';
import { countPairs, voxelPairs } from './joint-tables.ts';

test('a structure counted from the table equals the structure counted voxel by voxel', () => {
  fc.assert(
    fc.property(voxelPairs(6), fc.uniqueArray(fc.nat(5)), (voxels, region) => {
      const inRegion = (row: number) => region.includes(row);
      expect(confusionOf(countPairs(voxels, 6), inRegion, inRegion)).toEqual({
        tp: voxels.filter(([r, p]) => inRegion(r) && inRegion(p)).length,
        fp: voxels.filter(([r, p]) => !inRegion(r) && inRegion(p)).length,
        fn: voxels.filter(([r, p]) => inRegion(r) && !inRegion(p)).length,
      });
    }),
  );
});

test('all labels in one pass equal each label on its own', () => {
  fc.assert(
    fc.property(voxelPairs(5), (voxels) => {
      const counts = countPairs(voxels, 5);
      expect(confusionsByIndex(counts)).toEqual(
        [0, 1, 2, 3, 4].map((label) =>
          confusionOf(
            counts,
            (r) => r === label,
            (c) => c === label,
          ),
        ),
      );
    }),
  );
});

test('Dice and IoU are undefined where the structure is in neither map and 0 where it is in one', () => {
  expect(dice({ tp: 0, fp: 0, fn: 0 })).toBeNaN();
  expect(iou({ tp: 0, fp: 0, fn: 0 })).toBeNaN();
  expect(dice({ tp: 0, fp: 0, fn: 3 })).toBe(0);
  expect(iou({ tp: 0, fp: 3, fn: 0 })).toBe(0);
  expect(precision({ tp: 0, fp: 0, fn: 3 })).toBeNaN();
  expect(recall({ tp: 0, fp: 3, fn: 0 })).toBeNaN();
});

test('Dice of 2,978 TP, 3,509 FP and 1,536 FN is 0.5414', () => {
  expect(dice({ tp: 2978, fp: 3509, fn: 1536 })).toBe(5956 / 11001);
});
