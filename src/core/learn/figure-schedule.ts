import { NNUNET_SCHEDULE, ratesOf, type Schedule } from '../runs/schedule.ts';
import { lengthWords as words } from '../messages/learn-length-figures.ts';
import type { FigureModel } from './figure-model.ts';

export interface ScheduleSettings {
  readonly epochs: number;
  readonly exponent: number;
  readonly warmUp: number;
}

export interface ScheduleCurve {
  readonly rates: readonly number[];
  /** At half of the epochs, rounded down, and at the last. */
  readonly half: number;
  readonly last: number;
  /** Share of the epochs with less than a tenth of the initial rate. */
  readonly low: number;
}

export interface SchedulesCompared {
  /** As set; nnU-Net's own over 1000 epochs; a cosine over as many epochs, with the same warm-up. */
  readonly chosen: ScheduleCurve;
  readonly usual: ScheduleCurve;
  readonly cosine: ScheduleCurve;
}

/** The polynomial with these settings beside nnU-Net's own and a cosine. */
export function compareSchedules({ epochs, exponent, warmUp }: ScheduleSettings): SchedulesCompared {
  const chosen: Schedule = { ...NNUNET_SCHEDULE, epochs, exponent, warmUp };
  return {
    chosen: curveOf(chosen),
    usual: curveOf(NNUNET_SCHEDULE),
    cosine: curveOf({ ...chosen, kind: 'cosine' }),
  };
}

function curveOf(schedule: Schedule): ScheduleCurve {
  const rates = ratesOf(schedule);
  const last = schedule.epochs - 1;
  const low = rates.filter((rate, epoch) => epoch >= schedule.warmUp && rate < schedule.initialRate / 10);
  return { rates, half: rates[Math.floor(last / 2)], last: rates[last], low: low.length / rates.length };
}

/** The chosen schedule beside others. */
export const SCHEDULES: FigureModel<SchedulesCompared> = {
  name: 'schedule',
  parameters: [
    { name: 'epochs', min: 50, max: 2000, step: 50, initial: 250, label: words.epochs },
    { name: 'exponent', min: 0.5, max: 2, step: 0.1, initial: 0.9, label: words.exponent },
    { name: 'warm-up', min: 0, max: 50, step: 5, initial: 0, label: words.warmUp },
  ],
  pairs: () => [],
  result: ({ epochs, exponent, 'warm-up': warmUp }) => compareSchedules({ epochs, exponent, warmUp }),
  numbers: ({ chosen, usual, cosine }) => ({
    epochs: chosen.rates.length,
    half: chosen.half,
    last: chosen.last,
    low: chosen.low,
    usualThere: usual.rates[chosen.rates.length - 1] ?? 0,
    cosineHalf: cosine.half,
    cosineLast: cosine.last,
    cosineLow: cosine.low,
  }),
};
