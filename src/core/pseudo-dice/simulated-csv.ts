import { formatCsvRows } from '../text/csv.ts';
import type { PseudoDiceResult } from './pseudo-dice-result.ts';

/** Another way to draw, beside the one that was simulated. */
export interface CsvVariant {
  /** For the names of its columns. */
  readonly name: string;
  readonly means: readonly number[];
  readonly emas: readonly number[];
}

/** Every simulated epoch as CSV: mean, EMA, new best, a column a structure, then the other ways to draw; NaN stays NaN. */
export function formatSimulatedCsv(
  { epochs, structures, settings }: PseudoDiceResult,
  variants: readonly CsvVariant[],
): string {
  const head = [
    'seed',
    'epoch',
    'mean_pseudo_dice',
    'ema',
    'new_best',
    ...structures.map(({ name }) => `pseudo_dice_${name}`),
    ...variants.flatMap(({ name }) => [`mean_${name}`, `ema_${name}`]),
  ];
  const lines = epochs.map(({ mean, ema, isBest, dice }, epoch) => [
    settings.seed,
    epoch,
    mean,
    ema,
    isBest ? 1 : 0,
    ...dice,
    ...variants.flatMap(({ means, emas }) => [means[epoch], emas[epoch]]),
  ]);
  return formatCsvRows([head, ...lines]);
}
