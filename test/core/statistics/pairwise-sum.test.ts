import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nanMean, numpyMean, pairwiseSum } from '../../../src/core/statistics/pairwise-sum.ts';

/** Numbers with all their digits in use, so that the order of additions shows. */
const value = (i: number) => ((i * 2654435761) % 2 ** 32) / 4294967291;
const values = (n: number) => Array.from({ length: n }, (_, i) => value(i + 1));

/** n, np.sum, and np.nanmean where every fifth value, from the first on, is NaN; NumPy 2.4.6. */
test.each([
  [1, 0.6180339874909655, Number.NaN],
  [7, 3.304951633448889, 0.395742744900918],
  [8, 4.24922352872, 0.48716426996261686],
  [9, 4.811529410317924, 0.4978987859105178],
  [15, 7.164078420917596, 0.4199555547131329],
  [16, 8.052622210295663, 0.4199555547131329],
  [17, 8.559199986000545, 0.42661880248172895],
  [127, 63.38024455236765, 0.4852092314447697],
  [128, 63.488594859243136, 0.48151453610585515],
  [129, 64.21497915360958, 0.4838919123996473],
  [135, 67.55199864082039, 0.48347624255731714],
  [136, 67.60462084180281, 0.4834762425573171],
  [137, 68.27527703027621, 0.4851934897675564],
  [255, 127.62932836966277, 0.4957986732612887],
  [256, 127.84602898341375, 0.49579867326128874],
  [257, 128.68076358465566, 0.49745201925143817],
  [1000, 500.0103797074528, 0.5000273730932122],
  [4099, 2049.6891437877075, 0.4997679732179325],
])('the sum and the nanmean of %i numbers are those of NumPy to the last digit', (n, sum, mean) => {
  expect(pairwiseSum(values(n))).toBe(sum);
  expect(nanMean(values(n).map((number, i) => (i % 5 === 0 ? Number.NaN : number)))).toBe(mean);
});

test('integers add up exactly in any order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { maxLength: 700 }), (numbers) => {
      expect(pairwiseSum(numbers)).toBe(numbers.reduce((sum, number) => sum + number, 0));
    }),
  );
});

test('a part of an array adds up as that part alone', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ noNaN: true, min: 0, max: 1 }), { maxLength: 400 }),
      fc.nat(),
      (numbers, at) => {
        const start = at % (numbers.length + 1);
        expect(pairwiseSum(numbers, start)).toBe(pairwiseSum(numbers.slice(start)));
      },
    ),
  );
});

test('nothing has no mean, NaN alone neither, and the plain mean keeps a NaN', () => {
  expect(numpyMean([])).toBeNaN();
  expect(nanMean([])).toBeNaN();
  expect(nanMean([Number.NaN])).toBeNaN();
  expect(numpyMean([1, Number.NaN])).toBeNaN();
  expect(numpyMean([1, 2])).toBe(1.5);
});
