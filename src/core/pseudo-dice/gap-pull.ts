import type { EvaluationSummary } from '../runs/run-summary.ts';

/** What one case does to the mean when voxels are pooled instead of cases averaged. */
export interface CasePull {
  readonly case: string;
  readonly key: string;
  readonly dice: number;
  /** 2 TP + FP + FN, what it weighs in voxels. */
  readonly size: number;
  /** Its share of 2 TP + FP + FN over all cases: its weight in the pooled Dice. */
  readonly weight: number;
  /** 1 / the cases that have the structure: its weight in the mean. */
  readonly evenWeight: number;
  /** What that adds to pooled minus mean, over all structures. */
  readonly pull: number;
  /** The reference has none of it and some was predicted: a Dice of 0 that pooling hardly sees. */
  readonly isFalseAlarm: boolean;
}

/**
 * Pooled Dice is the mean of the cases' Dice weighted by V = 2 TP + FP + FN, so pooled - mean is the sum over cases
 * of (weight - even weight) (dice - mean dice), divided by the number of structures. Exact; strongest pull first.
 * Cases without the structure in either map have no pull and are left out.
 */
export function pullOfCases({ keys, cases }: EvaluationSummary): CasePull[] {
  const ofKey = keys.map((key) => {
    const found = cases.flatMap(({ name, counts }) => {
      const one = Object.hasOwn(counts, key) ? counts[key] : undefined;
      const size = one ? 2 * one.tp + one.fp + one.fn : 0;
      return one && size > 0
        ? [{ name, size, dice: (2 * one.tp) / size, isEmpty: one.tp + one.fn === 0 }]
        : [];
    });
    return { key, found };
  });
  const structures = ofKey.filter(({ found }) => found.length > 0);
  return structures
    .flatMap(({ key, found }) => {
      const total = found.reduce((sum, { size }) => sum + size, 0);
      const mean = found.reduce((sum, { dice }) => sum + dice, 0) / found.length;
      return found.map(({ name, size, dice, isEmpty }) => {
        const [weight, evenWeight] = [size / total, 1 / found.length];
        const pull = ((weight - evenWeight) * (dice - mean)) / structures.length;
        return { case: name, key, dice, size, weight, evenWeight, pull, isFalseAlarm: isEmpty };
      });
    })
    .sort((a, b) => Math.abs(b.pull) - Math.abs(a.pull));
}
