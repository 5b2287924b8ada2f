import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holm } from '../../../src/core/statistics/statistics-holm.ts';
import { signedRank } from '../../../src/core/statistics/statistics-wilcoxon.ts';

interface Published {
  readonly name: string;
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly smallerSum: number;
  readonly p: number;
  readonly method: 'exact' | 'normal';
}

/** Figures of scipy 1.17.1; the first also of R's ?wilcox.test. */
const PUBLISHED: readonly Published[] = [
  {
    name: 'Hollander & Wolfe depression scale (R ?wilcox.test)',
    x: [1.83, 0.5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3],
    y: [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29],
    smallerSum: 5,
    p: 0.0390625,
    method: 'exact',
  },
  {
    name: 'paired Dice, n=12, no ties',
    x: [
      0.822735, 0.92878, 0.917978, 0.779175, 0.796162, 0.777809, 0.865578, 0.815515, 0.879751, 0.672214,
      0.945324, 0.812285,
    ],
    y: [
      0.851146, 0.932683, 0.914605, 0.801068, 0.828897, 0.779733, 0.868994, 0.844086, 0.861641, 0.634782,
      0.965173, 0.800168,
    ],
    smallerSum: 25,
    p: 0.30126953125,
    method: 'exact',
  },
  {
    name: 'paired Dice, n=30, no ties',
    x: [
      0.666373, 0.754876, 0.782592, 0.724544, 0.700603, 0.822931, 0.89178, 0.801349, 0.760512, 0.8508,
      0.877379, 0.795999, 0.863573, 0.90343, 0.803443, 0.754919, 0.847812, 0.839804, 0.907905, 0.717234,
      0.767071, 0.752947, 0.681279, 0.830115, 0.862224, 0.760897, 0.930852, 0.885754, 0.87019, 0.852137,
    ],
    y: [
      0.703043, 0.722917, 0.80901, 0.750627, 0.655571, 0.841342, 0.892267, 0.832795, 0.75534, 0.858253,
      0.895665, 0.777711, 0.889531, 0.908281, 0.826217, 0.747264, 0.888398, 0.86596, 0.910564, 0.744193,
      0.812864, 0.814682, 0.642072, 0.864609, 0.884176, 0.766081, 0.908652, 0.93147, 0.840338, 0.877145,
    ],
    smallerSum: 126,
    p: 0.027741437777876854,
    method: 'exact',
  },
  {
    name: 'paired Dice, n=30, ties and zero differences',
    x: [
      0.92, 0.69, 0.8, 0.72, 0.84, 0.94, 0.98, 0.68, 0.77, 0.88, 0.95, 0.85, 0.76, 0.84, 0.82, 0.8, 0.76,
      0.85, 0.84, 0.81, 0.8, 0.72, 0.78, 0.92, 0.8, 0.7, 0.93, 0.86, 0.99, 0.83,
    ],
    y: [
      0.91, 0.65, 0.85, 0.81, 0.82, 0.93, 1.0, 0.66, 0.77, 0.88, 0.96, 0.89, 0.77, 0.88, 0.82, 0.82, 0.7,
      0.81, 0.87, 0.8, 0.83, 0.74, 0.83, 0.95, 0.84, 0.7, 0.92, 0.85, 0.98, 0.8,
    ],
    smallerSum: 127,
    p: 0.21660966455130248,
    method: 'normal',
  },
  {
    name: 'paired Dice, n=80, ties and zero differences',
    x: [
      0.78, 0.81, 0.84, 0.79, 0.67, 0.81, 0.84, 0.91, 0.87, 0.77, 0.76, 0.98, 0.88, 0.97, 0.99, 0.75, 0.85,
      0.86, 0.86, 0.86, 0.84, 0.83, 0.7, 0.81, 0.76, 0.83, 0.78, 0.87, 0.89, 0.84, 0.85, 0.83, 0.78, 0.81,
      0.78, 0.85, 0.82, 0.87, 0.71, 0.89, 0.76, 0.76, 0.8, 0.77, 0.84, 0.77, 0.73, 0.75, 0.92, 0.82, 0.73,
      0.82, 0.7, 0.96, 0.7, 0.86, 0.86, 0.7, 0.84, 0.9, 0.86, 0.84, 0.9, 0.83, 0.85, 0.81, 0.87, 0.74, 0.88,
      0.78, 0.73, 0.85, 0.96, 0.9, 0.78, 0.88, 0.78, 0.81, 0.83, 0.63,
    ],
    y: [
      0.79, 0.79, 0.83, 0.75, 0.63, 0.79, 0.87, 0.97, 0.88, 0.81, 0.76, 0.93, 0.89, 0.99, 0.99, 0.77, 0.88,
      0.84, 0.82, 0.86, 0.84, 0.83, 0.74, 0.87, 0.76, 0.86, 0.82, 0.9, 0.93, 0.84, 0.88, 0.9, 0.81, 0.8, 0.81,
      0.9, 0.84, 0.86, 0.76, 0.86, 0.78, 0.77, 0.77, 0.81, 0.86, 0.74, 0.76, 0.75, 0.87, 0.81, 0.75, 0.85,
      0.71, 0.97, 0.72, 0.86, 0.9, 0.71, 0.86, 0.92, 0.84, 0.83, 0.95, 0.85, 0.85, 0.83, 0.86, 0.76, 0.87,
      0.8, 0.69, 0.9, 0.95, 0.86, 0.78, 0.88, 0.79, 0.78, 0.85, 0.75,
    ],
    smallerSum: 721.5,
    p: 0.005584165862835612,
    method: 'normal',
  },
];

describe.each(PUBLISHED)('$name', ({ x, y, smallerSum, p, method }) => {
  test('rank sum and p are those of scipy', () => {
    const found = signedRank(x.map((value, i) => value - y[i]));
    expect(Math.min(found.wPlus, found.wMinus)).toBe(smallerSum);
    expect(found.method).toBe(method);
    expect(Math.abs(found.p / p - 1)).toBeLessThan(1e-12);
  });
});

const SMALL = fc.array(
  fc.integer({ min: -6, max: 6 }).map((n) => n / 8),
  { maxLength: 9 },
);

test('the exact p is the share of all assignments of signs that are as far out, counted one by one', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 9 }),
      fc.nat(),
      (sizes, signs) => {
        const differences = sizes.map((size, i) => (signs & (1 << i) ? -size : size));
        const ranks = sizes.map((size) => sizes.filter((other) => other <= size).length);
        const total = ranks.reduce((sum, rank) => sum + rank, 0);
        const sums = Array.from({ length: 2 ** sizes.length }, (_, mask) =>
          ranks.reduce((sum, rank, i) => (mask & (1 << i) ? sum + rank : sum), 0),
        );
        const found = signedRank(differences);
        const w = Math.min(found.wPlus, found.wMinus);
        const below = sums.filter((sum) => sum <= w).length;
        expect(found.wPlus + found.wMinus).toBe(total);
        expect(found.p).toBeCloseTo(Math.min(1, (2 * below) / sums.length), 12);
        expect(found.method).toBe('exact');
      },
    ),
  );
});

test('models exchanged: the sums and the sign of the effect change places, p stays', () => {
  fc.assert(
    fc.property(SMALL, (differences) => {
      const [found, other] = [differences, differences.map((value) => -value)].map(signedRank);
      expect(other).toEqual({ ...found, wPlus: found.wMinus, wMinus: found.wPlus, effect: other.effect });
      if (found.ranked > 0) expect(other.effect).toBeCloseTo(-found.effect, 12);
      else expect(other.effect).toBeNaN();
    }),
  );
});

test('NaN is left out, zeros are dropped, and both are counted', () => {
  const found = signedRank([0.25, Number.NaN, 0, 0.5, 0, -0.125]);
  expect(found).toMatchObject({ ranked: 3, zeros: 2, leftOut: 1, wPlus: 5, wMinus: 1, method: 'normal' });
  expect(found.effect).toBeCloseTo(4 / 6, 12);
});

test.each([
  [50, 'exact'],
  [51, 'normal'],
])('%i pairs without ties or zeros: %s', (pairs, method) => {
  expect(signedRank(Array.from({ length: pairs }, (_, i) => (i % 3 ? 1 : -1) * (i + 1))).method).toBe(method);
});

test('no pair tells nothing, and pairs that are all alike tell that nothing differs', () => {
  expect(signedRank([]).p).toBeNaN();
  expect(signedRank([Number.NaN]).p).toBeNaN();
  expect(signedRank([0, 0])).toMatchObject({ p: 1, method: 'none', zeros: 2 });
});

test.each([
  [
    [0.01, 0.04, 0.03, 0.005],
    [0.03, 0.06, 0.06, 0.02],
  ],
  [
    [0.5, 0.6],
    [1, 1],
  ],
  [[], []],
  [
    [Number.NaN, 0.02, 0.04],
    [Number.NaN, 0.04, 0.04],
  ],
])('Holm of %j is %j', (p, expected) => {
  expect(holm(p)).toEqual(
    expected.map((value) => (Number.isNaN(value) ? value : (expect.closeTo(value, 12) as number))),
  );
});

test('Holm as it is defined: reject from the smallest p on until one exceeds alpha over what is left', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 }),
      fc.double({ min: 0.001, max: 0.5, noNaN: true }),
      (p, alpha) => {
        const order = p.map((_, i) => i).sort((a, b) => p[a] - p[b]);
        const rejected = new Set<number>();
        for (const [i, at] of order.entries()) {
          if (p[at] * (p.length - i) > alpha) break;
          rejected.add(at);
        }
        const found = holm(p).flatMap((adjusted, i) => (adjusted <= alpha ? [i] : []));
        expect(new Set(found)).toEqual(rejected);
      },
    ),
  );
});
