import { expect, test } from 'vitest';
import { voxelMeasure } from '../../../src/core/surface/distance-spacing.ts';

test('a voxel of a volume is measured in mm^3, a pixel of one slice in mm^2 whatever the slice is thick', () => {
  expect(voxelMeasure({ size: [4, 4, 4], spacingMm: [0.5, 2, 3] })).toBe(3);
  expect(voxelMeasure({ size: [4, 4, 1], spacingMm: [0.5, 2, 3] })).toBe(1);
  expect(voxelMeasure({ size: [1, 1, 1], spacingMm: [0.5, 2, 3] })).toBe(3);
});
