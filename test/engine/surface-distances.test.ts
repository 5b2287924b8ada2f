import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DiceLensError } from '../../src/core/errors.ts';
import { indexOf, type Vec3 } from '../../src/core/volume/grid.ts';
import { surfaceAreas } from '../../src/core/surface/surface-areas.ts';
import { surfaceMetrics } from '../../src/core/surface/surface-metrics.ts';
import { measurePair } from './measure-pair.ts';
import { binaryPair } from './oracle-shapes.ts';

const spacing = fc.constantFrom<Vec3>([1, 1, 1], [3, 1, 1], [0.85, 1.2, 0.9], [0.5, 0.5, 4]);

/** Volumes of labels 0 to 3 in the reference (3 is ignored) and 0 to 2 in the prediction, dense or nearly empty. */
const labelled = fc
  .tuple(fc.integer({ min: 2, max: 40 }), fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 5 }))
  .chain((size) => {
    const voxels = size[0] * size[1] * size[2];
    const codes = (values: number[]) =>
      fc
        .array(fc.constantFrom(...values), { minLength: voxels, maxLength: voxels })
        .map((all) => Uint8Array.from(all));
    const dense = fc.tuple(codes([0, 1, 1, 2, 3]), codes([0, 0, 1, 2]));
    const sparse = fc.tuple(
      codes([...new Array<number>(40).fill(0), 1]),
      codes([...new Array<number>(40).fill(0), 2]),
    );
    return fc.tuple(fc.constant<Vec3>(size), fc.oneof(dense, sparse));
  });

const inReference = Uint8Array.of(0, 1, 0, 2);
const inPrediction = Uint8Array.of(0, 1, 1, 0);

/** The surface, corner by corner or voxel by voxel, and the distances between all pairs of points. */
function slowly(size: Vec3, reference: Uint8Array, predicted: Uint8Array, mm: Vec3) {
  const at = (inside: (i: number) => boolean, voxel: Vec3) =>
    voxel.every((n, axis) => n >= 0 && n < size[axis]) && inside(indexOf(size, voxel)) ? 1 : 0;
  const inRef = (i: number) => inReference[reference[i]] === 1;
  const inPred = (i: number) => inPrediction[predicted[i]] === 1 && inReference[reference[i]] !== 2;
  const areas = surfaceAreas(mm);
  const corners = (inside: (i: number) => boolean) => {
    const found: { place: Vec3; area: number }[] = [];
    for (let z = 0; z <= size[2]; z++) {
      for (let y = 0; y <= size[1]; y++) {
        for (let x = 0; x <= size[0]; x++) {
          let code = 0;
          for (let bit = 0; bit < 8; bit++) {
            code |= at(inside, [x - 1 + (bit & 1), y - 1 + ((bit >> 1) & 1), z - 1 + (bit >> 2)]) << bit;
          }
          if (code !== 0 && code !== 255) found.push({ place: [x, y, z], area: areas[code] });
        }
      }
    }
    return found;
  };
  const border = (inside: (i: number) => boolean) => {
    const found: { place: Vec3; area: number }[] = [];
    for (let i = 0; i < reference.length; i++) {
      if (!inside(i)) continue;
      const [x, y, z] = [i % size[0], Math.floor(i / size[0]) % size[1], Math.floor(i / size[0] / size[1])];
      const steps: Vec3[] = [[1, 0, 0], [-1, 0, 0], [0, 1, 0], [0, -1, 0], [0, 0, 1], [0, 0, -1]]; // prettier-ignore
      if (steps.some((step) => at(inside, [x + step[0], y + step[1], z + step[2]]) === 0)) {
        found.push({ place: [x, y, z], area: 1 });
      }
    }
    return found;
  };
  const directed = (from: { place: Vec3 }[], to: { place: Vec3 }[]) =>
    from.map(({ place: [x, y, z] }) => {
      let least = Infinity;
      for (const { place } of to) {
        const [dx, dy, dz] = [(x - place[0]) * mm[0], (y - place[1]) * mm[1], (z - place[2]) * mm[2]];
        least = Math.min(least, dx * dx + dy * dy + dz * dz);
      }
      return Math.sqrt(least);
    });
  return [corners, border].map((find) => {
    const [a, b] = [find(inRef), find(inPred)];
    return {
      toPrediction: directed(a, b),
      toReference: directed(b, a),
      areas: [a, b].map((points) => points.map(({ area }) => area)),
    };
  });
}

/** The greatest difference; Infinity is equal to itself. */
function farthest(a: Float64Array, b: readonly number[]): number {
  return b.reduce((most, value, i) => (a[i] === value ? most : Math.max(most, Math.abs(a[i] - value))), 0);
}

test('surfaces and their distances equal a look at every corner, every voxel and every pair of them', () => {
  fc.assert(
    fc.property(labelled, spacing, ([size, [reference, predicted]], mm) => {
      const measured = measurePair({ size, reference, predicted, inReference, inPrediction }, mm);
      const [corners, border] = slowly(size, reference, predicted, mm);
      for (const [pair, slow] of [
        [measured.elements, corners],
        [measured.border, border],
      ] as const) {
        // prettier-ignore
        for (const direction of ['toPrediction', 'toReference'] as const) {
          expect(pair[direction].mm.length).toBe(slow[direction].length);
          expect(farthest(pair[direction].mm, slow[direction])).toBeLessThan(1e-10);
        }
        const { areas } = pair.toPrediction;
        if (areas) expect(farthest(areas, slow.areas[0])).toBeLessThan(1e-10);
      }
    }),
    { numRuns: 40 },
  );
});

test.each([30, 31, 32, 33, 62, 63, 64, 65])('a row of %i voxels is packed without losing one', (length) => {
  const size: Vec3 = [length, 2, 2];
  const all = new Uint8Array(4 * length).fill(1);
  const { border, elements } = measurePair(binaryPair(size, all, all), [1, 1, 1]);
  expect(border.toReference.mm.length).toBe(4 * length);
  expect(elements.toReference.mm.length).toBe((length + 1) * 9 - (length - 1));
});

test('a far structure is found as exactly as a near one', () => {
  const size: Vec3 = [120, 90, 40];
  const reference = new Uint8Array(size[0] * size[1] * size[2]);
  const predicted = reference.slice();
  reference[indexOf(size, [3, 4, 2])] = 1;
  const places: Vec3[] = [[110, 80, 35], [100, 5, 30], [3, 80, 2], [60, 40, 20]]; // prettier-ignore
  for (const place of places) predicted[indexOf(size, place)] = 1;
  const { border } = measurePair(binaryPair(size, reference, predicted), [0.7, 1, 3]);
  const distances = places.map(([x, y, z]) => Math.hypot(0.7 * (x - 3), y - 4, 3 * (z - 2)));
  const sorted = (values: Iterable<number>) => [...values].sort((a, b) => a - b);
  sorted(border.toReference.mm).forEach((mm, i) => expect(mm).toBeCloseTo(sorted(distances)[i], 10));
  expect(border.toPrediction.mm[0]).toBeCloseTo(Math.min(...distances), 10);
});

test('one voxel, a structure that fills the volume and one slice have defined results', () => {
  const one = Uint8Array.of(1);
  expect(surfaceMetrics(measurePair(binaryPair([1, 1, 1], one, one), [1, 2, 3]), [1])).toMatchObject({
    presence: 'both',
    elements: { hdMm: 0, hd95Mm: 0, nsd: [1], asdMm: [0, 0] },
    border: { hdMm: 0, assdMm: { pooled: 0 } },
  });
  const full = new Uint8Array(27).fill(1);
  const filled = surfaceMetrics(measurePair(binaryPair([3, 3, 3], full, full), [1, 1, 1]), [0]);
  expect(filled.border.voxelsReference).toBe(26);
  expect(filled.elements.nsd).toEqual([1]);
  const [a, b] = [new Uint8Array(100), new Uint8Array(100)];
  for (const i of [44, 45, 54, 55]) a[i] = 1;
  for (const i of [45, 46, 55, 56]) b[i] = 1;
  const slice = surfaceMetrics(measurePair(binaryPair([10, 10, 1], a, b), [2, 1, 5]), [1]);
  expect(slice.elements.areaReferenceMm2).toBeCloseTo(2 + 4 + 4 * Math.hypot(1, 0.5) - 0, 9); // a contour, in mm
  expect(slice.border.voxelsReference).toBe(4);
  expect(slice.border.hdMm).toBe(2);
});

test('a structure that is absent in a map has NaN metrics and says where it is', () => {
  const [none, some] = [new Uint8Array(8), Uint8Array.of(0, 1, 0, 0, 0, 0, 0, 0)];
  const presence = (a: Uint8Array, b: Uint8Array) =>
    surfaceMetrics(measurePair(binaryPair([2, 2, 2], a, b), [1, 1, 1]), [1]);
  expect(presence(none, none).presence).toBe('neither');
  expect(presence(some, none)).toMatchObject({ presence: 'reference', elements: { hd95Mm: Number.NaN } });
  expect(presence(none, some)).toMatchObject({ presence: 'prediction', border: { hdMm: Number.NaN } });
});

test.each<Vec3>([
  [0, 1, 1],
  [1, -1, 1],
  [1, 1, Number.NaN],
  [Infinity, 1, 1],
])(
  // prettier-ignore
  'a spacing of %j is refused in a sentence',
  (...spacingMm) => {
    const pair = binaryPair([2, 2, 2], new Uint8Array(8), new Uint8Array(8));
    expect(() => measurePair(pair, spacingMm as unknown as Vec3)).toThrow(DiceLensError);
    expect(() => measurePair(pair, spacingMm as unknown as Vec3)).toThrow(/above 0 mm/);
  },
);
