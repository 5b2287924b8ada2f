import { exploreMeans as explore } from '../../core/cohort/mean-explorer.ts';
import { plotAgreement as agreement } from '../../core/cohort/plot-agreement.ts';
import { plotDistribution as distribution } from '../../core/cohort/plot-distribution.ts';
import { plotPairs as pairs } from '../../core/cohort/plot-pairs.ts';
import { plotVolume as volume } from '../../core/cohort/plot-volume.ts';

/** A function that gives its last result again for the same arguments: a plot is drawn only where it changed. */
export function keepLast<Arguments extends readonly unknown[], Result>(
  work: (...given: Arguments) => Result,
): (...given: Arguments) => Result {
  let last: { readonly given: Arguments; readonly result: Result } | null = null;
  return (...given) => {
    const isSame = last?.given.every((value, i) => Object.is(value, given[i])) ?? false;
    if (!last || !isSame) last = { given, result: work(...given) };
    return last.result;
  };
}

export const plotDistribution = keepLast(distribution);
export const plotVolume = keepLast(volume);
export const plotAgreement = keepLast(agreement);
export const plotPairs = keepLast(pairs);
export const exploreMeans = keepLast(explore);
