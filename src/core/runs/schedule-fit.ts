import { NNUNET_SCHEDULE, TRAINER_EPOCHS } from './schedule.ts';

/** The number of epochs that a run was planned for, as its learning rates tell. */
export interface PlannedEpochs {
  /** Of nnU-Net's trainers where one lies in the interval, else the estimate. */
  readonly epochs: number;
  readonly estimate: number;
  /** Interval that the rounding of the log allows. */
  readonly low: number;
  readonly high: number;
  readonly isKnownTrainer: boolean;
}

interface LoggedRate {
  readonly epoch: number;
  readonly rate: number;
}

/**
 * Reads the planned number of epochs from logged rates of a polynomial schedule: E = e / (1 - (r / r0)^(1 / 0.9)).
 * Each rate gives an interval by its rounding (`halfWidth`: 5e-6 in v2, 5e-7 in v1); their intersection counts.
 * null where no rate lies below r0 yet, or where the rates follow no such schedule (cosine, warm-up, constant).
 */
export function planOfRates(
  rates: readonly LoggedRate[],
  { initialRate = NNUNET_SCHEDULE.initialRate, exponent = NNUNET_SCHEDULE.exponent, halfWidth = 5e-6 } = {},
): PlannedEpochs | null {
  let low = 0;
  let high = Infinity;
  let estimate = Number.NaN;
  const lengthOf = (epoch: number, rate: number) =>
    rate >= initialRate ? Infinity : epoch / (1 - (Math.max(0, rate) / initialRate) ** (1 / exponent));
  const slack = halfWidth * 1.001; // a rate that lies half way between two
  for (const { epoch, rate } of rates) {
    if (epoch === 0) {
      if (Math.abs(rate - initialRate) > slack) return null;
      continue;
    }
    low = Math.max(low, lengthOf(epoch, rate - slack), epoch + 1);
    high = Math.min(high, lengthOf(epoch, rate + slack));
    if (rate < initialRate) estimate = lengthOf(epoch, rate);
  }
  if (!Number.isFinite(estimate) || !Number.isFinite(low) || low > high + 1e-9) return null;
  const known = TRAINER_EPOCHS.find((epochs) => epochs >= low - 1e-6 && epochs <= high + 1e-6);
  const whole = Math.round(Math.min(high, Math.max(low, estimate)));
  return { epochs: known ?? whole, estimate, low, high, isKnownTrainer: known !== undefined };
}
