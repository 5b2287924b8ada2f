import { expect, test } from 'vitest';
import { isVolumeName, isVoxelFileName } from '../../../src/io/files/volume-name.ts';

const VOLUMES = 'nii nii.gz hdr img hdr.gz img.gz nrrd seg.nrrd nhdr mha mhd png bmp tif tiff'.split(' ');

test.each(VOLUMES)('case_1.%s may hold voxels, in capitals too', (ending) => {
  expect(isVolumeName(`case_1.${ending}`)).toBe(true);
  expect(isVolumeName(`case_1.${ending.toUpperCase()}`)).toBe(true);
  expect(isVoxelFileName(`case_1.${ending}`)).toBe(true);
});

test.each(['dataset.json', 'progress.png', 'a.jpg', 'nii', 'a.nii.zip', 'a.txt', 'png'])(
  '%s is no volume',
  (name) => {
    expect(isVolumeName(name)).toBe(false);
    expect(isVoxelFileName(name)).toBe(false);
  },
);

test('probabilities are of a case and no volume', () => {
  expect(isVolumeName('case_1.npz')).toBe(false);
  expect(isVoxelFileName('case_1.npz')).toBe(true);
});
