import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHUNK } from '../../src/engine/cpu/in-chunks.ts';
import { countPatternsCpu } from '../../src/engine/cpu/pattern-counts.ts';
import { computePatterns } from '../../src/engine/cpu/patterns.ts';
import { cellsOf, plainCounts, plainPatterns } from './plain-loop.ts';
import { anyProbabilities, edgeProbabilities, FLOAT_TYPES } from './probabilities.ts';

describe('patterns on the CPU', () => {
  test('any bits against any thresholds give the patterns that comparing numbers gives', () => {
    fc.assert(
      fc.property(anyProbabilities(16), ({ probabilities, thresholds }) => {
        const { codes, regions } = computePatterns(probabilities, thresholds);
        expect(regions).toBe(probabilities.channels);
        expect(Array.from(codes)).toEqual(plainPatterns({ probabilities, thresholds }));
      }),
      { numRuns: 500 },
    );
  });

  test('8 regions fit in u8, the ninth asks for u16', () => {
    const codes = (channels: number) =>
      computePatterns(edgeProbabilities('float32', channels, 3), Array<number>(channels).fill(0.5)).codes;
    expect(codes(8)).toBeInstanceOf(Uint8Array);
    expect(codes(9)).toBeInstanceOf(Uint16Array);
    expect(codes(16)).toBeInstanceOf(Uint16Array);
  });

  test('more than 16 regions are refused in words', () => {
    const probabilities = edgeProbabilities('float32', 17, 2);
    expect(() => computePatterns(probabilities, Array<number>(17).fill(0.5))).toThrow(/17 regions/);
  });

  test('exactly 0.5 is not above 0.5, the next number is', () => {
    const data = Float32Array.of(0.5, 0.5 + 2 ** -24, 0.5 - 2 ** -25);
    const volume = { size: [3, 1, 1], channels: 1, type: 'float32', data } as const;
    expect(Array.from(computePatterns(volume, [0.5]).codes)).toEqual([0, 1, 0]);
  });

  test.each(FLOAT_TYPES)(
    'counting the patterns of %s in one pass gives what counting a volume of them gives',
    async (type) => {
      for (const channels of [1, 3, 9]) {
        for (const voxels of [0, 1, 3, 4, 5, CHUNK - 1, CHUNK + 1]) {
          const probabilities = edgeProbabilities(type, channels, voxels);
          const thresholds = [0.5, 0, 2 ** -24, 0.5, 0.5, -1, 1, 0.5, 0.5].slice(0, channels);
          const reference = new Uint8Array(voxels).map((_, i) => (i >> 5) % 4);
          const counts = await countPatternsCpu({ rows: 4, reference, probabilities, thresholds });
          const predicted = Uint16Array.from(plainPatterns({ probabilities, thresholds }));
          expect(counts).toMatchObject({ rows: 4, columns: 2 ** channels });
          expect(cellsOf(counts)).toEqual(plainCounts({ reference, predicted }));
        }
      }
    },
  );

  test('16 regions against 100 labels are a sparse table', async () => {
    const probabilities = edgeProbabilities('float16', 16, 3_000);
    const thresholds = Array<number>(16).fill(0.5);
    const reference = new Uint8Array(3_000).map((_, i) => i % 100);
    const counts = await countPatternsCpu({ rows: 100, reference, probabilities, thresholds });
    const predicted = Uint16Array.from(plainPatterns({ probabilities, thresholds }));
    expect(counts.keys).toBeDefined();
    expect(cellsOf(counts)).toEqual(plainCounts({ reference, predicted }));
  });

  test('a reference code outside the table is refused', async () => {
    const probabilities = edgeProbabilities('float32', 1, 9);
    const pair = { rows: 2, reference: new Uint8Array(9).fill(2, 8), probabilities, thresholds: [0.5] };
    await expect(countPatternsCpu(pair)).rejects.toMatchObject({ facts: { voxels: 9, counted: 8 } });
  });
});
