import fc from 'fast-check';
import { expect, test } from 'vitest';
import { measureDifficulty } from '../../../src/core/surface/boundary-difficulty.ts';
import { measureBoundary } from '../../../src/core/surface/boundary-measure.ts';
import { sayBoundary } from '../../../src/core/surface/boundary-sentence.ts';
import { errorDensity, splitAtBand } from '../../../src/core/surface/boundary-zones.ts';
import { indexOf, voxelAt, type Vec3 } from '../../../src/core/volume/grid.ts';
import { LANGUAGES } from '../../../src/core/messages/sentence.ts';
import { boxesOfCodes, boxOfCodes } from '../../../src/core/volume/structure-boxes.ts';
import { IN_REFERENCE, type StructurePair } from '../../../src/core/labels/structure-pair.ts';

const inReference = Uint8Array.of(0, 1, 2);
const inPrediction = Uint8Array.of(0, 1);

const measure = (size: Vec3, reference: Uint8Array, predicted: Uint8Array, spacingMm: Vec3) => {
  const pair: StructurePair = { size, reference, predicted, inReference, inPrediction };
  const boxes = {
    reference: boxOfCodes(boxesOfCodes(reference, size, 3), inReference, IN_REFERENCE),
    predicted: boxOfCodes(boxesOfCodes(predicted, size, 2), inPrediction),
  };
  return measureBoundary(pair, boxes, spacingMm);
};

const volume = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 6 }))
  .chain((size) => {
    const length = size[0] * size[1] * size[2];
    const codes = (values: number[]) =>
      fc
        .array(fc.constantFrom(...values), { minLength: length, maxLength: length })
        .map((all) => Uint8Array.from(all));
    return fc.tuple(fc.constant<Vec3>(size), codes([0, 0, 0, 0, 1, 1, 2]), codes([0, 0, 0, 1]));
  });

test('Dice and errors in band, interior and exterior equal a look at every pair of voxels', () => {
  const spacing = fc.constantFrom<Vec3>([1, 1, 1], [0.3, 1.7, 4], [3, 1, 1], [0.1, 0.7, 0.3]);
  fc.assert(
    fc.property(volume, spacing, fc.nat(100), ([size, reference, predicted], mm, tenths) => {
      const measured = measure(size, reference, predicted, mm);
      const inside = (i: number) => reference[i] === 1;
      const all = [...reference.keys()];
      if (!all.some(inside) || all.every(inside)) {
        expect(measured).toBeNull();
        return;
      }
      const bandMm = tenths / 10;
      const distance = (i: number) => {
        const across = all.filter((j) => inside(j) !== inside(i));
        const squares = across.map((j) => {
          const [a, b] = [voxelAt(size, i), voxelAt(size, j)];
          const [x, y, z] = a.map((n, axis) => (n - b[axis]) * mm[axis]);
          return x * x + y * y + z * z;
        });
        return Math.sqrt(Math.min(...squares)) * (inside(i) ? -1 : 1);
      };
      const zones = splitAtBand(measured!.histogram, bandMm);
      const counts = (holds: (d: number) => boolean) => {
        const zone = all.filter((i) => reference[i] !== 2 && holds(distance(i)));
        return {
          tp: zone.filter((i) => inside(i) && predicted[i] === 1).length,
          fp: zone.filter((i) => !inside(i) && predicted[i] === 1).length,
          fn: zone.filter((i) => inside(i) && predicted[i] === 0).length,
        };
      };
      const most = bandMm + 1e-9; // 3 x 0.1 is not quite 0.3
      expect(zones.band).toMatchObject(counts((d) => Math.abs(d) <= most));
      expect(zones.interior).toMatchObject(counts((d) => d < -most));
      expect(zones.exterior).toMatchObject(counts((d) => d > most));
      const errors = zones.band.errorShare + zones.beyond.errorShare;
      if (!Number.isNaN(errors)) expect(errors).toBeCloseTo(1, 12);
    }),
    { numRuns: 150 },
  );
});

test('a band reaches what lies exactly at its width', () => {
  const size: Vec3 = [30, 1, 1];
  const reference = new Uint8Array(30).fill(1, 0, 10);
  const predicted = new Uint8Array(30).fill(1, 0, 14);
  const { histogram, signedMm } = measure(size, reference, predicted, [1, 1, 1])!;
  expect([signedMm[9], signedMm[10], signedMm[13]]).toEqual([-1, 1, 4]);
  expect([2.9, 3, 3.1, 4].map((mm) => splitAtBand(histogram, mm).band.fp)).toEqual([2, 3, 3, 4]);
  expect(splitAtBand(histogram, 0).band).toMatchObject({ tp: 0, fp: 0, fn: 0, dice: Number.NaN });
  expect(
    errorDensity(histogram, 1, 2, 3).map(({ fromMm, toMm, density }) => [fromMm, toMm, density]),
  ).toEqual([
    [-2, -1, 0],
    [-1, 0, 0],
    [0, 1, 1],
    [1, 2, 1],
    [2, 3, 1],
  ]);
});

test('false positives however far off are in the exterior', () => {
  const size: Vec3 = [80, 3, 3];
  const reference = new Uint8Array(720);
  const predicted = new Uint8Array(720);
  reference[indexOf(size, [2, 1, 1])] = 1;
  predicted[indexOf(size, [77, 1, 1])] = 1;
  const measured = measure(size, reference, predicted, [1, 1, 1])!;
  const zones = splitAtBand(measured.histogram, 2);
  expect(zones.exterior).toMatchObject({ fp: 1, errorShare: 0.5 });
  expect(measured.histogram.farthestFpMm).toBe(75);
  expect(sayBoundary(measured.histogram, zones, 'en')).toBe(
    '50 % of the errors lie within 2 mm of the reference boundary. The other 50 % do not: 1 voxel, the farthest 75.00 mm outside, so this is more than a boundary effect.',
  );
  for (const language of LANGUAGES) {
    expect(sayBoundary(null, zones, language)).not.toContain('NaN');
    expect(sayBoundary(measured.histogram, splitAtBand(measured.histogram, 10), language)).not.toContain(
      'NaN',
    );
  }
});

test('displacement spreads the errors over the mean of both surfaces', () => {
  const area = { areaReferenceMm2: 80, areaPredictedMm2: 120 };
  const difficulty = measureDifficulty({ total: { tp: 30, fp: 20, fn: 10 } }, area as never, 2);
  expect(difficulty).toEqual({ surfaceToVolume: 1, displacementMm: 0.6 });
  const none = { areaReferenceMm2: 0, areaPredictedMm2: 0 };
  expect(measureDifficulty({ total: { tp: 0, fp: 0, fn: 0 } }, none as never, 2)).toEqual({
    surfaceToVolume: Number.NaN,
    displacementMm: Number.NaN,
  });
});
