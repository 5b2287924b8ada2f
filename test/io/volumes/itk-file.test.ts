import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DiceLensError } from '../../../src/core/errors.ts';
import { bytesSource } from '../../../src/io/bytes/byte-source.ts';
import { readChannels } from '../../../src/io/volumes/read-channels.ts';
import { readImage } from '../../../src/io/volumes/read-image.ts';
import { readLabelMap } from '../../../src/io/volumes/read-label-map.ts';
import { codeOf } from '../expect-dicelens-error.ts';
import { makeMetaImage, makeNrrd } from '../make-itk.ts';

const VOXELS = Uint8Array.from({ length: 24 }, (_, i) => i % 5);
const NRRD = [
  'type: unsigned char',
  'dimension: 3',
  'space: left-posterior-superior',
  'sizes: 2 3 4',
  'space directions: (0,2,0) (0.5,0,0) (0,0,3)',
  'kinds: domain domain domain',
  'endian: little',
  'space origin: (10,20,30)',
];
const META = [
  'NDims = 3',
  'BinaryData = True',
  'BinaryDataByteOrderMSB = False',
  'TransformMatrix = 0 1 0 1 0 0 0 0 1',
  'Offset = 10 20 30',
  'ElementSpacing = 2 0.5 3',
  'DimSize = 2 3 4',
  'ElementType = MET_UCHAR',
];
/** R, A, S: the first two rows of L, P, S turned round. */
const AFFINE = [0, -0.5, 0, -10, -2, 0, 0, -20, 0, 0, 3, 30];
const without = (lines: readonly string[], field: string) => lines.filter((line) => !line.startsWith(field));
const read = (name: string, bytes: Uint8Array) => readLabelMap(bytesSource(name, bytes));

describe('NRRD and MetaImage hold the same volume', () => {
  test.each([
    ['raw NRRD', 'a.nrrd', makeNrrd(NRRD, VOXELS)],
    ['gzip NRRD', 'a.seg.nrrd', makeNrrd(NRRD, VOXELS, 'gzip')],
    ['text NRRD', 'a.nrrd', makeNrrd(NRRD, new TextEncoder().encode(VOXELS.join(' ')), 'ascii')],
    ['MetaImage', 'a.mha', makeMetaImage(META, VOXELS)],
    ['packed MetaImage', 'a.mha', makeMetaImage(META, VOXELS, true)],
  ])('%s', async (_, name, bytes) => {
    const map = await read(name, bytes);
    expect([...map.codes]).toEqual([...VOXELS]);
    expect(map.grid).toEqual({ size: [2, 3, 4], spacingMm: [2, 0.5, 3], affine: AFFINE });
    expect(map.warnings).toEqual([]);
  });

  test('RAS directions stay as they are, LAS turns x alone', async () => {
    const inSpace = async (space: string) =>
      (await read('a.nrrd', makeNrrd([...without(NRRD, 'space:'), `space: ${space}`], VOXELS))).grid.affine;
    expect(await inSpace('RAS')).toEqual([0, 0.5, 0, 10, 2, 0, 0, 20, 0, 0, 3, 30]);
    expect(await inSpace('left-anterior-superior')).toEqual([0, -0.5, 0, -10, 2, 0, 0, 20, 0, 0, 3, 30]);
  });

  test('16-bit voxels in either byte order', async () => {
    for (const isLittle of [true, false]) {
      const voxels = new Uint8Array(8);
      [1, 258, 3, 0].forEach((value, i) => new DataView(voxels.buffer).setUint16(2 * i, value, isLittle));
      const nrrd = ['type: uint16', 'dimension: 2', 'sizes: 2 2', `endian: ${isLittle ? 'little' : 'big'}`];
      const meta = [
        'NDims = 2',
        'DimSize = 2 2',
        'ElementType = MET_USHORT',
        `ElementByteOrderMSB = ${isLittle ? 'False' : 'True'}`,
      ];
      for (const bytes of [makeNrrd(nrrd, voxels), makeMetaImage(meta, voxels)]) {
        const { image, warnings } = await readImage(bytesSource('a', bytes));
        expect([...image.stored]).toEqual([1, 258, 3, 0]);
        expect(image.grid.size).toEqual([2, 2, 1]);
        expect(warnings.map(({ code }) => code)).toEqual(['spacing-unknown']);
      }
    }
  });
});

describe('volumes', () => {
  const layers = [
    'type: uint8',
    'dimension: 4',
    'sizes: 2 2 1 2',
    'space: LPS',
    'kinds: list domain domain domain',
  ];
  const first = makeNrrd(
    [...layers, 'space directions: none (1,0,0) (0,1,0) (0,0,1)'],
    new Uint8Array([1, 0, 1, 1, 0, 0, 0, 1]),
  );
  const last = makeNrrd(
    ['type: uint8', 'dimension: 4', 'sizes: 2 1 2 2', 'spacings: 1 1 1 nan'],
    new Uint8Array([1, 1, 0, 0, 0, 1, 0, 1]),
  );
  const channels = makeMetaImage(
    [
      'NDims = 3',
      'DimSize = 2 1 2',
      'ElementSpacing = 1 1 1',
      'ElementType = MET_UCHAR',
      'ElementNumberOfChannels = 2',
    ],
    new Uint8Array([1, 0, 1, 1, 0, 0, 0, 1]),
  );

  test.each([
    ['layers that come first', first],
    ['time that comes last', last],
    ['channels of elements', channels],
  ])('%s are channels', async (_, bytes) => {
    const volume = await readChannels(bytesSource('a', bytes), 2);
    expect([...volume.data]).toEqual([1, 1, 0, 0, 0, 1, 0, 1]);
  });

  test('are no label map', async () => {
    expect(await codeOf(() => read('a.seg.nrrd', first))).toBe('severalVolumes');
  });
});

describe('a detached header', () => {
  const nhdr = new TextEncoder().encode(
    `NRRD0004\n${NRRD.join('\n')}\nencoding: raw\ndata file: folder/a.raw\n`,
  );
  const mhd = new TextEncoder().encode(`${META.join('\n')}\nElementDataFile = a.raw`);
  test.each([
    ['a.nhdr', nhdr],
    ['a.mhd', mhd],
  ])('%s is read with its data in either order', async (name, header) => {
    const files = [bytesSource(name, header), bytesSource('a.raw', VOXELS)];
    expect([...(await readLabelMap(files)).codes]).toEqual([...VOXELS]);
    expect([...(await readLabelMap(files.toReversed())).codes]).toEqual([...VOXELS]);
  });

  test('names the file that is not there', async () => {
    const error = await read('a.mhd', mhd).catch((found: unknown) => found);
    expect(String(error)).toContain('a.raw');
    expect(await codeOf(() => read('a.nhdr', nhdr))).toBe('dataFileMissing');
  });
});

describe('what is wrong is said', () => {
  test.each([
    ['one voxel less', makeNrrd(NRRD, VOXELS.slice(1)), 'claimsMoreThanFile'],
    ['one voxel less, packed', makeNrrd(NRRD, VOXELS.slice(1), 'gzip'), 'gzipTooShort'],
    ['a cut gzip stream', makeNrrd(NRRD, VOXELS, 'gzip').slice(0, -9), 'gzipTruncated'],
    ['one voxel less', makeMetaImage(META, VOXELS.slice(1)), 'claimsMoreThanFile'],
    ['one voxel less, packed', makeMetaImage(META, VOXELS.slice(1), true), 'zlibBad'],
    ['a cut zlib stream', makeMetaImage(META, VOXELS, true).slice(0, -1), 'zlibBad'],
    ['bzip2', makeNrrd(NRRD, VOXELS, 'bzip2'), 'encodingUnknown'],
    ['no sizes', makeNrrd(without(NRRD, 'sizes'), VOXELS), 'headerFieldMissing'],
    ['no DimSize', makeMetaImage(without(META, 'DimSize'), VOXELS), 'headerFieldMissing'],
    ['two sizes for three axes', makeNrrd([...without(NRRD, 'sizes'), 'sizes: 4 6'], VOXELS), 'headerField'],
    ['a size of 0', makeMetaImage([...without(META, 'DimSize'), 'DimSize = 2 3 0'], VOXELS), 'headerField'],
    [
      'colours',
      makeNrrd([...without(NRRD, 'kinds'), 'kinds: RGB-color domain domain'], VOXELS),
      'colourPicture',
    ],
    [
      'flat axes',
      makeMetaImage([...without(META, 'TransformMatrix'), 'TransformMatrix = 1 0 0 1 0 0 0 0 1'], VOXELS),
      'directionsUnusable',
    ],
    ['several data files', makeNrrd([...NRRD, 'data file: LIST'], VOXELS), 'dataFilesSeveral'],
    [
      'huge sizes',
      makeMetaImage([...without(META, 'DimSize'), 'DimSize = 99999 99999 9'], VOXELS),
      'claimsMoreThanLimit',
    ],
  ])('%s', async (_, bytes, code) => {
    expect(await codeOf(() => read('a', bytes))).toBe(code);
  });

  test('any change of a few bytes, or end, gives a value or a sentence', async () => {
    const files = [makeNrrd(NRRD, VOXELS, 'gzip'), makeNrrd(NRRD, VOXELS), makeMetaImage(META, VOXELS, true)];
    const change = fc.tuple(fc.nat(400), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.array(change, { maxLength: 4 }),
        fc.nat(500),
        async (file, changes, end) => {
          const bytes = file.slice(0, end > 400 ? file.length : end);
          for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
          const found = await read('a.nrrd', bytes).catch((error: unknown) => error);
          if (found instanceof Error) expect(found).toBeInstanceOf(DiceLensError);
        },
      ),
      { numRuns: 500 },
    );
  });
});
