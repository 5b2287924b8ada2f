import { expect, test } from 'vitest';
import fc from 'fast-check';
import {
  letterOf,
  obliqueDegrees,
  orientationCode,
  orientationOf,
} from '../../../src/core/volume/orientation.ts';

/** Name, affine and what nibabel 5.4.2 says of it: `nib.aff2axcodes`. */
const KNOWN: readonly (readonly [string, readonly number[], string])[] = [
  ['identity', [1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0], 'RAS'],
  ['LPS', [-1.0, 0.0, 0.0, 90.0, 0.0, -1.0, 0.0, 126.0, 0.0, 0.0, 1.0, -72.0], 'LPS'],
  ['PIR', [0.0, 0.0, 1.0, 0.0, -0.5, 0.0, 0.0, 0.0, 0.0, -2.0, 0.0, 0.0], 'PIR'],
  [
    '20 degrees round x',
    [1.0, 0.0, 0.0, 0.0, 0.0, 0.939693, -1.02606, 0.0, 0.0, 0.34202, 2.819078, 0.0],
    'RAS',
  ],
  [
    '20 degrees round every axis, LAS',
    [
      -0.79472, -0.388185, -0.925168, 0.0, -0.289254, 0.758712, -2.156585, 0.0, -0.307818, 0.289254, 4.415111,
      0.0,
    ],
    'LAS',
  ],
  [
    '44 degrees round z',
    [0.71934, -0.694658, 0.0, 0.0, 0.694658, 0.71934, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0],
    'RAS',
  ],
  [
    '45 degrees round z',
    [0.707107, -0.707107, 0.0, 0.0, 0.707107, 0.707107, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0],
    'RAS',
  ],
  [
    '46 degrees round z',
    [0.694658, -0.71934, 0.0, 0.0, 0.71934, 0.694658, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0],
    'ALS',
  ],
  [
    'sagittal acquisition, oblique',
    [0.103956, -0.206692, 3.546011, 0.0, -0.489074, -0.043934, 0.753728, 0.0, 0.0, -0.453154, -1.690473, 0.0],
    'PIR',
  ],
  ['sheared', [1.0, 1.4, 0.6, 0.0, 0.0, 2.0, 1.8, 0.0, 0.0, 0.0, 3.0, 0.0], 'RAS'],
  ['a thick single slice, ASL', [0.0, 0.0, -10.0, 0.0, 0.3, 0.0, 0.0, 0.0, 0.0, 0.3, 0.0, 0.0], 'ASL'],
  [
    'random rotation 1',
    [-0.5817, -1.5089, 0.3464, 0.0, 0.1618, -0.7618, -2.4942, 0.0, 0.5757, -1.3104, 1.051, 0.0],
    'SLP',
  ],
  [
    'random rotation 2',
    [-1.2793, 1.4692, 0.7667, 0.0, -1.7773, -0.8563, 1.3916, 0.0, 4.3558, 0.0821, 0.793, 0.0],
    'SRA',
  ],
  [
    'random rotation 3',
    [-0.2466, 3.1059, -0.4013, 0.0, -0.3637, -0.9285, -1.557, 0.0, -1.1956, -0.3582, 0.5563, 0.0],
    'IRP',
  ],
  [
    'random rotation 4',
    [-3.7799, 0.1781, 2.012, 0.0, -2.2302, -0.101, -3.668, 0.0, -0.5944, -0.7536, 0.967, 0.0],
    'LIP',
  ],
  [
    'random rotation 5',
    [-0.6355, -0.9522, 0.6837, 0.0, 3.0359, -0.3574, -0.07, 0.0, 0.7044, 0.6814, 0.9187, 0.0],
    'ALS',
  ],
  [
    'random rotation 6',
    [-3.3787, -0.5158, 0.2878, 0.0, 1.5611, -3.2577, 0.2406, 0.0, 1.4629, 2.2852, 0.408, 0.0],
    'LPS',
  ],
  [
    'random rotation 7',
    [-3.9634, 0.0678, 0.7472, 0.0, 2.6123, -1.1221, 1.0209, 0.0, 0.9275, 3.4498, 0.3174, 0.0],
    'LSA',
  ],
  [
    'random rotation 8',
    [-0.9602, 0.3158, 2.3866, 0.0, 2.2003, -0.6195, 1.0963, 0.0, 1.6398, 1.0162, -0.0735, 0.0],
    'ASR',
  ],
  [
    'random rotation 9',
    [-0.0289, -2.0241, -1.1235, 0.0, 1.4105, -0.4021, 3.3085, 0.0, -1.5916, -0.3196, 2.9525, 0.0],
    'ILA',
  ],
  [
    'random rotation 10',
    [-0.6543, 4.1974, 0.3655, 0.0, -4.3597, -0.6965, 1.3763, 0.0, 1.7727, -0.1635, 3.5197, 0.0],
    'PRS',
  ],
  [
    'random rotation 11',
    [-2.1244, -0.1581, 1.6327, 0.0, 1.3915, -0.6818, 0.5133, 0.0, 1.6662, 0.3679, 1.653, 0.0],
    'LPS',
  ],
  [
    'random rotation 12',
    [-1.0719, -1.3042, -0.3634, 0.0, 3.667, 0.0761, -0.6136, 0.0, 2.7025, -0.6206, 0.6884, 0.0],
    'ALS',
  ],
  [
    'random matrix 1',
    [-0.556, -1.171, -1.335, 0.0, 0.525, 0.851, 0.009, 0.0, 0.333, 0.116, 0.139, 0.0],
    'SAL',
  ],
  [
    'random matrix 2',
    [-1.526, -0.458, 0.111, 0.0, -0.783, -0.476, -0.819, 0.0, -0.333, 0.853, -0.407, 0.0],
    'LSP',
  ],
  [
    'random matrix 3',
    [-0.154, 0.814, 0.645, 0.0, 1.695, -2.09, 0.857, 0.0, -0.482, 0.135, 0.838, 0.0],
    'ARS',
  ],
  [
    'random matrix 4',
    [1.083, 1.039, 0.155, 0.0, 1.61, -0.283, -0.141, 0.0, 0.799, -0.551, 2.161, 0.0],
    'ARS',
  ],
];

test.each(KNOWN)('%s has the axes that nibabel gives it', (_, affine, code) => {
  expect(orientationCode(orientationOf(affine))).toBe(code);
});

test('every permutation and flip of the axes, at any scale, is read back', () => {
  const orders = fc.shuffledSubarray([0, 1, 2] as const, { minLength: 3 });
  const size = fc.double({ min: 1e-3, max: 1e3, noNaN: true });
  const axes = fc.tuple(
    orders,
    fc.array(fc.tuple(fc.constantFrom(1, -1), size), { minLength: 3, maxLength: 3 }),
  );
  fc.assert(
    fc.property(axes, ([worlds, scales]) => {
      const affine = new Array<number>(12).fill(0);
      worlds.forEach((world, axis) => (affine[world * 4 + axis] = scales[axis][0] * scales[axis][1]));
      const orientation = orientationOf(affine);
      expect(orientation.map(({ world }) => world)).toEqual(worlds);
      expect(orientation.map(({ sign }) => sign)).toEqual(scales.map(([sign]) => sign));
      expect(obliqueDegrees(affine)).toBe(0);
    }),
  );
});

test('any twelve numbers, NaN and 0 too, give every world axis once', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.double(), fc.constant(0)), { minLength: 12, maxLength: 12 }),
      (affine) => {
        expect(
          orientationOf(affine)
            .map(({ world }) => world)
            .sort(),
        ).toEqual([0, 1, 2]);
      },
    ),
  );
});

test('the angle of an oblique grid is that of its worst axis', () => {
  expect(obliqueDegrees(KNOWN[3][1])).toBeCloseTo(20, 4);
});

test('R, A and S are the positive ends', () => {
  expect(([0, 1, 2] as const).map((world) => letterOf(world, 1) + letterOf(world, -1))).toEqual([
    'RL',
    'AP',
    'SI',
  ]);
});
