import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ContentBox } from '../../src/core/volume/content-box.ts';
import { voxelAt, type Vec3 } from '../../src/core/volume/grid.ts';
import { randomCoverage } from '../../src/core/pseudo-dice/patch-coverage.ts';
import { startRanges } from '../../src/core/pseudo-dice/patch-bounds.ts';
import type { StructurePair } from '../../src/core/labels/structure-pair.ts';
import { slabsOf, tableLength } from '../../src/core/pseudo-dice/summed-volume.ts';
import { seededRandom } from '../../src/core/statistics/random.ts';
import { countPatches } from '../../src/engine/cpu/patch-counts.ts';
import { visitCoverage } from '../../src/engine/cpu/patch-coverage.ts';
import { tableRoom } from '../../src/engine/cpu/summed-volume.ts';

const length = fc.integer({ min: 1, max: 9 });
const vector = fc.tuple(length, length, length);
const starts = fc.array(fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: -12, max: 12 }))), {
  maxLength: 12,
});

/** Codes 0 to 3: reference 1 and 2 are the structure, 3 is ignored; the prediction has it as 1. */
function randomStructure(size: Vec3, seed: number): StructurePair {
  const random = seededRandom(seed);
  const codes = () =>
    Uint8Array.from({ length: size[0] * size[1] * size[2] }, () => Math.floor(random() * 4));
  return {
    size,
    reference: codes(),
    predicted: codes(),
    inReference: Uint8Array.of(0, 1, 1, 2),
    inPrediction: Uint8Array.of(0, 1, 0, 0),
  };
}

const whole = ([x, y, z]: Vec3): ContentBox => ({ first: [0, 0, 0], last: [x - 1, y - 1, z - 1] });

/** The slow obvious way: every voxel of the image, asked whether it is in the patch. */
function countPlainly(
  { size, reference, predicted, inReference, inPrediction }: StructurePair,
  start: readonly number[],
  patch: Vec3,
) {
  let [tp, nRef, nPred] = [0, 0, 0];
  for (let i = 0; i < reference.length; i++) {
    const isInside = voxelAt(size, i).every(
      (at, axis) => at >= start[axis] && at < start[axis] + patch[axis],
    );
    if (!isInside || inReference[reference[i]] === 2) continue;
    tp += inReference[reference[i]] & inPrediction[predicted[i]];
    nRef += inReference[reference[i]];
    nPred += inPrediction[predicted[i]];
  }
  return [tp, nRef, nPred];
}

test('patches counted from tables equal patches walked voxel by voxel, however the box is cut', () => {
  fc.assert(
    fc.property(
      vector,
      vector,
      starts,
      fc.integer(),
      fc.constantFrom(1, 600, 2000, 2 ** 26),
      (size, patch, list, seed, bytes) => {
        const pair = randomStructure(size, seed);
        const { tp, nRef, nPred } = countPatches(
          pair,
          whole(size),
          patch,
          Int32Array.from(list.flat()),
          tableRoom(bytes),
        );
        list.forEach((start, i) =>
          expect([tp[i], nRef[i], nPred[i]]).toEqual(countPlainly(pair, start, patch)),
        );
      },
    ),
  );
});

test('a box that only just holds the structure gives the same counts, none gives zeros', () => {
  const size: Vec3 = [8, 7, 6];
  const reference = new Uint8Array(8 * 7 * 6);
  for (const [x, y, z] of [[2, 3, 1], [5, 3, 1], [4, 6, 4]]) reference[x + 8 * (y + 7 * z)] = 1; // prettier-ignore
  const tables = { inReference: Uint8Array.of(0, 1), inPrediction: Uint8Array.of(0, 1) };
  const pair: StructurePair = { size, reference, predicted: reference, ...tables };
  const box: ContentBox = { first: [2, 3, 1], last: [5, 6, 4] };
  const places = Int32Array.from([-5, -5, -5, 0, 0, 0, 3, 3, 1, 5, 6, 5, 20, 0, 0]);
  for (const patch of [
    [3, 4, 2],
    [30, 30, 30],
  ] satisfies Vec3[]) {
    // prettier-ignore
    expect(countPatches(pair, box, patch, places)).toEqual(countPatches(pair, whole(size), patch, places));
  }
  expect([...countPatches(pair, null, [3, 3, 3], places).nRef]).toEqual([0, 0, 0, 0, 0]);
  expect(countPatches(pair, box, [3, 3, 3], new Int32Array()).tp).toHaveLength(0);
});

test('slabs cover the box once and their tables keep to the bytes, one slice at least', () => {
  fc.assert(
    fc.property(vector, fc.integer({ min: 1, max: 20_000 }), (size, maxBytes) => {
      const slabs = slabsOf(whole(size), maxBytes);
      expect(slabs[0].first[2]).toBe(0);
      slabs.slice(1).forEach((slab, i) => expect(slab.first[2]).toBe(slabs[i].last[2] + 1));
      expect(slabs[slabs.length - 1].last[2]).toBe(size[2] - 1);
      for (const slab of slabs) {
        const isOneSlice = slab.first[2] === slab.last[2];
        expect(isOneSlice || 4 * tableLength(slab) <= maxBytes).toBe(true);
      }
    }),
  );
});

test('coverage is how many patches hold a voxel, weighted', () => {
  fc.assert(
    fc.property(vector, vector, starts, (size, patch, list) => {
      const weights = Float64Array.from(list, (_, i) => 2 ** (i % 5));
      const patches = { patch, starts: Int32Array.from(list.flat()), weights };
      visitCoverage(size, patches, (z, plane) => {
        plane.forEach((covered, i) => {
          const voxel = [i % size[0], Math.floor(i / size[0]), z];
          const expected = list.reduce((sum, start, j) => {
            const isInside = voxel.every((at, axis) => at >= start[axis] && at < start[axis] + patch[axis]);
            return isInside ? sum + weights[j] : sum;
          }, 0);
          expect(covered).toBe(expected);
        });
      });
    }),
  );
});

test('the chance that a random patch covers a voxel is the share of starts that reach it', () => {
  fc.assert(
    fc.property(vector, vector, (size, patch) => {
      const along = randomCoverage(size, patch);
      startRanges(size, patch).forEach(({ low, high }, axis) =>
        along[axis].forEach((chance, at) => {
          let reaching = 0;
          for (let start = low; start <= high; start++) {
            if (at >= start && at < start + patch[axis]) reaching++;
          }
          expect(chance).toBe(reaching / (high - low + 1));
        }),
      );
    }),
  );
});
