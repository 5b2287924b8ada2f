import { constants, deflateRawSync, inflateRawSync, type ZlibOptions } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inflateExactly } from '../../../src/io/compression/inflate.ts';

const { Z_DEFAULT_STRATEGY, Z_FILTERED, Z_FIXED, Z_HUFFMAN_ONLY, Z_RLE } = constants;

const packing: fc.Arbitrary<ZlibOptions> = fc.record({
  level: fc.integer({ min: 0, max: 9 }),
  strategy: fc.constantFrom(Z_DEFAULT_STRATEGY, Z_FILTERED, Z_FIXED, Z_HUFFMAN_ONLY, Z_RLE),
  memLevel: fc.integer({ min: 1, max: 9 }),
  windowBits: fc.integer({ min: 9, max: 15 }),
});

/** Runs, repeated pieces and noise, so that matches of every length and distance occur. */
const content: fc.Arbitrary<Uint8Array> = fc
  .array(
    fc.oneof(
      fc.tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 1, max: 2000 })).map(([value, length]) => {
        return new Uint8Array(length).fill(value);
      }),
      fc.uint8Array({ minLength: 1, maxLength: 300 }),
      fc
        .tuple(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 60 }))
        .map(([piece, times]) => new Uint8Array(piece.length * times).map((_, i) => piece[i % piece.length])),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => Uint8Array.from(Buffer.concat(pieces)));

function inflated(deflated: Uint8Array, size: number): Uint8Array | null {
  const out = new Uint8Array(size).fill(0xa5); // memory that is used again
  return inflateExactly(deflated, out) ? out : null;
}

test('what zlib deflates comes back, whatever its level, strategy, memory and window', () => {
  fc.assert(
    fc.property(content, packing, (bytes, options) => {
      expect(inflated(deflateRawSync(bytes, options), bytes.length)).toEqual(bytes);
    }),
    { numRuns: 500 },
  );
});

test('many blocks, stored, fixed and dynamic, with distances up to 32768, come back', () => {
  let state = 1;
  const noise = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 24;
  const bytes = new Uint8Array(400_000);
  for (let i = 0; i < bytes.length; i++) {
    bytes[i] = i % 70_000 < 32_768 ? noise() : i % 90_000 < 80_000 ? bytes[i - 32_768] : noise() >> 6;
  }
  for (const level of [0, 1, 6, 9]) {
    const found = inflated(deflateRawSync(bytes, { level }), bytes.length);
    expect(found && Buffer.compare(found, bytes)).toBe(0);
  }
});

test('a stream cut off anywhere is refused', () => {
  const bytes = Uint8Array.from({ length: 3000 }, (_, i) => (i % 100 < 60 ? 0 : (i * i) >>> 7));
  for (const options of [{}, { level: 0 }, { strategy: Z_FIXED }]) {
    const deflated = deflateRawSync(bytes, options);
    for (let length = 0; length < deflated.length; length++) {
      expect(inflated(deflated.subarray(0, length), bytes.length)).toBeNull();
    }
  }
});

test('a stream with a byte behind it, and room for one byte more or less, are refused', () => {
  fc.assert(
    fc.property(content, packing, (bytes, options) => {
      const deflated = deflateRawSync(bytes, options);
      expect(inflated(Buffer.concat([deflated, Uint8Array.of(0)]), bytes.length)).toBeNull();
      expect(inflated(deflated, bytes.length + 1)).toBeNull();
      if (bytes.length > 0) expect(inflated(deflated, bytes.length - 1)).toBeNull();
    }),
  );
});

test('of damaged streams those that zlib takes come back as zlib has them, the others are refused', () => {
  fc.assert(
    fc.property(
      content,
      packing,
      fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 4 }),
      (bytes, options, flips) => {
        const deflated = Uint8Array.from(deflateRawSync(bytes, options));
        for (const [at, bits] of flips) deflated[at % deflated.length] ^= bits;
        const expected = withZlib(deflated);
        const found = inflated(deflated, expected?.length ?? bytes.length);
        if (found) expect(found).toEqual(expected);
        else expect(expected).toBeNull();
      },
    ),
    { numRuns: 2000 },
  );
});

test('any bytes are inflated as zlib does or refused, and nothing is thrown', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat({ max: 300 }), (bytes, size) => {
      const expected = withZlib(bytes);
      expect(inflated(bytes, size)).toEqual(expected?.length === size ? expected : null);
      if (expected) expect(inflated(bytes, expected.length)).toEqual(expected);
    }),
    { numRuns: 5000 },
  );
});

/** Null where zlib refuses the stream or leaves bytes behind it. */
function withZlib(deflated: Uint8Array): Uint8Array | null {
  try {
    const { buffer, engine } = inflateRawSync(deflated, { info: true }) as unknown as {
      buffer: Buffer;
      engine: { bytesWritten: number };
    };
    return engine.bytesWritten === deflated.length ? Uint8Array.from(buffer) : null;
  } catch {
    return null;
  }
}
