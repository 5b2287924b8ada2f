import { unzipSync } from 'fflate';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatNpy, formatNpz, type NpyArray } from '../../../src/io/volumes/write-npz.ts';

/** Header text and data of a .npy, read the slow obvious way. */
function readNpy(file: Uint8Array): { header: string; data: Uint8Array } {
  expect([...file.subarray(0, 8)]).toEqual([0x93, ...new TextEncoder().encode('NUMPY'), 1, 0]);
  const start = 10 + file[8] + 256 * file[9];
  return { header: new TextDecoder().decode(file.subarray(10, start)), data: file.slice(start) };
}

test.each<[NpyArray, string]>([
  [{ shape: [2, 1], type: '<f2', data: Uint16Array.of(0x3c00, 0) }, '(2, 1)'],
  [{ shape: [3], type: '<f4', data: Float32Array.of(0.5, -1, Number.NaN) }, '(3,)'],
  [{ shape: [1], type: '<f8', data: Float64Array.of(Math.PI) }, '(1,)'],
  [{ shape: [], type: '|u1', data: Uint8Array.of(7) }, '()'],
  [{ shape: [0, 5], type: '<i4', data: new Int32Array(0) }, '(0, 5)'],
  [{ shape: [1, 1, 1, 2], type: '<i2', data: Int16Array.of(-1, 1) }, '(1, 1, 1, 2)'],
])('%# an array is written with its type, its shape and its bytes', (array, tuple) => {
  const file = formatNpy(array);
  const { header, data } = readNpy(file);
  expect(header.trimEnd()).toBe(`{'descr': '${array.type}', 'fortran_order': False, 'shape': ${tuple}, }`);
  expect(header.endsWith('\n')).toBe(true);
  expect(data).toEqual(new Uint8Array(array.data.buffer));
});

test('data start at a multiple of 64 bytes, whatever the length of the shape', () => {
  for (let axes = 0; axes < 40; axes++) {
    const file = formatNpy({ shape: Array<number>(axes).fill(1), type: '|u1', data: Uint8Array.of(9) });
    expect((file.length - 1) % 64).toBe(0);
    expect(readNpy(file).data).toEqual(Uint8Array.of(9));
  }
});

test('a part of a larger buffer is written, not the buffer', () => {
  const part = Uint16Array.of(1, 2, 3, 4).subarray(1, 3);
  expect(readNpy(formatNpy({ shape: [2], type: '<u2', data: part })).data).toEqual(Uint8Array.of(2, 0, 3, 0));
});

test('a zip member inflates to the .npy and bears its CRC', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 500 }), (data) => {
      const array: NpyArray = { shape: [data.length], type: '|u1', data };
      const npz = formatNpz({ probabilities: array });
      const expected = formatNpy(array);
      expect(unzipSync(npz)['probabilities.npy']).toEqual(expected);
      expect(new DataView(npz.buffer).getUint32(14, true)).toBe(crc32Of(expected));
    }),
  );
});

test('the same arrays give the same bytes', () => {
  const arrays = { a: { shape: [1], type: '|u1', data: Uint8Array.of(1) } } as const;
  expect(formatNpz(arrays)).toEqual(formatNpz(arrays));
});

test('data that do not fill the shape are refused', () => {
  expect(() => formatNpy({ shape: [2, 2], type: '|u1', data: new Uint8Array(3) })).toThrow(RangeError);
});

/** CRC-32 of zip, bit by bit. */
function crc32Of(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
