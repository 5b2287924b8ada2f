import type { EvaluationSummary } from './run-summary.ts';

/** A case of a run's validation by its mean Dice. */
export interface ScoredCase {
  readonly name: string;
  /** Mean over the structures that are in either map; NaN where there is none. */
  readonly dice: number;
  /** Structures with a Dice of 0: missed whole, or invented. */
  readonly zeros: number;
}

/** The cases of a summary from the lowest mean Dice up, those without any structure last, equal ones by name. */
export function worstCases({ keys, cases }: EvaluationSummary): ScoredCase[] {
  const scored = cases.map(({ name, counts }): ScoredCase => {
    const dices = keys.flatMap((key) => (Object.hasOwn(counts, key) ? [counts[key].dice] : []));
    const known = dices.filter((dice) => !Number.isNaN(dice));
    return {
      name,
      dice: known.length === 0 ? Number.NaN : known.reduce((sum, dice) => sum + dice, 0) / known.length,
      zeros: known.filter((dice) => dice === 0).length,
    };
  });
  const rank = ({ dice }: ScoredCase) => (Number.isNaN(dice) ? Infinity : dice);
  return scored.sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
}
