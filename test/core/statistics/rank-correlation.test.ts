import fc from 'fast-check';
import { expect, test } from 'vitest';
import { limitsOfAgreement } from '../../../src/core/statistics/limits-of-agreement.ts';
import { averageRanks, spearman } from '../../../src/core/statistics/rank-correlation.ts';

const few = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 2, maxLength: 30 });

test('a rank is the mean of the places that equal values take', () => {
  fc.assert(
    fc.property(few, (values) => {
      const slow = values.map((value) => {
        const below = values.filter((other) => other < value).length;
        const equal = values.filter((other) => other === value).length;
        return below + (equal + 1) / 2;
      });
      expect(averageRanks(values)).toEqual(slow);
    }),
  );
});

test('without ties the correlation is 1 - 6 sum d² / (n³ - n), as Spearman wrote it', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.float({ noNaN: true }), { minLength: 2, maxLength: 40 }), (y) => {
      const values = [...new Set(y.map((value) => value + 0))];
      const n = values.length;
      if (n < 2) return;
      const ranks = averageRanks(values);
      const squares = ranks.reduce((sum, rank, i) => sum + (rank - (i + 1)) ** 2, 0);
      const { rho, pairs } = spearman(
        values.map((_, i) => i),
        values,
      );
      expect(pairs).toBe(n);
      expect(rho).toBeCloseTo(1 - (6 * squares) / (n ** 3 - n), 10);
    }),
  );
});

test('any rising change of scale leaves it alone, a falling one turns its sign', () => {
  fc.assert(
    fc.property(few, few, (a, b) => {
      const n = Math.min(a.length, b.length);
      const [x, y] = [a.slice(0, n), b.slice(0, n)];
      const { rho } = spearman(x, y);
      const others = [x.map(Math.exp), x.map((value) => -value)].map((changed) => spearman(changed, y).rho);
      if (Number.isNaN(rho)) {
        expect(others).toEqual([rho, rho]);
        return;
      }
      expect(others[0]).toBeCloseTo(rho, 10);
      expect(others[1]).toBeCloseTo(-rho, 10);
      expect(Math.abs(rho)).toBeLessThanOrEqual(1 + 1e-12);
    }),
  );
});

test('with and without ties it is what scipy.stats.spearmanr gives', () => {
  expect(spearman([1, 2, 3, 4, 5, 6, 7, 8], [2, 1, 4, 3, 7, 8, 6, 5]).rho).toBeCloseTo(
    0.7380952380952381,
    12,
  );
  expect(spearman([1, 1, 2, 3, 3, 3], [4, 2, 2, 5, 6, 1]).rho).toBeCloseTo(0.2348341091569311, 12);
});

test('a pair with a NaN is left out; one pair, or a side that is constant, has no correlation', () => {
  expect(spearman([1, 2, Number.NaN, 3], [1, 2, 0, Number.NaN])).toEqual({ rho: 1, pairs: 2 });
  expect(spearman([1], [1])).toEqual({ rho: Number.NaN, pairs: 1 });
  expect(spearman([1, 2, 3], [4, 4, 4]).rho).toBeNaN();
  expect(spearman([], [])).toEqual({ rho: Number.NaN, pairs: 0 });
});

test('bias and limits of agreement of differences that can be followed by hand', () => {
  // differences 1, -1, 3, 1: mean 1, deviation sqrt(8 / 3)
  const found = limitsOfAgreement([1, 2, 3, 4], [2, 1, 6, 5]);
  expect(found.bias).toBe(1);
  expect(found.low).toBeCloseTo(1 - 1.959964 * Math.sqrt(8 / 3), 12);
  expect(found.high).toBeCloseTo(1 + 1.959964 * Math.sqrt(8 / 3), 12);
  expect(found).toMatchObject({ pairs: 4, outside: 0 });
});

test('a constant difference has limits without width, one pair has none', () => {
  expect(limitsOfAgreement([1, 2, 5], [3, 4, 7])).toEqual({ pairs: 3, bias: 2, low: 2, high: 2, outside: 0 });
  expect(limitsOfAgreement([1], [3])).toMatchObject({ pairs: 1, bias: 2, low: Number.NaN, outside: 0 });
  expect(limitsOfAgreement([], [])).toMatchObject({ pairs: 0, bias: Number.NaN });
});

test('of differences that are normal some 5 % are outside', () => {
  const normal = Array.from({ length: 4000 }, (_, i) => {
    const [u, v] = [(i * 0.618034 + 0.1) % 1 || 0.5, (i * 0.754878 + 0.3) % 1];
    return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v);
  });
  const { outside, bias } = limitsOfAgreement(
    normal.map(() => 0),
    normal,
  );
  expect(outside / normal.length).toBeGreaterThan(0.04);
  expect(outside / normal.length).toBeLessThan(0.06);
  expect(Math.abs(bias)).toBeLessThan(0.05);
});
