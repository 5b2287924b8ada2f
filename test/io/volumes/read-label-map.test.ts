import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DiceLensError, sayWarning } from '../../../src/core/errors.ts';
import type { LabelMap } from '../../../src/core/volume/volume.ts';
import { bytesSource } from '../../../src/io/bytes/byte-source.ts';
import { readLabelMap } from '../../../src/io/volumes/read-label-map.ts';
import { codeOf } from '../expect-dicelens-error.ts';
import { makeNifti, makeTypedNifti, STORED_TYPES } from '../make-nifti.ts';
import type { NiftiFields, StoredType } from '../make-nifti.ts';

const file = (bytes: Uint8Array, name = 'case.nii.gz') => bytesSource(name, bytes);
const readValues = (type: StoredType, values: readonly number[], fields?: NiftiFields) =>
  readLabelMap(file(makeTypedNifti(type, values, fields)));
const labelsOf = ({ codes, labels }: LabelMap) => Array.from(codes, (code) => labels[code]);
const warningsOf = (map: LabelMap) => map.warnings.map((warning) => warning.code);

const RANGE: Record<StoredType, [number, number]> = {
  uint8: [0, 255],
  int8: [-128, 127],
  uint16: [0, 65_535],
  int16: [-32_768, 32_767],
  uint32: [0, 2 ** 32 - 1],
  int32: [-(2 ** 31), 2 ** 31 - 1],
  uint64: [0, 2 ** 53 - 1],
  int64: [-(2 ** 53) + 1, 2 ** 53 - 1],
  float32: [-(2 ** 24), 2 ** 24],
  float64: [-(2 ** 53) + 1, 2 ** 53 - 1],
};

describe.each(STORED_TYPES)('%s', (type) => {
  const [min, max] = RANGE[type];
  const few = fc.array(fc.integer({ min, max }), { minLength: 1, maxLength: 4 });
  const voxels = few.chain((values) =>
    fc.array(fc.constantFrom(...values, ...values.slice(0, 1)), { minLength: 1, maxLength: 70 }),
  );

  test('any labels in either byte order, packed or not, come back voxel by voxel', async () => {
    await fc.assert(
      fc.asyncProperty(voxels, fc.boolean(), fc.boolean(), async (values, littleEndian, isPacked) => {
        const bytes = makeTypedNifti(type, values, { littleEndian });
        const map = await readLabelMap(file(isPacked ? gzipSync(bytes) : bytes));
        expect(labelsOf(map)).toEqual(values);
        expect(map.present).toEqual([...new Set(values)].sort((a, b) => a - b));
      }),
      { numRuns: 120 },
    );
  });

  test('small labels are their own codes in types of 8 and 16 bits, and packed in wider ones', async () => {
    const map = await readValues(type, [3, 0, 3, 1]);
    const isNarrow = /8|16/.test(type);
    expect([...map.codes]).toEqual(isNarrow ? [3, 0, 3, 1] : [2, 0, 2, 1]);
    expect(map.labels).toEqual(isNarrow ? [0, 1, 2, 3] : [0, 1, 3]);
    expect(map.codes).toBeInstanceOf(Uint8Array);
    expect(map.warnings).toEqual([]);
  });
});

test.each([
  [255, Uint8Array, 256],
  [256, Uint16Array, 257],
  [2047, Uint16Array, 2048],
  [2048, Uint8Array, 2],
])('of 16-bit labels up to %i the codes are a %o', async (highest, array, labels) => {
  for (const littleEndian of [true, false]) {
    const map = await readValues('uint16', [0, highest, 0], { littleEndian });
    expect(map.codes).toBeInstanceOf(array);
    expect([map.labels.length, labelsOf(map)]).toEqual([labels, [0, highest, 0]]);
  }
});

test.each([255, 256, 257, 65_536])('%i different labels find their codes', async (count) => {
  const values = Array.from({ length: count }, (_, i) => (i * 7919) % count).map((v) => v + 3000);
  const map = await readValues('int32', values, {
    dim: [3, count / (count % 256 ? 1 : 256), count % 256 ? 1 : 256, 1],
  });
  expect(map.codes).toBeInstanceOf(count <= 256 ? Uint8Array : Uint16Array);
  expect(labelsOf(map)).toEqual(values);
  expect(warningsOf(map)).toEqual(count > 2048 ? ['label-above-65535', 'many-labels'] : []);
});

test('65,537 different labels are refused', async () => {
  const values = Array.from({ length: 65_537 }, (_, i) => i);
  const dim = [3, 65_537, 1, 1];
  expect(await codeOf(() => readValues('float64', values, { version: 2, dim }))).toBe('tooManyLabels');
});

describe('values that are no integers', () => {
  test('within a thousandth they are rounded, counted and named', async () => {
    const map = await readValues('float32', [0, 1.0009, 1, 1.9995, 1.0009]);
    expect(labelsOf(map)).toEqual([0, 1, 1, 2, 1]);
    expect(map.warnings).toMatchObject([{ code: 'labels-rounded', facts: { voxel: [1, 0, 0], voxels: 3 } }]);
  });

  test('minus zero is zero', async () => {
    const map = await readValues('float32', [-0, -0.0004, 0]);
    expect(map.present).toEqual([0]);
    expect(Object.is(map.present[0], 0)).toBe(true);
  });

  test('exact integers in float files give no warning', async () => {
    expect((await readValues('float64', [0, 1, 4])).warnings).toEqual([]);
    expect((await readValues('int16', [0, 10, 20], { slope: 0.1 })).warnings).toEqual([]);
  });

  test.each([
    ['float32', [0, 0, 0.002], 'labelNotInteger', [2, 0, 0]],
    ['float32', [0, Number.NaN], 'labelNotFinite', [1, 0, 0]],
    ['float64', [0, 1, Number.NEGATIVE_INFINITY], 'labelNotFinite', [2, 0, 0]],
    ['float64', [0, 2 ** 53], 'labelTooLarge', [1, 0, 0]],
    ['int64', [0, 2 ** 60], 'labelTooLarge', [1, 0, 0]],
  ] as const)('%s %j is refused with value and voxel', async (type, values, code, voxel) => {
    const error = await readValues(type, values).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(DiceLensError);
    expect(error).toMatchObject({ code, facts: { file: 'case.nii.gz', voxel } });
  });

  test('a scaled integer is named where it first stands in the file', async () => {
    const error = await readValues('uint8', [0, 2, 1, 2], { slope: 1 / 3 }).catch((e: unknown) => e);
    expect(error).toMatchObject({ code: 'labelNotInteger', facts: { voxel: [1, 0, 0] } });
    expect(await codeOf(() => readValues('int16', [0, 1], { slope: 1e30 }))).toBe('labelTooLarge');
  });
});

test('scaling is applied to every type', async () => {
  for (const type of STORED_TYPES) {
    const map = await readValues(type, [0, 1, 2, 1], { slope: 3, intercept: 2 });
    expect(labelsOf(map)).toEqual([2, 5, 8, 5]);
  }
});

test('negative and huge labels are kept with value, first voxel and count', async () => {
  const { warnings } = await readValues('int32', [0, -1, 70_000, -2]);
  expect(warnings.map(({ code, facts }) => [code, facts])).toEqual([
    ['label-negative', { file: 'case.nii.gz', value: -1, voxel: [1, 0, 0], voxels: 2 }],
    ['label-above-65535', { file: 'case.nii.gz', value: 70_000, voxel: [2, 0, 0], voxels: 1 }],
  ]);
  for (const warning of warnings) {
    expect(sayWarning(warning, 'en')).toContain('case.nii.gz');
    expect(sayWarning(warning, 'zh-CN')).toContain('case.nii.gz');
  }
});

describe('the size is judged before memory is taken', () => {
  test('more than 4 GiB', async () => {
    const huge = makeNifti({ dim: [3, 32_000, 32_000, 32_000] });
    expect(await codeOf(() => readLabelMap(file(huge)))).toBe('claimsMoreThanLimit');
    expect(await codeOf(() => readLabelMap(file(gzipSync(huge))))).toBe('claimsMoreThanLimit');
  });

  test('more than the file has, or its gzip can hold', async () => {
    const large = makeNifti({ dim: [3, 1000, 1000, 1000] });
    expect(await codeOf(() => readLabelMap(file(large)))).toBe('claimsMoreThanFile');
    expect(await codeOf(() => readLabelMap(file(gzipSync(large))))).toBe('claimsMoreThanGzip');
  });

  test('one byte short', async () => {
    const bytes = makeNifti();
    expect(await codeOf(() => readLabelMap(file(bytes.slice(0, -1))))).toBe('claimsMoreThanFile');
    expect(await codeOf(() => readLabelMap(file(gzipSync(bytes.slice(0, -1)))))).toBe('gzipTooShort');
  });

  test('several volumes', async () => {
    const bytes = makeNifti({ dim: [4, 2, 2, 1, 2] });
    expect(await codeOf(() => readLabelMap(file(bytes)))).toBe('severalVolumes');
    expect((await readLabelMap(file(makeNifti({ dim: [4, 2, 2, 2, 1] })))).codes.length).toBe(8);
  });
});

test('a .hdr and its .img are one file, in either order; one alone is a sentence', async () => {
  const header = makeNifti({ magic: 'ni1\0', voxOffset: 0, voxels: new Uint8Array(0) }).slice(0, 348);
  const hdr = file(header, 'case.hdr');
  const voxels = Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 7);
  for (const bytes of [voxels, gzipSync(voxels)]) {
    const img = file(bytes, 'case.img');
    for (const pair of [
      [hdr, img],
      [img, hdr],
    ]) {
      expect(labelsOf(await readLabelMap(pair))).toEqual([...voxels]);
    }
  }
  expect(await codeOf(() => readLabelMap(hdr))).toBe('hdrWithoutImg');
  expect(await codeOf(() => readLabelMap(file(voxels, 'case.img')))).toBe('imgWithoutHdr');
  expect(await codeOf(() => readLabelMap([hdr, file(voxels.slice(1), 'case.img')]))).toBe(
    'claimsMoreThanFile',
  );
});

test('voxels at an odd place in the file are read', async () => {
  for (const type of ['uint8', 'int16', 'float64'] as const) {
    const bytes = makeTypedNifti(type, [1, 0, 2], { voxOffset: 365 });
    expect(labelsOf(await readLabelMap(file(bytes)))).toEqual([1, 0, 2]);
    expect(labelsOf(await readLabelMap(file(gzipSync(bytes))))).toEqual([1, 0, 2]);
  }
});

test('the buffer of wide voxels is not kept for their codes', async () => {
  const values = Array.from({ length: 9000 }, (_, i) => i % 300);
  const map = await readValues('float64', values, { dim: [3, 9000, 1, 1] });
  expect(map.codes.buffer.byteLength).toBe(18_000);
  expect(labelsOf(map)).toEqual(values);
});

test('an aborted reading stops with the abort itself', async () => {
  const signal = AbortSignal.abort();
  await expect(readLabelMap(file(makeNifti()), { signal })).rejects.toBe(signal.reason);
});

describe('damage gives a DiceLensError or a value, never another error', () => {
  const bytes = makeTypedNifti('int16', [0, 1, 2, 1], {
    sformCode: 1,
    srow: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0],
  });

  test('cut at every length', async () => {
    const packed = gzipSync(bytes);
    for (let length = 0; length < bytes.length; length++) {
      expect(await codeOf(() => readLabelMap(file(bytes.slice(0, length))))).not.toBe('no error');
    }
    for (let length = 0; length < packed.length; length++) {
      expect(await codeOf(() => readLabelMap(file(packed.subarray(0, length))))).not.toBe('no error');
    }
  });

  test('any bits of the file flipped, packed or not', async () => {
    const flips = fc.array(fc.nat(bytes.length * 8 - 1), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(flips, fc.boolean(), async (bits, isPacked) => {
        const flipped = bytes.slice();
        for (const bit of bits) flipped[bit >> 3] ^= 1 << (bit & 7);
        await codeOf(() => readLabelMap(file(isPacked ? gzipSync(flipped) : flipped)));
      }),
      { numRuns: 3000 },
    );
  });
});
