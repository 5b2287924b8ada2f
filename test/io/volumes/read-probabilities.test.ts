import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesSource } from '../../../src/io/bytes/byte-source.ts';
import { halfToNumber } from '../../../src/core/volume/half-float.ts';
import { readProbabilities } from '../../../src/io/volumes/read-probabilities.ts';
import { readZipDirectory, readZipEntry } from '../../../src/io/compression/zip.ts';
import { codeOf } from '../expect-dicelens-error.ts';
import { floats, makeNpy, makeZip } from '../make-npz.ts';

const source = (bytes: Uint8Array) => bytesSource('case.npz', bytes);
const npz = (npy: Uint8Array, key = 'probabilities') => source(makeZip([{ name: `${key}.npy`, bytes: npy }]));
const shape = [2, 2, 3, 4] as const; // channels, z, y, x
const values = Array.from({ length: 48 }, (_, i) => [0, 0.25, 0.5, 1][(i * i) % 4]);
const valuesOf = ({ data, type }: { data: ArrayLike<number>; type: string }) =>
  Array.from(data, (v) => (type === 'float16' ? halfToNumber(v) : v));
const code = (npy: Uint8Array, expectedChannels?: number) =>
  codeOf(() => readProbabilities(npz(npy), { expectedChannels }));

describe.each(['<f2', '>f2', '<f4', '>f4', '<f8', '>f8'])('type %s', (descr) => {
  test('channel after channel, x fastest', async () => {
    for (const version of [1, 2, 3]) {
      const { volume, key } = await readProbabilities(
        npz(makeNpy(descr, shape, floats(descr, values), { version })),
        { expectedChannels: 2 },
      );
      expect([volume.size, volume.channels, key]).toEqual([[4, 3, 2], 2, 'probabilities']);
      expect(valuesOf(volume)).toEqual(values);
    }
  });

  test('Fortran order is turned', async () => {
    const turned: number[] = [];
    for (let x = 0; x < 4; x++)
      for (let y = 0; y < 3; y++)
        for (let z = 0; z < 2; z++)
          for (let c = 0; c < 2; c++) turned.push(values[x + 4 * (y + 3 * (z + 2 * c))]);
    const npy = makeNpy(descr, shape, floats(descr, turned), { fortran: true });
    expect(valuesOf((await readProbabilities(npz(npy))).volume)).toEqual(values);
  });

  test('what is no probability is counted and placed', async () => {
    for (const bad of [Number.NaN, 2, -1]) {
      for (const at of [0, 1, 30, 47]) {
        const spoilt = values.map((value, i) => (i === at || i === 47 ? bad : value));
        const error = await readProbabilities(npz(makeNpy(descr, shape, floats(descr, spoilt)))).catch(
          (e: unknown) => e,
        );
        const voxel = [at % 4, Math.floor(at / 4) % 3, Math.floor(at / 12) % 2];
        expect(error).toMatchObject({
          code: 'probabilitiesRange',
          facts: { count: at === 47 ? 1 : 2, value: bad, channel: at < 24 ? 0 : 1, voxel },
        });
      }
    }
  });
});

test('two spatial dimensions are one slice, and softmax of v1 is read', async () => {
  const npy = makeNpy('<f4', [2, 3, 4], floats('<f4', values.slice(0, 24)));
  const { volume, key } = await readProbabilities(npz(npy, 'softmax'));
  expect([volume.size, key]).toEqual([[4, 3, 1], 'softmax']);
});

test('the range of float16 is judged as its numbers are, for all 65,536 bit patterns', async () => {
  for (let from = 0; from < 65_536; from += 4096) {
    const bits = Array.from({ length: 4096 }, (_, i) => from + i);
    const outside = bits.filter((b) => !(halfToNumber(b) >= -1e-3 && halfToNumber(b) <= 1.001));
    const npy = makeNpy('<f2', [1, 1, 4096], new Uint8Array(Uint16Array.from(bits).buffer));
    const error = await readProbabilities(npz(npy)).catch((e: unknown) => e);
    if (outside.length === 0) expect(error).toHaveProperty('volume');
    else expect(error).toMatchObject({ facts: { count: outside.length, voxel: [outside[0] - from, 0, 0] } });
  }
});

describe('what cannot be read is named', () => {
  const good = makeNpy('<f4', shape, floats('<f4', values));

  test('types, shapes, channels, pickles', async () => {
    expect(await code(makeNpy('|O', [1], new Uint8Array(8)))).toBe('npyPickled');
    expect(await code(makeNpy('<i4', shape, new Uint8Array(192)))).toBe('npyType');
    expect(await code(makeNpy("[('a', '<f4')]", shape, new Uint8Array(192)))).toBe('npyType');
    expect(await code(makeNpy('<f4', [48], floats('<f4', values)))).toBe('npyShape');
    expect(await code(makeNpy('<f4', [0, 2, 2, 2], new Uint8Array(0)))).toBe('npyShape');
    expect(await code(makeNpy('<f4', [9, 9, 9, 9], floats('<f4', values)))).toBe('npyTruncated');
    expect(await code(good.slice(0, -1))).toBe('npyTruncated');
    expect(await code(good, 3)).toBe('probabilitiesChannels');
    expect(await code(good.slice(0, 40))).toBe('npyHeaderBad');
  });

  test('a missing array names those that are there', async () => {
    const error = await readProbabilities(npz(good, 'logits')).catch((e: unknown) => e);
    expect(error).toMatchObject({ code: 'probabilitiesMissing', facts: { keys: ['logits'] } });
  });

  test('an empty file, no zip, and a member that claims too much', async () => {
    expect(await codeOf(() => readProbabilities(source(new Uint8Array(0))))).toBe('fileEmpty');
    expect(await codeOf(() => readProbabilities(source(good)))).toBe('notZip');
    const zip = makeZip([{ name: 'probabilities.npy', bytes: good }]);
    const view = new DataView(zip.buffer);
    const entry = view.getUint32(zip.length - 6, true);
    view.setUint32(entry + 24, 2 ** 31, true);
    expect(await codeOf(() => readProbabilities(source(zip)))).toBe('npyTooLarge');
  });
});

describe('zip archives', () => {
  const members = [
    { name: 'stored', bytes: Uint8Array.from({ length: 100 }, (_, i) => i), isStored: true },
    { name: 'deflated', bytes: new Uint8Array(1000).fill(7) },
    { name: 'empty', bytes: new Uint8Array(0), isStored: true },
  ];

  test.each([false, true])('members stored and deflated, zip64 %s', async (zip64) => {
    const archive = source(makeZip(members, { zip64 }));
    const entries = await readZipDirectory(archive);
    expect(entries.map(({ name, size }) => [name, size])).toEqual(
      members.map((m) => [m.name, m.bytes.length]),
    );
    for (const [i, entry] of entries.entries()) {
      expect(await readZipEntry(archive, entry)).toEqual(members[i].bytes);
    }
  });

  test('a wrong sum, encryption and other methods are refused', async () => {
    const [entry] = await readZipDirectory(source(makeZip(members)));
    const archive = source(makeZip(members));
    expect(await codeOf(() => readZipEntry(archive, { ...entry, crc: 1 }))).toBe('zipMemberBad');
    expect(await codeOf(() => readZipEntry(archive, { ...entry, method: 12 }))).toBe('zipUnsupported');
    expect(await codeOf(() => readZipEntry(archive, { ...entry, isEncrypted: true }))).toBe('zipUnsupported');
    expect(await codeOf(() => readZipEntry(archive, { ...entry, headerOffset: 3 }))).toBe('zipDirectoryBad');
  });
});

describe('damage gives a DiceLensError or a value, never another error', () => {
  const bytes = makeZip([
    { name: 'probabilities.npy', bytes: makeNpy('<f2', [2, 2, 2, 2], floats('<f2', values.slice(0, 16))) },
  ]);
  const bytes64 = makeZip(
    [{ name: 'probabilities.npy', bytes: makeNpy('<f2', [2, 2, 2, 2], floats('<f2', values.slice(0, 16))) }],
    { zip64: true },
  );

  test('cut at every length', async () => {
    for (let length = 0; length < bytes.length; length++) {
      expect(await codeOf(() => readProbabilities(source(bytes.slice(0, length))))).not.toBe('no error');
    }
  });

  test.each([bytes, bytes64])('any bits flipped', async (whole) => {
    const flips = fc.array(fc.nat(whole.length * 8 - 1), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(flips, async (bits) => {
        const flipped = whole.slice();
        for (const bit of bits) flipped[bit >> 3] ^= 1 << (bit & 7);
        await codeOf(() => readProbabilities(source(flipped)));
      }),
      { numRuns: 2500 },
    );
  });

  test('any text as the header of an array', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 80 }), fc.nat(4), async (text, version) => {
        const npy = makeNpy('<f4', [1], new Uint8Array(4), { version });
        npy.set(new TextEncoder().encode(text).subarray(0, npy.length - 12), 12);
        await code(npy);
      }),
      { numRuns: 500 },
    );
  });
});
