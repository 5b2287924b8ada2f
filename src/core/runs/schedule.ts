/** How the learning rate goes down. */
export interface Schedule {
  readonly epochs: number;
  readonly initialRate: number;
  readonly kind: 'polynomial' | 'cosine';
  /** Of the polynomial; nnU-Net's is 0.9. */
  readonly exponent: number;
  /** Epochs of a linear rise from 1/warmUp of the initial rate, before the rest of the schedule; 0 for none. */
  readonly warmUp: number;
}

/** nnU-Net's own schedule. */
export const NNUNET_SCHEDULE: Schedule = {
  epochs: 1000,
  initialRate: 0.01,
  kind: 'polynomial',
  exponent: 0.9,
  warmUp: 0,
};

/** Numbers of epochs of nnU-Net's own trainers. */
export const TRAINER_EPOCHS = [1, 5, 10, 20, 50, 100, 250, 500, 750, 1000, 2000, 4000, 8000] as const;

/**
 * Learning rate of an epoch in [0, epochs); 0 from `epochs` on.
 * Polynomial: r (1 - e/E)^p. Cosine: r (1 + cos(pi e/E)) / 2. With a warm-up of w epochs the rate is r (e + 1) / w
 * before epoch w, and e and E count from there.
 * Source: nnU-Net v2, training/lr_scheduler/polylr.py; v1, training/learning_rate/poly_lr.py.
 */
export function rateAt({ epochs, initialRate, kind, exponent, warmUp }: Schedule, epoch: number): number {
  if (epoch >= epochs) return 0;
  if (epoch < warmUp) return (initialRate * (epoch + 1)) / warmUp;
  const done = (epoch - warmUp) / (epochs - warmUp);
  return kind === 'cosine'
    ? (initialRate * (1 + Math.cos(Math.PI * done))) / 2
    : initialRate * (1 - done) ** exponent;
}

/** The rates of all epochs. */
export function ratesOf(schedule: Schedule): number[] {
  return Array.from({ length: schedule.epochs }, (_, epoch) => rateAt(schedule, epoch));
}

/** A length of training with what it costs. */
export interface PlannedTraining {
  readonly epochs: number;
  readonly hours: number;
  /** Of checkpoints, written every 50 epochs, in hours after the start. */
  readonly checkpointHours: readonly number[];
  /** Last learning rate. */
  readonly lastRate: number;
}

/** nnU-Net writes checkpoint_latest every so many epochs. */
export const SAVE_EVERY = 50;

/** What trainings of these lengths cost at a measured time per epoch (s), all with the same kind of schedule. */
export function planTrainings(
  lengths: readonly number[],
  epochS: number,
  schedule: Schedule = NNUNET_SCHEDULE,
): PlannedTraining[] {
  return lengths.map((epochs) => ({
    epochs,
    hours: (epochs * epochS) / 3600,
    checkpointHours: Array.from(
      { length: Math.floor(epochs / SAVE_EVERY) },
      (_, i) => ((i + 1) * SAVE_EVERY * epochS) / 3600,
    ),
    lastRate: rateAt({ ...schedule, epochs }, epochs - 1),
  }));
}
