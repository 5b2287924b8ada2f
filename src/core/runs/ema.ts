/** Weight of the past in nnU-Net's running average. */
const KEPT = 0.9;
/** Largest error of a value rounded to 4 decimals. */
export const ROUNDING = 5e-5;

/** The running average at one epoch, and the interval that the rounding of the log allows. */
export interface EmaPoint {
  readonly ema: number;
  readonly low: number;
  readonly high: number;
}

export interface EmaOptions {
  readonly restarts?: readonly number[];
  readonly anchors?: ReadonlyMap<number, number>;
  readonly halfWidth?: number;
}

/**
 * nnU-Net's running average of the mean pseudo Dice: ema_0 = x_0, ema_t = 0.9 ema + 0.1 x_t, in float64. A NaN stays
 * for ever. `restarts` are indices at which the average was forgotten (a v1 continuation), `anchors` those at which it
 * is known from elsewhere. A mean of values
 * rounded to 4 decimals is off by 5e-5 at most, and so is any average of such means: `halfWidth` is that, or 0.
 * Source: nnU-Net v2, training/logging/nnunet_logger.py, `log`; v1, network_trainer.py, `update_eval_criterion_MA`.
 */
export function emaOf(
  means: readonly number[],
  { restarts = [], anchors = new Map(), halfWidth = 0 }: EmaOptions = {},
): EmaPoint[] {
  const forget = new Set(restarts);
  let ema = Number.NaN;
  return means.map((mean, i) => {
    const known = anchors.get(i);
    ema = known ?? (i === 0 || forget.has(i) ? mean : KEPT * ema + (1 - KEPT) * mean);
    return { ema, low: ema - halfWidth, high: ema + halfWidth };
  });
}

/**
 * Indices at which a new best checkpoint is written: the first, and wherever the average exceeds all before it,
 * strictly. `isFirstBest` is false for v1, which takes the first as the mark but writes nothing.
 */
export function bestsOf(emas: readonly number[], isFirstBest = true): number[] {
  const bests: number[] = [];
  let best = Number.NaN;
  emas.forEach((ema, i) => {
    const isFirst = i === 0;
    if (!isFirst && !(ema > best)) return;
    best = ema;
    if (!isFirst || isFirstBest) bests.push(i);
  });
  return bests;
}
