import { sumStructures } from '../runs/run-summary.ts';
import type { GapInput } from './gap-account.ts';

/** One structure at each step of the gap account; NaN where it is in no case, null for steps that are not known. */
export interface GapStructure {
  readonly key: string;
  readonly name: string;
  /** Cases that have it in either map, those of them with a Dice of 0, and those that have it in neither. */
  readonly cases: number;
  readonly zeroCases: number;
  readonly absentCases: number;
  /** Voxels over all cases. */
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly meanDice: number;
  readonly pooledDice: number;
  /** Pooled, before the reconstruction. */
  readonly rawDice: number | null;
  /** Mean over the simulated epochs that have it, and those that do not. */
  readonly pseudoDice: number | null;
  readonly nanEpochs: number;
}

/** The structures of an evaluation, in its order. */
export function gapStructures({ evaluated, raw, names, simulated }: GapInput): GapStructure[] {
  const rawSums = raw && sumStructures(raw);
  return sumStructures(evaluated).map((sum, i) => {
    const { key, zeroCases, absentCases, meanDice, pooledDice } = sum;
    const [tp, fp, fn] = (['tp', 'fp', 'fn'] as const).map((count) =>
      evaluated.cases.reduce(
        (total, { counts }) => total + (Object.hasOwn(counts, key) ? counts[key][count] : 0),
        0,
      ),
    );
    return {
      key,
      name: Object.hasOwn(names, key) ? names[key] : key,
      cases: evaluated.cases.filter(
        ({ counts }) => Object.hasOwn(counts, key) && !Number.isNaN(counts[key].dice),
      ).length,
      zeroCases,
      absentCases,
      tp,
      fp,
      fn,
      meanDice,
      pooledDice,
      rawDice: rawSums && (rawSums.find((other) => other.key === key)?.pooledDice ?? Number.NaN),
      pseudoDice: simulated?.structureMeans ? (simulated.structureMeans[i] ?? Number.NaN) : null,
      nanEpochs: simulated?.nanEpochs[i] ?? 0,
    };
  });
}
