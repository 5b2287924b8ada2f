import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bestsOf, emaOf } from '../../../src/core/runs/ema.ts';

const scores = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 200 });

test('the average equals the sum of its weights times the values', () => {
  fc.assert(
    fc.property(scores, (means) => {
      const last = means.length - 1;
      const plain = means.reduce(
        (sum, mean, i) => sum + mean * (i === 0 ? 0.9 ** last : 0.1 * 0.9 ** (last - i)),
        0,
      );
      expect(emaOf(means).at(-1)!.ema).toBeCloseTo(plain, 12);
    }),
  );
});

test('the average of the unrounded values lies in the interval of the rounded ones', () => {
  fc.assert(
    fc.property(scores, (means) => {
      const exact = emaOf(means);
      const rounded = emaOf(
        means.map((mean) => Number(mean.toFixed(4))),
        { halfWidth: 5e-5 },
      );
      rounded.forEach(({ low, high }, i) => {
        expect(exact[i].ema).toBeGreaterThanOrEqual(low - 1e-12);
        expect(exact[i].ema).toBeLessThanOrEqual(high + 1e-12);
      });
    }),
  );
});

test('a NaN stays for ever, and no best follows it', () => {
  const emas = emaOf([0.5, 0.6, Number.NaN, 0.9, 0.9]).map(({ ema }) => ema);
  expect(emas.map(Number.isNaN)).toEqual([false, false, true, true, true]);
  expect(bestsOf(emas)).toEqual([0, 1]);
});

test('a best exceeds all before it, strictly; v1 writes none at its first epoch', () => {
  fc.assert(
    fc.property(scores, (emas) => {
      const slow = emas.map((_, i) => i).filter((i) => emas.slice(0, i).every((ema) => emas[i] > ema));
      expect(bestsOf(emas)).toEqual(slow);
      expect(bestsOf(emas, false)).toEqual(slow.slice(1));
    }),
  );
});

test('a restart begins again with one value', () => {
  const means = [0.1, 0.2, 0.9, 0.8];
  expect(emaOf(means, { restarts: [2] }).slice(2)).toEqual(emaOf(means.slice(2)));
});

test("nnU-Net's own rule gives the same averages and the same best epochs", () => {
  const golden = JSON.parse(
    readFileSync(new URL('../../golden/nnunet_eval/ema.json', import.meta.url), 'utf8'),
  ) as { mean_fg_dice: number[]; ema_fg_dice: number[]; best_epochs: number[] };
  const emas = emaOf(golden.mean_fg_dice).map(({ ema }) => ema);
  emas.forEach((ema, i) => expect(ema).toBeCloseTo(golden.ema_fg_dice[i], 12));
  expect(bestsOf(emas)).toEqual(golden.best_epochs);
});
