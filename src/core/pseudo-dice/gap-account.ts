import { pullOfCases, type CasePull } from './gap-pull.ts';
import type { GapFacts } from '../messages/pseudo-dice.ts';
import { spreadOf } from './pseudo-dice.ts';
import { meanPseudoDice } from '../runs/run.ts';
import { sumStructures, type EvaluationSummary, type StructureSum } from '../runs/run-summary.ts';
import { gapStructures, type GapStructure } from './gap-structures.ts';

/** What is known on the way from the validation to the log; null for what is not. */
export interface GapInput {
  /** The evaluated label maps: summary.json, or cases that were counted. */
  readonly evaluated: EvaluationSummary;
  /** Regions as they were predicted, before the reconstruction; for regions only. */
  readonly raw: EvaluationSummary | null;
  readonly names: Readonly<Record<string, string>>;
  readonly simulated: {
    readonly means: readonly number[];
    /** NaN epochs by structure, in the order of the keys. */
    readonly nanEpochs: readonly number[];
    /** Mean pseudo Dice by structure, in the same order. */
    readonly structureMeans?: readonly number[];
    readonly forcedShare: number;
  } | null;
  /** Of the training's log. */
  readonly lastEma: number | null;
  /** Share of patches that the training forced onto a structure, where it tells. */
  readonly trainedForced?: number | null;
}

export type GapCode = keyof GapFacts;

/** One bar of the waterfall: a value, and what it changed against the bar before. */
export type GapStep = {
  [Code in GapCode]: {
    readonly code: Code;
    readonly value: number;
    /** Null for the first; NaN where one of both is. */
    readonly change: number | null;
    readonly facts: GapFacts[Code];
  };
}[GapCode];

/** The account from the mean of per-case Dice to the last EMA, and what its steps are made of. */
export interface GapAccount {
  readonly steps: readonly GapStep[];
  /** Which cases weigh more when pooled. */
  readonly pulls: readonly CasePull[];
  /** Every structure at each step, in the order of the evaluation. */
  readonly structures: readonly GapStructure[];
}

/**
 * Why the validation Dice is not the pseudo Dice, step by step (SPEC 6): the changes add up to the whole gap. Every
 * value is the mean over the structures that have one (nanmean); one that no case has is in none. Steps that
 * nothing is known of are left out, and what they would say is part of the remainder.
 */
export function accountGap(input: GapInput): GapAccount {
  const { evaluated, raw, names, simulated, lastEma, trainedForced = null } = input;
  const sums = sumStructures(evaluated);
  const pulls = pullOfCases(evaluated);
  const structures = gapStructures(input);
  const nameOf = (key: string) => (Object.hasOwn(names, key) ? names[key] : key);
  const steps: GapStep[] = [];
  const add = <Code extends GapCode>(code: Code, value: number, facts: GapFacts[Code]) => {
    const before = steps.at(-1);
    steps.push({ code, value, change: before ? value - before.value : null, facts } as GapStep);
  };

  const validation = nanmean(sums.map(({ meanDice }) => meanDice));
  add('validation', validation, {
    mean: validation,
    cases: evaluated.cases.length,
    structures: sums.filter(({ meanDice }) => !Number.isNaN(meanDice)).length,
    absentScores: sums.reduce((sum, one) => sum + (one.absentCases < one.cases ? one.absentCases : 0), 0),
    neverThere: sums.filter(({ meanDice }) => Number.isNaN(meanDice)).map(({ key }) => nameOf(key)),
  });
  const pooled = nanmean(sums.map(({ pooledDice }) => pooledDice));
  const strongest = pulls.find(({ pull }) => Math.sign(pull) === Math.sign(pooled - validation));
  add('aggregation', pooled, {
    change: pooled - validation,
    pooled,
    strongest: strongest ? { ...strongest, name: nameOf(strongest.key) } : null,
    falseAlarms: pulls.filter(({ isFalseAlarm }) => isFalseAlarm).length,
    cases: evaluated.cases.length,
  });
  if (raw) {
    const rawSums = sumStructures(raw);
    const rawPooled = nanmean(rawSums.map(({ pooledDice }) => pooledDice));
    add('reconstruction', rawPooled, {
      change: rawPooled - pooled,
      raw: rawPooled,
      largest: largestChange(sums, rawSums, nameOf),
    });
  }
  const isRawMissing = raw === null && evaluated.keys.some((key) => key.startsWith('('));
  if (simulated) {
    const { mean, low, high, nanEpochs } = spreadOf(simulated.means);
    add('sampling', mean, {
      change: mean - steps[steps.length - 1].value,
      mean,
      low,
      high,
      epochs: simulated.means.length,
      nanEpochs,
      forcedShare: simulated.forcedShare,
      missing: evaluated.keys
        .map((key, i) => ({ name: nameOf(key), epochs: simulated.nanEpochs[i] }))
        .filter(({ epochs }) => epochs > 0),
      isRawMissing,
    });
  }
  if (lastEma !== null) {
    add('remainder', lastEma, {
      change: lastEma - steps[steps.length - 1].value,
      ema: lastEma,
      isSimulated: simulated !== null,
      isRawMissing: isRawMissing && simulated === null,
      unseen: simulated === null ? unseenErrors(structures, trainedForced, lastEma - pooled) : null,
    });
  }
  return { steps, pulls, structures };
}

function largestChange(
  sums: readonly StructureSum[],
  rawSums: readonly StructureSum[],
  nameOf: (key: string) => string,
): GapFacts['reconstruction']['largest'] {
  const changes = sums
    .map(({ key, pooledDice }) => {
      const raw = rawSums.find((other) => other.key === key)?.pooledDice ?? Number.NaN;
      return { name: nameOf(key), change: raw - pooledDice };
    })
    .filter(({ change }) => Math.abs(change) > 0); // not where one of both is NaN
  return changes.length === 0
    ? null
    : changes.reduce((a, b) => (Math.abs(b.change) > Math.abs(a.change) ? b : a));
}

/** A log more than this above the pooled Dice is worth a word on what forced patches do not see. */
const WORTH_A_WORD = 0.1;

/** False positives that forced patches may never look at: of the structure with most, where they outnumber its TP. */
function unseenErrors(
  structures: readonly GapStructure[],
  forcedShare: number | null,
  rise: number,
): GapFacts['remainder']['unseen'] {
  if (forcedShare === null || forcedShare === 0 || !(rise > WORTH_A_WORD)) return null;
  const worst = structures.toSorted((a, b) => b.fp - a.fp).at(0);
  if (!worst || worst.fp <= worst.tp) return null;
  return { forcedShare, name: worst.name, fp: worst.fp, tp: worst.tp };
}

function nanmean(values: readonly number[]): number {
  return meanPseudoDice({ pseudoDice: values });
}
