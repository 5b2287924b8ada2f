import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planOfRates } from '../../../src/core/runs/schedule-fit.ts';
import {
  NNUNET_SCHEDULE,
  planTrainings,
  rateAt,
  ratesOf,
  TRAINER_EPOCHS,
} from '../../../src/core/runs/schedule.ts';

const logged = (epochs: number, begun: number, digits: number) =>
  Array.from({ length: begun }, (_, epoch) => ({
    epoch,
    rate: Number(rateAt({ ...NNUNET_SCHEDULE, epochs }, epoch).toFixed(digits)),
  }));

test('the planned number of epochs lies in the interval that the rounding of the rates allows', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 4000 }),
      fc.double({ min: 0.02, max: 1, noNaN: true }),
      fc.constantFrom(5, 6),
      (epochs, share, digits) => {
        const begun = Math.min(epochs, Math.max(2, Math.ceil(epochs * share)));
        const plan = planOfRates(logged(epochs, begun, digits), { halfWidth: 0.5 * 10 ** -digits });
        if (plan === null) return begun < 10; // no rate has moved in its last digit yet
        expect(plan.low).toBeLessThanOrEqual(epochs + 1e-6);
        expect(plan.high).toBeGreaterThanOrEqual(epochs - 1e-6);
        return true;
      },
    ),
    { numRuns: 300 },
  );
});

test.each(TRAINER_EPOCHS.filter((epochs) => epochs >= 100))(
  'a run of a trainer of %i epochs that was aborted after a twentieth is recognised',
  (epochs) => {
    expect(planOfRates(logged(epochs, Math.max(6, epochs / 20), 5))?.epochs).toBe(epochs);
  },
);

test('rates of a cosine, a constant and a warm-up tell no planned number', () => {
  const rounded = (rates: number[]) => rates.map((rate, epoch) => ({ epoch, rate: Number(rate.toFixed(5)) }));
  expect(planOfRates(rounded(ratesOf({ ...NNUNET_SCHEDULE, kind: 'cosine' })))).toBe(null);
  expect(planOfRates(rounded(Array.from({ length: 50 }, () => 0.01)))).toBe(null);
  expect(planOfRates(rounded(ratesOf({ ...NNUNET_SCHEDULE, warmUp: 10 })))).toBe(null);
  expect(planOfRates([])).toBe(null);
});

test('the schedule starts at the initial rate, never rises after the warm-up and ends above 0', () => {
  for (const kind of ['polynomial', 'cosine'] as const) {
    const rates = ratesOf({ ...NNUNET_SCHEDULE, kind, epochs: 100, warmUp: 5 });
    expect(rates[4]).toBeCloseTo(0.01, 12);
    expect(rates[5]).toBe(0.01);
    for (let i = 6; i < 100; i++) expect(rates[i]).toBeLessThan(rates[i - 1]);
    expect(rates[99]).toBeGreaterThan(0);
  }
  expect(rateAt(NNUNET_SCHEDULE, 1000)).toBe(0);
  expect(rateAt(NNUNET_SCHEDULE, 999).toFixed(5)).toBe('0.00002');
});

test('trainings cost their epochs at the measured time', () => {
  const [first, second] = planTrainings([250, 1000], 43.2);
  expect(first.hours).toBeCloseTo(3, 10);
  expect(second.hours).toBeCloseTo(12, 10);
  expect(first.checkpointHours).toHaveLength(5);
  expect(second.lastRate).toBeCloseTo(0.01 * 0.001 ** 0.9, 12);
});
