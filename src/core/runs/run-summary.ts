/** Counts and Dice of one structure in one case, as summary.json has them. */
export interface CaseCounts {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  /** NaN where the structure is in neither. */
  readonly dice: number;
}

export interface SummaryCase {
  readonly name: string;
  /** By key: "1", "(1, 2, 3)". */
  readonly counts: Readonly<Record<string, CaseCounts>>;
}

/** An evaluation that nnU-Net wrote. */
export interface EvaluationSummary {
  readonly version: 1 | 2;
  readonly keys: readonly string[];
  readonly cases: readonly SummaryCase[];
  /** foreground_mean as written; NaN where it is not there. */
  readonly meanDice: number;
}

/** How the cases of one structure add up. */
export interface StructureSum {
  readonly key: string;
  /** Mean over the cases in which the structure is in either; NaN where there is none. */
  readonly meanDice: number;
  /** 2 sum TP / (2 sum TP + sum FP + sum FN). */
  readonly pooledDice: number;
  readonly cases: number;
  /** Cases with a Dice of 0, and with none. */
  readonly zeroCases: number;
  readonly absentCases: number;
}

/** Adds the cases up in both ways, per structure. */
export function sumStructures({ keys, cases }: EvaluationSummary): StructureSum[] {
  return keys.map((key) => {
    let [tp, fp, fn, sum, counted, zeroCases, absentCases] = [0, 0, 0, 0, 0, 0, 0];
    for (const { counts } of cases) {
      const found = Object.hasOwn(counts, key) ? counts[key] : undefined;
      if (!found) continue;
      tp += found.tp;
      fp += found.fp;
      fn += found.fn;
      if (Number.isNaN(found.dice)) {
        absentCases++;
        continue;
      }
      counted++;
      sum += found.dice;
      if (found.dice === 0) zeroCases++;
    }
    return {
      key,
      meanDice: counted === 0 ? Number.NaN : sum / counted,
      pooledDice: 2 * tp + fp + fn === 0 ? Number.NaN : (2 * tp) / (2 * tp + fp + fn),
      cases: cases.length,
      zeroCases,
      absentCases,
    };
  });
}
