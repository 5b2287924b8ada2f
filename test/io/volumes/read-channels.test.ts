import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesSource } from '../../../src/io/bytes/byte-source.ts';
import { readChannels } from '../../../src/io/volumes/read-channels.ts';
import { codeOf } from '../expect-dicelens-error.ts';
import { makeTypedNifti, STORED_TYPES } from '../make-nifti.ts';

const DIM = [4, 2, 1, 1, 2]; // two volumes of two voxels
const read = (bytes: Uint8Array, expected = 2) => readChannels(bytesSource('regions.nii', bytes), expected);

test.each(STORED_TYPES)('two volumes of %s are two channels, in either byte order', async (type) => {
  for (const littleEndian of [true, false]) {
    const volume = await read(makeTypedNifti(type, [0, 1, 1, 0], { dim: DIM, littleEndian }));
    expect(volume).toMatchObject({ size: [2, 1, 1], channels: 2, type: 'float32' });
    expect([...volume.data]).toEqual([0, 1, 1, 0]);
  }
});

test('of an integer whatever is not 0 belongs to the region; a float has to be a probability', async () => {
  expect([...(await read(makeTypedNifti('uint8', [0, 255, 3, 0], { dim: DIM }))).data]).toEqual([0, 1, 1, 0]);
  expect([...(await read(makeTypedNifti('float32', [0, 0.25, 0.5, 1], { dim: DIM }))).data]).toEqual([
    0, 0.25, 0.5, 1,
  ]);
  expect(await codeOf(() => read(makeTypedNifti('float32', [0, 2, 0, 1], { dim: DIM })))).toBe(
    'probabilitiesRange',
  );
});

test('another number of volumes is refused', async () => {
  const bytes = makeTypedNifti('uint8', [0, 1, 1, 0], { dim: DIM });
  expect(await codeOf(() => read(bytes, 3))).toBe('volumesUnexpected');
});

test('whatever the bytes, and wherever they end, there is a volume or a sentence', async () => {
  const whole = makeTypedNifti('int16', [0, 1, 1, 0], { dim: DIM });
  for (let end = 0; end < whole.length; end++) await codeOf(() => read(whole.slice(0, end)));
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(7), async (at, bit) => {
      const flipped = whole.slice();
      flipped[at] ^= 1 << bit;
      await codeOf(() => read(flipped));
    }),
    { numRuns: 500 },
  );
});
