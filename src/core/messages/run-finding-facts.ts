/** Which way a line goes, as its interval tells. */
export type Trend = 'rising' | 'flat' | 'falling';

/** Slopes are per 100 epochs. */
export interface RiseFacts {
  span: number;
  slope: number;
  low: number;
  high: number;
  trend: Trend;
  short: { span: number; slope: number; low: number; high: number; trend: Trend } | null;
}
export interface PlateauFacts {
  gain: number;
  /** After this epoch the EMA gained less than `gain`. */
  epoch: number;
  emaThen: number;
  bestEma: number;
  epochs: number;
  patience: number;
  /** Where `patience` epochs without a new best would have ended the training; null where they never came. */
  stop: { epoch: number; bestEma: number } | null;
}
export interface EarlierFacts {
  points: readonly { epochs: number; ema: number; hours: number | null }[];
  end: { epochs: number; ema: number; hours: number | null };
}
export interface GapFacts {
  ema: number;
  mean: number;
  cases: number | null;
  pooled: number | null;
  zeroCases: number;
}
export interface BestFacts {
  epoch: number;
  bestEma: number;
  lastEma: number;
  scatter: number;
  bests: number;
  since: number;
  longestWait: number;
  waitFrom: number;
}
/**
 * How losses and pseudo Dice went, from the signs of their bootstrapped slopes: `worse` val loss rises and Dice
 * falls; `dice-falls` Dice falls and val loss does not; `parted` train loss falls faster than val loss while Dice
 * does not fall; `unrewarded` val loss falls and Dice does not rise; `together` anything else.
 */
export type LossKind = 'worse' | 'dice-falls' | 'parted' | 'unrewarded' | 'together';
export interface LossFacts {
  from: number;
  train: readonly [number, number];
  val: readonly [number, number];
  dice: readonly [number, number];
  /** Val loss minus train loss. */
  gap: readonly [number, number];
  kind: LossKind;
}
export interface DurationFacts {
  medianS: number;
  factor: number;
  slow: number;
  sudden: number;
  from: number;
  to: number;
  worstS: number;
  worstEpoch: number;
  extraS: number;
}
export interface StuckFacts {
  /** Name of the class, or its place in the list counted from 1. */
  name: string;
  state: 'zero' | 'absent';
  from: number;
  epochs: number;
  always: boolean;
}
export interface SignFacts {
  loss: number;
  epoch: number;
}
export interface ScheduleFacts {
  planned: number;
  finished: number;
  lastRate: number | null;
  low: number;
  high: number;
  source: 'debug' | 'rates';
}
