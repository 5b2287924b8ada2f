import { encode } from 'fast-png';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DiceLensError } from '../../../src/core/errors.ts';
import { bytesSource } from '../../../src/io/bytes/byte-source.ts';
import { readLabelMap } from '../../../src/io/volumes/read-label-map.ts';
import { codeOf } from '../expect-dicelens-error.ts';

const png = (data: Uint8Array | Uint16Array, depth: 8 | 16, channels = 1) =>
  encode({ width: 3, height: 2, data, depth, channels });
const read = (bytes: Uint8Array) => readLabelMap(bytesSource('a', bytes));

/** Little-endian, one strip of 8-bit grey a page, 3 x 2. */
function makeTiff(pages: readonly (readonly number[])[], photometric = 1): Uint8Array {
  const bytes = new Uint8Array(8 + pages.length * 110);
  const view = new DataView(bytes.buffer);
  [0x49, 0x49, 42, 0, 8].forEach((value, i) => (bytes[i] = value));
  pages.forEach((page, p) => {
    const at = 8 + p * 110;
    const tags = [
      [256, 3],
      [257, 2],
      [258, 8],
      [259, 1],
      [262, photometric],
      [273, at + 102],
      [277, 1],
      [278, 2],
    ];
    view.setUint16(at, tags.length, true);
    tags.forEach(([tag, value], i) => {
      view.setUint16(at + 2 + 12 * i, tag, true);
      view.setUint16(at + 4 + 12 * i, 4, true);
      view.setUint32(at + 6 + 12 * i, 1, true);
      view.setUint32(at + 10 + 12 * i, value, true);
    });
    view.setUint32(at + 98, p + 1 < pages.length ? at + 110 : 0, true);
    bytes.set(page, at + 102);
  });
  return bytes;
}

function makeBmp(rowsFromTop: readonly (readonly number[])[], paletteStep = 1): Uint8Array {
  const [height, width] = [rowsFromTop.length, rowsFromTop[0].length];
  const row = Math.ceil(width / 4) * 4;
  const bytes = new Uint8Array(1078 + row * height);
  const view = new DataView(bytes.buffer);
  bytes.set([0x42, 0x4d]);
  [
    [10, 1078],
    [14, 40],
    [18, width],
    [22, height],
  ].forEach(([at, value]) => view.setUint32(at, value, true));
  view.setUint16(28, 8, true);
  for (let i = 0; i < 256; i++) bytes.fill(i * paletteStep, 54 + 4 * i, 57 + 4 * i);
  rowsFromTop.forEach((values, y) => bytes.set(values, 1078 + row * (height - 1 - y)));
  return bytes;
}

test.each([
  ['PNG of 8 bits', png(Uint8Array.of(0, 1, 2, 3, 200, 5), 8), [0, 1, 2, 3, 200, 5]],
  ['PNG of 16 bits', png(Uint16Array.of(0, 1, 2, 3, 1000, 5), 16), [0, 1, 2, 3, 1000, 5]],
  [
    'BMP',
    makeBmp([
      [0, 1, 2],
      [3, 200, 5],
    ]),
    [0, 1, 2, 3, 200, 5],
  ],
  ['TIFF', makeTiff([[0, 1, 2, 3, 200, 5]]), [0, 1, 2, 3, 200, 5]],
  [
    'TIFF of two pages',
    makeTiff([
      [0, 1, 2, 3, 4, 5],
      [5, 0, 0, 0, 0, 1],
    ]),
    [0, 1, 2, 3, 4, 5, 5, 0, 0, 0, 0, 1],
  ],
])('%s: grey values are labels as they are', async (_, bytes, labels) => {
  const map = await read(bytes);
  expect([...map.codes].map((code) => map.labels[code])).toEqual(labels);
  expect(map.grid.size).toEqual([3, 2, labels.length / 6]);
  expect(map.grid.affine).toEqual([-1, 0, 0, 0, 0, -1, 0, 0, 0, 0, 1, 0]);
  expect(map.warnings.map(({ code }) => code)).toEqual(['spacing-unknown']);
});

test.each([
  ['RGB', png(new Uint8Array(18), 8, 3)],
  ['a BMP with colours', makeBmp([[0, 1]], 2)],
  ['a TIFF with a palette', makeTiff([[0, 0, 0, 0, 0, 0]], 3)],
])('%s is refused in a sentence', async (_, bytes) => {
  expect(await codeOf(() => read(bytes))).toBe('colourPicture');
});

test('a picture that is cut off or changed gives a value or a sentence', async () => {
  const files = [png(Uint8Array.of(0, 1, 2, 3, 4, 5), 8), makeBmp([[0, 1]]), makeTiff([[0, 1, 2, 3, 4, 5]])];
  const changes = fc.array(fc.tuple(fc.nat(120), fc.nat(255)), { maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...files), changes, fc.nat(200), async (file, changed, end) => {
      const bytes = file.slice(0, end > 120 ? file.length : end);
      for (const [at, value] of changed) if (at < bytes.length) bytes[at] = value;
      const found = await read(bytes).catch((error: unknown) => error);
      if (found instanceof Error) expect(found).toBeInstanceOf(DiceLensError);
    }),
    { numRuns: 300 },
  );
});
