import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexOf, voxelAt, type Vec3 } from '../../../src/core/volume/grid.ts';
import { dilateByEdges } from '../../../src/core/lesions/lesion-dilation.ts';
import { listLesions } from '../../../src/core/lesions/lesion-list.ts';
import { panopticQuality } from '../../../src/core/lesions/lesion-panoptic.ts';
import { findLesions } from '../../../src/core/lesions/lesion-pieces.ts';
import { sayLesions } from '../../../src/core/lesions/lesion-sentence.ts';
import { BRATS_RULES, scoreLesions } from '../../../src/core/lesions/lesion-wise.ts';
import { LANGUAGES } from '../../../src/core/messages/sentence.ts';

type Box = readonly [from: readonly number[], to: readonly number[]];

const classesOf = (size: Vec3, reference: readonly Box[], predicted: readonly Box[]) =>
  Uint8Array.from({ length: size[0] * size[1] * size[2] }, (_, i) => {
    const voxel = voxelAt(size, i);
    const isIn = ([from, to]: Box) => voxel.every((n, axis) => n >= (from[axis] ?? 0) && n < (to[axis] ?? 1));
    return (reference.some(isIn) ? 1 : 0) | (predicted.some(isIn) ? 2 : 0);
  });

function expectNumbers(found: Record<string, number>, expected: Record<string, number>): void {
  for (const [name, value] of Object.entries(expected)) {
    if (Number.isNaN(value)) expect(found[name], name).toBeNaN();
    else expect(found[name], name).toBeCloseTo(value, 12);
  }
}

// panoptica b0ac3e4, unit_tests/test_panoptic_evaluator.py, test_matcher_variations.py, test_autc.py
const flat: Vec3 = [50, 50, 1];
const wide: Box = [[20, 10], [40, 20]]; // prettier-ignore
const PANOPTIC: [string, Box[], Box[], [threshold: number, strict: boolean], Record<string, number>][] = [
  ['partial', [wide], [[[20, 10], [35, 20]]], [0.5, false], { tp: 1, fp: 0, fn: 0, sq: 0.75, rq: 1, pq: 0.75 }],
  ['prediction empty', [wide], [], [0.5, false], { tp: 0, fp: 0, fn: 1, sq: 0, rq: 0, pq: 0 }],
  ['reference empty', [], [[[20, 10], [35, 20]]], [0.5, false], { tp: 0, fp: 1, fn: 0, sq: 0, pq: 0 }],
  ['overlap below the threshold', [wide], [[[20, 10], [25, 15]]], [0.5, false], { tp: 0, fp: 1, fn: 1, pq: 0 }],
  ['both empty', [], [], [0.5, false], { sq: Number.NaN, rq: Number.NaN, pq: Number.NaN }],
  ['IoU exactly 0.5', [[[2, 2], [6, 7]]], [[[2, 2], [4, 7]]], [0.5, false], { tp: 1, sq: 0.5, rq: 1, pq: 0.5 }],
  ['IoU exactly 0.5, strict', [[[2, 2], [6, 7]]], [[[2, 2], [4, 7]]], [0.5, true], { tp: 0, fp: 1, fn: 1, pq: 0 }],
  ['IoU 1/3 at 0.3', [[[10, 10], [20, 30]]], [[[10, 20], [20, 40]]], [0.3, false], { tp: 1, sq: 1 / 3 }],
  ['IoU 1/3 at 0.4', [[[10, 10], [20, 30]]], [[[10, 20], [20, 40]]], [0.4, false], { tp: 0 }],
]; // prettier-ignore

describe('panoptic quality, as panoptica’s own tests expect it', () => {
  test.each(PANOPTIC)('%s', (_, reference, predicted, [threshold, strict], expected) => {
    const pieces = findLesions(classesOf(flat, reference, predicted), flat, 26);
    const quality = panopticQuality(pieces, threshold, strict) as unknown as Record<string, number>;
    expectNumbers(quality, expected);
  });
});

test('each piece is matched once: two reference pieces under one prediction leave one missed', () => {
  // panoptica's "two references, one prediction", MONAI's 4 x 4 at thresholds 0.5 and 0.3, as instances
  const of = (voxels: number[]) => voxels.map((n) => ({ voxels: n, anchor: [0, 0, 0] as Vec3 }));
  const two = { reference: of([100, 100]), predicted: of([150]), overlaps: [{ reference: 0, predicted: 0, voxels: 100 }, { reference: 1, predicted: 0, voxels: 50 }] }; // prettier-ignore
  expect(panopticQuality(two)).toMatchObject({ tp: 1, fp: 0, fn: 1 });
  expect(panopticQuality(two).pq).toBeCloseTo(4 / 9, 12);
  const monai = {
    reference: of([4, 1, 4, 1]),
    predicted: of([3, 3, 2, 1]),
    overlaps: [[0, 0, 2], [1, 0, 1], [2, 1, 2], [0, 1, 1], [3, 3, 1]].map(([reference, predicted, voxels]) => ({ reference, predicted, voxels })),
  }; // prettier-ignore
  expect(panopticQuality(monai, 0.5, true).pq).toBeCloseTo(0.25, 12);
  expect(panopticQuality(monai, 0.3, true).sq).toBeCloseTo(0.6, 12);
  expect(panopticQuality(monai, 0.3, true).rq).toBeCloseTo(0.75, 12);
});

// MIST f727791, tests/metrics/test_lesion_wise_metrics.py (BraTS 2023 protocol)
const cube: Vec3 = [20, 20, 20];
const at = (x: number, y = x, z = x): Box => [[x, y, z], [x + 3, y + 3, z + 3]]; // prettier-ignore
const [A, B, C, near] = [at(1), at(15), at(8), at(5, 1, 1)];
const LESIONS: [string, Box[], Box[], number, Record<string, number>][] = [
  ['perfect', [A, B], [A, B], 0, { dice: 1, detected: 2 }],
  ['one missed', [A, B], [A], 0, { dice: 0.5, missed: 1 }],
  ['one false', [A], [A, B], 0, { dice: 0.5, falsePieces: 1 }],
  ['missed and false', [A, B], [A, C], 0, { dice: 1 / 3, detected: 1, missed: 1, falsePieces: 1 }],
  ['all too small, nothing predicted', [A], [], 50, { dice: Number.NaN, leftOut: 1 }],
  ['all too small, a false piece', [A], [B], 1000, { dice: 0, falsePieces: 1, leftOut: 1 }],
  ['a near pair is one lesion', [A, near], [A, near], 0, { dice: 1, detected: 1 }],
];

describe('lesion-wise Dice of BraTS 2023, as published tests expect it', () => {
  test.each(LESIONS)('%s', (_, reference, predicted, volumeMm3, expected) => {
    const classes = classesOf(cube, reference, predicted);
    const wise = scoreLesions(classes, cube, 1, { dilation: 1, volumeMm3 }) as unknown as Record<
      string,
      number
    >;
    expectNumbers(wise, expected);
  });
});

test('a lesion of exactly the volume is left out, and what touches it is not false', () => {
  const wise = scoreLesions(classesOf(cube, [A], [A]), cube, 1, { dilation: 3, volumeMm3: 27 });
  expect(wise).toMatchObject({ lesions: [], leftOut: 1, falsePieces: 0, dice: Number.NaN });
  expect(scoreLesions(classesOf(cube, [A], [A]), cube, 1, { dilation: 3, volumeMm3: 26 }).dice).toBe(1);
  expect(BRATS_RULES['BraTS-MET']).toEqual({ dilation: 1, volumeMm3: 2 });
});

const volume = fc
  .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 5 }))
  .chain((size) => {
    const length = size[0] * size[1] * size[2];
    const classes = fc.array(fc.constantFrom(0, 0, 0, 0, 1, 2, 3), { minLength: length, maxLength: length });
    return fc.tuple(fc.constant<Vec3>(size), classes.map((all) => Uint8Array.from(all)));
  }); // prettier-ignore

test('growing is within so many steps over faces and edges', () => {
  fc.assert(
    fc.property(volume, fc.nat(3), ([size, classes], times) => {
      const chosen = classes.map((value) => value & 1);
      const grown = dilateByEdges(chosen, size, times);
      grown.forEach((value, i) => {
        const [x, y, z] = voxelAt(size, i);
        const isNear = chosen.some((own, j) => {
          const [dx, dy, dz] = voxelAt(size, j).map((n, axis) => Math.abs(n - [x, y, z][axis]));
          return own > 0 && Math.max(dx, dy, dz) <= times && dx + dy + dz <= 2 * times;
        });
        expect(value).toBe(isNear ? 1 : 0);
      });
    }),
  );
});

test('every piece is listed once, and its Dice is that of a voxel loop over what touches it', () => {
  fc.assert(
    fc.property(volume, fc.constantFrom(6, 18, 26), ([size, classes], connectivity) => {
      const pieces = findLesions(classes, size, connectivity as 6);
      const listed = listLesions(pieces, 0.002, [3, 4, 5]);
      expect(listed.filter(({ status }) => status !== 'false').length).toBe(pieces.reference.length);
      for (const { status, anchor, voxels, volumeMl, dice } of listed) {
        const place = indexOf(size, [anchor[0] - 3, anchor[1] - 4, anchor[2] - 5]);
        expect(volumeMl).toBe(voxels * 0.002);
        if (status === 'false') {
          const own = pieces.predictedOf[place];
          expect(classes.some((of, i) => of === 3 && pieces.predictedOf[i] === own)).toBe(false);
          continue;
        }
        const own = pieces.referenceOf[place];
        const touching = new Set(
          pieces.predictedOf.filter((of, i) => of > 0 && pieces.referenceOf[i] === own),
        );
        const size2 = pieces.predictedOf.filter((of) => touching.has(of)).length;
        const both = classes.filter((of, i) => of === 3 && pieces.referenceOf[i] === own).length;
        expect(status).toBe(both > 0 ? 'detected' : 'missed');
        expect(dice).toBeCloseTo((2 * both) / (voxels + size2), 12);
      }
      for (const language of LANGUAGES) expect(sayLesions(listed, language)).not.toMatch(/NaN|undefined/);
    }),
  );
});

test('the sentence counts lesions', () => {
  const say = (reference: Box[], predicted: Box[]) =>
    sayLesions(
      listLesions(findLesions(classesOf(cube, reference, predicted), cube, 26), 0.001, [0, 0, 0]),
      'en',
    );
  expect(say([A, B], [A, C])).toBe('1 of 2 lesions of the reference were found; the one missed holds 0.027 mL, and 1 false piece was predicted.'); // prettier-ignore
  expect(say([A], [A])).toBe('The one lesion of the reference was found.');
  expect(say([], [A])).toBe(
    'The reference has no lesion of this structure, and 1 false piece was predicted.',
  );
});
