import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocate, bytesSource } from '../../../src/io/bytes/byte-source.ts';
import { crc32 } from '../../../src/io/compression/crc32.ts';
import { isGzip, readGzip } from '../../../src/io/compression/gzip.ts';
import { inflateStart } from '../../../src/io/compression/gzip-stream.ts';
import { codeOf } from '../expect-dicelens-error.ts';

const source = (bytes: Uint8Array) => bytesSource('file.gz', bytes);
const read = async (bytes: Uint8Array, needed: number) =>
  (await readGzip(source(bytes), needed)).subarray(0, needed);
/** Bytes with runs of zeros and of noise, like a label map. */
const runs = fc
  .array(fc.tuple(fc.nat(300), fc.nat(3)), { maxLength: 20 })
  .map((parts) => Uint8Array.from(parts.flatMap(([length, value]) => Array<number>(length).fill(value))));
const pieces = fc.oneof(fc.uint8Array({ maxLength: 600 }), runs);

test('the check sum is that of zlib at every length and alignment, zeros included', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  fc.assert(
    fc.property(pieces, fc.nat(7), (bytes, shift) => {
      const moved = new Uint8Array(bytes.length + shift);
      moved.set(bytes, shift);
      expect(crc32(moved.subarray(shift))).toBe(bitByBit(bytes));
    }),
    { numRuns: 500 },
  );
  for (const length of [0, 1, 3, 4, 15, 16, 17, 63, 64, 65, 127, 128, 129, 1000]) {
    for (const value of [0, 255]) {
      const bytes = new Uint8Array(length).fill(value);
      expect(crc32(bytes)).toBe(bitByBit(bytes));
    }
  }
});

function bitByBit(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

test('any bytes in any number of members, padded or not, come back', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(pieces, { minLength: 1, maxLength: 5 }),
      fc.nat(20),
      fc.boolean(),
      fc.nat(9),
      async (members, padding, between, level) => {
        const whole = Buffer.concat(members);
        const zeros = Buffer.alloc(padding);
        const parts = members.flatMap((part, i) => [
          gzipSync(part, { level }),
          between || i === members.length - 1 ? zeros : Buffer.alloc(0),
        ]);
        expect(Buffer.from(await read(Buffer.concat(parts), whole.length)).equals(whole)).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});

test('a header with name, comment, extra field and its own sum is passed over', async () => {
  const plain = Uint8Array.from({ length: 500 }, (_, i) => i % 7);
  const packed = gzipSync(plain);
  const text = (value: string) => [...new TextEncoder().encode(value), 0];
  const before = [...packed.subarray(0, 10), 5, 0, 1, 2, 3, 4, 5, ...text('label.nii'), ...text('a comment')];
  before[3] = 4 + 8 + 16;
  expect(await read(Uint8Array.from([...before, ...packed.subarray(10)]), 500)).toEqual(plain);
  before[3] += 2;
  const sum = bitByBit(Uint8Array.from(before)) & 0xffff;
  const summed = [...before, sum & 255, sum >> 8, ...packed.subarray(10)];
  expect(await read(Uint8Array.from(summed), 500)).toEqual(plain);
});

test('members that end where a slice of reading ends are followed by the next', async () => {
  const first = gzipSync(Buffer.from('first'));
  const sliced = { ...source(Buffer.concat([first, gzipSync(Buffer.from('second'))])) };
  const out = new Uint8Array(11);
  const filler = Buffer.alloc(2 ** 20 - first.length); // the second member begins with the second slice
  const padded = Buffer.concat([first, filler, gzipSync(Buffer.from('second'))]);
  expect(Buffer.from(await read(padded, 11)).toString()).toBe('firstsecond');
  expect(await inflateStart(sliced, out)).toBe(11);
});

test('more than the header needs is read as far as it is needed', async () => {
  const plain = Buffer.alloc(5000, 'abc');
  expect(await read(gzipSync(plain), 100)).toEqual(new Uint8Array(plain.subarray(0, 100)));
});

test('the memory to inflate into can be given, and is of the exact size', async () => {
  const asked: number[] = [];
  const take = (bytes: number) => {
    asked.push(bytes);
    return allocate(bytes, '');
  };
  const out = await readGzip(source(gzipSync(Buffer.alloc(1000, 7))), 900, { allocate: take });
  expect([asked, out.length]).toEqual([[1000], 1000]);
});

describe('damage is told in its own words', () => {
  const plain = Buffer.from(Array.from({ length: 3000 }, (_, i) => (i * i) % 13));
  const packed = gzipSync(plain);

  test('truncated at every length', async () => {
    for (let length = 0; length < packed.length; length++) {
      const cut = packed.subarray(0, length);
      const expected = length === 0 ? 'gzipTooShort' : 'gzipTruncated';
      expect(await codeOf(() => read(cut, plain.length))).toBe(expected);
    }
  });

  test('every bit flipped gives the bytes or an error of gzip', async () => {
    for (let bit = 0; bit < packed.length * 8; bit++) {
      const flipped = Uint8Array.from(packed);
      flipped[bit >> 3] ^= 1 << (bit & 7);
      const code = await codeOf(async () => {
        expect(Buffer.from(await read(flipped, plain.length)).equals(plain)).toBe(true);
      });
      expect(code).toMatch(/^(no error|gzip.*)$/);
      const inTrailer = bit >= (packed.length - 8) * 8;
      if (inTrailer) expect(code).toBe('gzipBadSum');
    }
  });

  test('any bytes behind the signature', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 100 }), async (bytes) => {
        const code = await codeOf(() =>
          read(Uint8Array.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, ...bytes]), 50),
        );
        expect(code).toMatch(/^(no error|gzip.*)$/);
      }),
      { numRuns: 2000 },
    );
  });

  test('a stream that holds less than the header says', async () => {
    expect(await codeOf(() => read(packed, plain.length + 1))).toBe('gzipTooShort');
  });

  test('garbage behind the stream', async () => {
    expect(await codeOf(() => read(Buffer.concat([packed, Buffer.from('garbage')]), 3000))).toBe(
      'gzipCorrupt',
    );
  });

  test('a bomb is stopped 64 MiB behind what was needed', async () => {
    const bomb = gzipSync(Buffer.alloc(2 ** 26 + 2000), { level: 1 });
    expect(await codeOf(() => read(bomb, 1000))).toBe('gzipTooLong');
    expect(await codeOf(() => read(bomb, 2000))).toBe('no error');
  });
});

test('gzip is recognised by its first bytes alone', () => {
  expect(isGzip(gzipSync(''))).toBe(true);
  expect(isGzip(Uint8Array.of(0x1f, 0x8b))).toBe(false);
  expect(isGzip(new Uint8Array(0))).toBe(false);
});
