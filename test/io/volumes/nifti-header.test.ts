import { NIFTI1, NIFTI2 } from 'nifti-reader-js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toWorld } from '../../../src/core/volume/grid.ts';
import { HEADER_BYTES, parseNiftiHeader } from '../../../src/io/volumes/nifti-header.ts';
import { codeOf } from '../expect-dicelens-error.ts';
import { makeNifti } from '../make-nifti.ts';
import type { NiftiFields } from '../make-nifti.ts';

const parse = (fields: NiftiFields, file = 'x.nii') =>
  parseNiftiHeader(file, makeNifti(fields).slice(0, HEADER_BYTES));
const code = (fields: NiftiFields, file?: string) => codeOf(() => parse(fields, file));
const warningsOf = (fields: NiftiFields) => parse(fields).warnings.map((warning) => warning.code);
const rounded = (affine: readonly number[]) => affine.map((value) => Math.round(value * 1e4) / 1e4 + 0);
const orders = [
  { version: 1, littleEndian: true },
  { version: 1, littleEndian: false },
  { version: 2, littleEndian: true },
  { version: 2, littleEndian: false },
] as const;

describe.each(orders)('NIfTI-$version, little-endian $littleEndian', (order) => {
  test('size, type, scaling, offset and spacing are read', () => {
    const header = parse({
      ...order,
      dim: [3, 7, 5, 3],
      datatype: 4,
      slope: 2,
      intercept: -1,
      voxOffset: 560,
      pixdim: [1, 0.5, 2, 3],
      sformCode: 1,
      srow: [0.5, 0, 0, 1, 0, 2, 0, 2, 0, 0, 3, 3],
    });
    expect(header).toEqual({
      ...order,
      isPair: false,
      volumes: 1,
      type: 'int16',
      dataOffset: 560,
      slope: 2,
      intercept: -1,
      warnings: [],
      grid: { size: [7, 5, 3], spacingMm: [0.5, 2, 3], affine: [0.5, 0, 0, 1, 0, 2, 0, 2, 0, 0, 3, 3] },
    });
  });

  test('one, two and four dimensions', () => {
    expect(parse({ ...order, dim: [1, 7] }).grid.size).toEqual([7, 1, 1]);
    expect(parse({ ...order, dim: [2, 7, 5, 9] }).grid.size).toEqual([7, 5, 1]);
    expect(parse({ ...order, dim: [4, 7, 5, 3, 2] }).volumes).toBe(2);
    expect(parse({ ...order, dim: [7, 7, 5, 3, 1, 1, 1, 1] }).volumes).toBe(1);
  });

  test('impossible dimensions', async () => {
    for (const dim of [[0], [8, 1, 1, 1, 1, 1, 1, 1], [-1, 2], [3, 2, -2, 2], [3, 2, 0, 2]]) {
      expect(await code({ ...order, dim })).toBe('niftiDimensions');
    }
    expect(await code({ ...order, dim: [5, 2, 2, 2, 1, 3] })).toBe('tooManyDimensions');
  });

  test('no scaling where the slope is 0 or NaN', () => {
    for (const slope of [0, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(parse({ ...order, slope, intercept: 7 })).toMatchObject({ slope: 1, intercept: 0 });
    }
    expect(parse({ ...order, slope: 3, intercept: Number.NaN })).toMatchObject({ slope: 3, intercept: 0 });
  });

  test('data types that are no label are named', async () => {
    for (const datatype of [0, 1, 32, 128, 1536, 1792, 2048, 2304, 1234]) {
      expect(await code({ ...order, datatype })).toBe('niftiDatatype');
    }
  });

  test('an offset before the end of the header, or none that is a number', async () => {
    expect(await code({ ...order, voxOffset: 100 })).toBe('voxOffsetBad');
    expect(await code({ ...order, voxOffset: -16 })).toBe('voxOffsetBad');
    expect(parse({ ...order, voxOffset: 0 }).dataOffset).toBe(order.version === 1 ? 352 : 544);
    if (order.version === 1) expect(await code({ ...order, voxOffset: Number.NaN })).toBe('voxOffsetBad');
  });
});

describe('the affine is that of nibabel', () => {
  const quarter = Math.SQRT1_2; // a quarter turn about z: (a, b, c, d) = (sqrt 1/2, 0, 0, sqrt 1/2)

  test('the sform goes before the qform, whatever their codes', () => {
    const srow = [2, 0, 0, 1, 0, 2, 0, 2, 0, 0, 2, 3];
    const { affine } = parse({
      pixdim: [1, 2, 2, 2],
      qformCode: 4,
      sformCode: 1,
      quaternion: [0, 0, quarter],
      srow,
    }).grid;
    expect(affine).toEqual(srow);
  });

  test('the qform turns, scales and mirrors by qfac', () => {
    const fields = { pixdim: [-1, 2, 3, 4], qformCode: 1, quaternion: [0, 0, quarter], qoffset: [5, 6, 7] };
    expect(rounded(parse(fields).grid.affine)).toEqual([0, -3, 0, 5, 2, 0, 0, 6, 0, 0, -4, 7]);
    expect(rounded(parse({ ...fields, pixdim: [0, 2, 3, 4] }).grid.affine)[10]).toBe(4);
  });

  test('a quaternion longer than 1 by rounding is no NaN', () => {
    const quaternion = [0, 1.0000001, 0];
    const { affine } = parse({ qformCode: 1, quaternion }).grid;
    expect(rounded(affine)).toEqual([-1, 0, 0, 0, 0, 1, 0, 0, 0, 0, -1, 0]);
  });

  test('without forms the volume is centred and x runs to the left', () => {
    const { affine } = parse({ dim: [3, 3, 5, 7], pixdim: [1, 3, 2, 1] }).grid;
    expect(affine).toEqual([-3, 0, 0, 3, 0, 2, 0, -4, 0, 0, 1, -3]);
    expect(toWorld(affine, [1, 2, 3]).map((v) => v + 0)).toEqual([0, 0, 0]);
  });

  test('NIfTI-2 without sform uses its qform', () => {
    const fields = { version: 2, qformCode: 1, pixdim: [1, 2, 2, 2], qoffset: [1, 2, 3] } as const;
    expect(parse(fields).grid.affine).toEqual([2, 0, 0, 1, 0, 2, 0, 2, 0, 0, 2, 3]);
  });

  test('a form of zeros or NaN is passed over with a warning', () => {
    expect(warningsOf({ sformCode: 1 })).toEqual(['affine-unusable']);
    expect(warningsOf({ qformCode: 1, quaternion: [Number.NaN, 0, 0] })).toEqual(['affine-unusable']);
    expect(parse({ sformCode: 1, qformCode: 1, qoffset: [1, 2, 3] }).grid.affine[3]).toBe(1);
  });
});

describe('the spacing', () => {
  test('metres and microns become millimetres, in the affine too', () => {
    const srow = [2, 0, 0, 1, 0, 2, 0, 2, 0, 0, 2, 3];
    const fields = { pixdim: [1, 2, 2, 2], sformCode: 1, srow };
    expect(parse({ ...fields, units: 1 }).grid).toMatchObject({
      spacingMm: [2000, 2000, 2000],
      affine: srow.map((value) => value * 1000),
    });
    expect(parse({ ...fields, units: 3 + 8 }).grid.spacingMm[0]).toBeCloseTo(0.002, 12);
    expect(parse({ ...fields, units: 0 }).grid.spacingMm).toEqual([2, 2, 2]);
  });

  test('zero and NaN become 1 mm with a warning, negative the absolute', () => {
    for (const bad of [0, Number.NaN]) {
      expect(warningsOf({ pixdim: [1, 1, bad, 1] })).toEqual(['spacing-unknown']);
      expect(parse({ pixdim: [1, 2, bad, 2] }).grid.spacingMm).toEqual([2, 1, 2]);
    }
    expect(warningsOf({ pixdim: [1, -2, 2, 2] })).toEqual(['spacing-negative']);
    expect(parse({ pixdim: [1, -2, 2, 2] }).grid.spacingMm).toEqual([2, 2, 2]);
  });

  test('zero is taken from the sform, and a difference from it is a warning', () => {
    const srow = [2, 0, 0, 0, 0, 2, 0, 0, 0, 0, 2, 0];
    const zero = { pixdim: [1, 0, 2, 2], sformCode: 1, srow };
    expect(warningsOf(zero)).toEqual(['spacing-from-affine']);
    expect(parse(zero).grid.spacingMm).toEqual([2, 2, 2]);
    const other = { ...zero, pixdim: [1, 1, 2, 2] };
    expect(warningsOf(other)).toEqual(['spacing-differs-from-affine']);
    expect(parse(other).grid.spacingMm).toEqual([1, 2, 2]);
  });

  test('an axis that a 2D file does not have needs no spacing', () => {
    expect(warningsOf({ dim: [2, 4, 4], pixdim: [1, 2, 2, 0] })).toEqual([]);
  });
});

describe('where nifti-reader-js is wrong, the header is right', () => {
  const libraryReads = (fields: NiftiFields) => {
    const header = fields.version === 2 ? new NIFTI2() : new NIFTI1();
    header.readHeader(makeNifti(fields).buffer);
    return header;
  };

  test('it prefers a qform of the higher code', () => {
    const fields = { qformCode: 2, sformCode: 1, srow: [1, 0, 0, 9, 0, 1, 0, 9, 0, 0, 1, 9] };
    expect(libraryReads(fields).affine[0][3]).toBe(0);
    expect(parse(fields).grid.affine[3]).toBe(9);
  });

  test('its affine is NaN where the quaternion is too long', () => {
    const fields = { qformCode: 1, quaternion: [0, 1.0000001, 0] };
    expect(libraryReads(fields).affine[0][1]).toBeNaN();
    expect(parse(fields).grid.affine.every(Number.isFinite)).toBe(true);
  });

  test('it stops at an extension of size 0', () => {
    const fields = { voxOffset: 416, voxels: new Uint8Array(8) };
    const bytes = makeNifti(fields);
    bytes[348] = 1;
    expect(() => new NIFTI1().readHeader(bytes.buffer)).toThrow();
    expect(parseNiftiHeader('x.nii', bytes).dataOffset).toBe(416);
  });

  test('its 64-bit numbers are wrong in big-endian files', () => {
    const fields = { version: 2, littleEndian: false, dim: [3, 2 ** 31, 2 ** 33, 2] } as const;
    expect(libraryReads(fields).dims[1]).not.toBe(2 ** 31);
    expect(parse(fields).grid.size).toEqual([2 ** 31, 2 ** 33, 2]);
  });

  test('a long description is read at once', () => {
    expect(parse({ description: 'a description of more than twenty characters' }).grid.size).toEqual([
      2, 2, 2,
    ]);
  });
});

describe('what is not NIfTI is named', () => {
  const named = (start: string, file = 'x.nii.gz') =>
    codeOf(() =>
      parseNiftiHeader(
        file,
        Uint8Array.from(start.padEnd(600, '\0'), (c) => c.charCodeAt(0)),
      ),
    );

  test.each([
    ['version https://git-lfs.github.com/spec/v1\n', 'gitLfsPointer'],
    ['PK\x03\x04', 'foreignFormat'],
    ['NRRD0004\n', 'foreignFormat'],
    ['ObjectType = Image\n', 'foreignFormat'],
    ['CDF\x01', 'foreignFormat'],
    ['\x89HDF\r\n\x1a\n', 'foreignFormat'],
    ['\x93NUMPY', 'foreignFormat'],
    ['\x00'.repeat(128) + 'DICM', 'foreignFormat'],
    ['<!DOCTYPE html>'.padEnd(600), 'foreignFormat'],
    ['{"labels": {}}'.padEnd(600), 'foreignFormat'],
    ['just some words'.padEnd(600), 'foreignFormat'],
    ['\x01\x02\x03\x04', 'notNifti'],
  ])('%j', async (start, expected) => {
    expect(await named(start)).toBe(expected);
  });

  test('an .img without its .hdr', async () => {
    expect(await named('\x01\x02\x03\x04', 'case.img')).toBe('imgWithoutHdr');
  });

  test('Analyze, CIFTI and an unknown magic', async () => {
    expect(await code({ magic: '\0\0\0\0' })).toBe('analyze');
    expect(await code({ magic: 'xyz\0' })).toBe('niftiMagic');
    expect(await code({ version: 2, magic: 'n+2\0\r\n\n\n' })).toBe('niftiMagic');
    expect(await code({ version: 2, intent: 3001 })).toBe('cifti');
    expect(await code({ version: 2, dim: [6, 1, 1, 1, 1, 10, 10] })).toBe('cifti');
  });

  test('a header cut at every length', async () => {
    for (const version of [1, 2] as const) {
      const whole = makeNifti({ version }).slice(0, version === 1 ? 348 : 540);
      for (let length = 0; length < whole.length; length++) {
        const expected = length < 4 ? /foreignFormat|notNifti/ : /niftiHeaderShort/;
        expect(await codeOf(() => parseNiftiHeader('x.nii', whole.slice(0, length)))).toMatch(expected);
      }
    }
  });
});

test('any bytes, and any header with bits flipped, give a header or a FormatError', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), async (bytes) => {
      await codeOf(() => parseNiftiHeader('x.nii', Uint8Array.from(bytes)));
    }),
    { numRuns: 1000 },
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...orders),
      fc.array(fc.nat(540 * 8 - 1), { minLength: 1, maxLength: 6 }),
      async (order, bits) => {
        const bytes = makeNifti({ ...order, sformCode: 1, qformCode: 1 }).slice(0, HEADER_BYTES);
        for (const bit of bits) if (bit >> 3 < bytes.length) bytes[bit >> 3] ^= 1 << (bit & 7);
        await codeOf(() => {
          const { grid, slope, intercept } = parseNiftiHeader('x.nii', bytes);
          expect([...grid.affine, ...grid.spacingMm, slope, intercept].every(Number.isFinite)).toBe(true);
        });
      },
    ),
    { numRuns: 3000 },
  );
});
