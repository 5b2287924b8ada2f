import { dice } from '../counts/confusion.ts';
import type { PseudoDiceResult } from './pseudo-dice-result.ts';
import { spreadOf } from './pseudo-dice.ts';
import { sumStructures } from '../runs/run-summary.ts';

/** One structure: whole volumes against simulated epochs. NaN where the structure is absent. */
export interface StructureRow {
  readonly key: string;
  readonly name: string;
  /** Mean over the cases that have it in either map. */
  readonly meanDice: number;
  readonly pooledDice: number;
  /** Before the reconstruction; null for labels and where raw masks are not known. */
  readonly rawPooledDice: number | null;
  /** Pseudo Dice over the epochs that have it. */
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly nanEpochs: number;
  /** What an epoch is expected to sum, and the Dice of that: what ever more iterations tend to. */
  readonly expected: {
    readonly tp: number;
    readonly fp: number;
    readonly fn: number;
    readonly dice: number;
  } | null;
  /** Patches forced on it, expected in an epoch, and the chance of none. */
  readonly forcedPerEpoch: number;
  readonly neverForced: number;
}

/** The rows of the table of a simulation, in nnU-Net's order. */
export function structureRows(result: PseudoDiceResult): StructureRow[] {
  const { structures, evaluated, raw, epochs, expected, plan } = result;
  const sums = sumStructures(evaluated);
  const rawSums = raw && sumStructures(raw);
  return structures.map(({ key, name }, s) => {
    const { perEpoch, missedInEpoch } = plan.forcedPerStructure[s];
    return {
      key,
      name,
      meanDice: sums[s].meanDice,
      pooledDice: sums[s].pooledDice,
      rawPooledDice: rawSums && rawSums[s].pooledDice,
      ...spreadOf(epochs.map((epoch) => epoch.dice[s])),
      expected: expected && { ...expected[s], dice: dice(expected[s]) },
      forcedPerEpoch: perEpoch,
      neverForced: missedInEpoch,
    };
  });
}
