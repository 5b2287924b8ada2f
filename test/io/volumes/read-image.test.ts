import { expect, test } from 'vitest';
import { bytesSource } from '../../../src/io/bytes/byte-source.ts';
import { readImage } from '../../../src/io/volumes/read-image.ts';
import { makeTypedNifti, STORED_TYPES } from '../make-nifti.ts';

test.each(STORED_TYPES)('%s voxels come back in either byte order', async (type) => {
  const values = type.startsWith('u') ? [0, 1, 2, 100, 7] : [0, -1, 2, 100, -7];
  for (const littleEndian of [true, false]) {
    const bytes = makeTypedNifti(type, values, { littleEndian, slope: 2, intercept: 1 });
    const { image, warnings } = await readImage(bytesSource('image.nii', bytes));
    expect([...image.stored]).toEqual(values);
    expect([image.slope, image.intercept, warnings]).toEqual([2, 1, []]);
  }
});

test('of several volumes the first is shown, with a warning', async () => {
  const bytes = makeTypedNifti('int16', [1, 2, 3, 4], { dim: [4, 2, 1, 1, 2] });
  const { image, warnings } = await readImage(bytesSource('image.nii', bytes));
  expect([...image.stored]).toEqual([1, 2]);
  expect(warnings).toEqual([{ code: 'first-volume-only', facts: { file: 'image.nii', volumes: 2 } }]);
});
