import { dice } from '../counts/confusion.ts';
import type { CaseCounts, EvaluationSummary, SummaryCase } from '../runs/run-summary.ts';
import { nanMean, numpyMean } from '../statistics/pairwise-sum.ts';
import { countsOf, type CohortCase, type CohortStructure, type Way } from './cohort-result.ts';

/** A structure of a case of which file and recount say different things. */
export interface SummaryDifference {
  readonly case: string;
  readonly key: string;
  readonly file: CaseCounts;
  readonly here: CaseCounts;
}

/** What most likely made a file and its recount differ. */
export type SummaryCause =
  | 'missing-files'
  | 'other-structures'
  | 'ignore-label'
  | 'swapped-labels'
  | 'other-references'
  | 'other-predictions'
  | 'rounding';

/** A summary.json held against the cases as they were counted here. */
export interface SummaryCheck {
  readonly way: Way;
  readonly casesOnlyInFile: readonly string[];
  readonly casesOnlyHere: readonly string[];
  readonly keysOnlyInFile: readonly string[];
  readonly keysOnlyHere: readonly string[];
  /** Structures of cases that both have, and those that agree in TP, FP, FN and Dice to the last digit. */
  readonly compared: number;
  readonly equal: number;
  readonly differences: readonly SummaryDifference[];
  /** foreground_mean of Dice: as written, of the file's own cases, and of the cases here. */
  readonly writtenMean: number;
  readonly fileMean: number;
  readonly hereMean: number;
  readonly causes: readonly SummaryCause[];
}

/** The way in which a summary was evaluated: regions have tuples for keys. */
export function wayOf({ keys }: Pick<EvaluationSummary, 'keys'>): Way {
  return keys.some((key) => key.startsWith('(')) ? 'regions' : 'labels';
}

/** foreground_mean of Dice as nnU-Net works it out, of the cases as they stand in the file. */
export function foregroundMean({ keys, cases }: Pick<EvaluationSummary, 'keys' | 'cases'>): number {
  return numpyMean(keys.map((key) => nanMean(cases.map(({ counts }) => counts[key]?.dice ?? Number.NaN))));
}

/**
 * Holds a summary.json against the cases that were counted here. A case is known by the name of its file; the causes
 * are those that fit every difference, the likeliest first.
 */
export function checkSummary(
  summary: EvaluationSummary,
  cases: readonly CohortCase[],
  structures: readonly CohortStructure[],
  ignore: number | null,
): SummaryCheck {
  const way = wayOf(summary);
  const keys = structures.map(({ key }) => key);
  const here = cases.map((one): SummaryCase => ({
    name: one.name,
    counts: Object.fromEntries(
      keys.map((key) => {
        const { tp, fp, fn } = countsOf(one, way, key);
        return [key, { tp, fp, fn, dice: dice({ tp, fp, fn }) }];
      }),
    ),
  }));
  const byName = new Map(here.map((one) => [one.name, one]));
  const inFile = new Set(summary.cases.map(({ name }) => name));
  const common = keys.filter((key) => summary.keys.includes(key));
  const differences: SummaryDifference[] = [];
  let compared = 0;
  for (const { name, counts } of summary.cases) {
    const own = byName.get(name);
    for (const key of own ? common : []) {
      const [file, counted] = [counts[key], own!.counts[key]];
      if (!file) continue;
      compared++;
      if (!isSame(file, counted)) differences.push({ case: name, key, file, here: counted });
    }
  }
  const found = {
    way,
    casesOnlyInFile: summary.cases.map(({ name }) => name).filter((name) => !byName.has(name)),
    casesOnlyHere: here.map(({ name }) => name).filter((name) => !inFile.has(name)),
    keysOnlyInFile: summary.keys.filter((key) => !keys.includes(key)),
    keysOnlyHere: keys.filter((key) => !summary.keys.includes(key)),
    compared,
    equal: compared - differences.length,
    differences,
    writtenMean: summary.meanDice,
    fileMean: foregroundMean(summary),
    hereMean: foregroundMean({ keys, cases: here }),
  };
  return { ...found, causes: findCauses(found, byName, ignore) };
}

function isSame(a: CaseCounts, b: CaseCounts): boolean {
  return a.tp === b.tp && a.fp === b.fp && a.fn === b.fn && Object.is(a.dice, b.dice);
}

/** Differences of at most this share of a structure are taken for rounding. */
const ROUNDING_SHARE = 0.002;

function findCauses(
  found: Omit<SummaryCheck, 'causes'>,
  byName: ReadonlyMap<string, SummaryCase>,
  ignore: number | null,
): SummaryCause[] {
  const { differences } = found;
  const isEvery = (holds: (difference: SummaryDifference) => boolean) =>
    differences.length > 0 && differences.every(holds);
  const isAny = (holds: (difference: SummaryDifference) => boolean) => differences.some(holds);
  const sameReference = ({ file, here }: SummaryDifference) => file.tp + file.fn === here.tp + here.fn;
  const samePrediction = ({ file, here }: SummaryDifference) => file.tp + file.fp === here.tp + here.fp;
  const onlyMoreFp = ({ file, here }: SummaryDifference) =>
    file.tp === here.tp && file.fn === here.fn && file.fp > here.fp;
  const isNear = ({ file, here }: SummaryDifference) => {
    const moved = Math.abs(file.tp - here.tp) + Math.abs(file.fp - here.fp) + Math.abs(file.fn - here.fn);
    return moved <= Math.max(2, ROUNDING_SHARE * (2 * here.tp + here.fp + here.fn));
  };
  const isSwapped = (one: SummaryDifference) =>
    Object.entries(byName.get(one.case)?.counts ?? {}).some(
      ([key, counts]) => key !== one.key && isSame(counts, one.file) && counts.tp + counts.fp + counts.fn > 0,
    );
  const byIgnore = ignore !== null && isEvery(onlyMoreFp);
  const bySwap = !byIgnore && isEvery(isSwapped);
  const byRounding = !byIgnore && !bySwap && isEvery(isNear);
  const otherwise = !byIgnore && !bySwap && !byRounding;
  const holds: readonly (readonly [SummaryCause, boolean])[] = [
    ['missing-files', found.casesOnlyInFile.length + found.casesOnlyHere.length > 0],
    ['other-structures', found.keysOnlyInFile.length + found.keysOnlyHere.length > 0],
    ['ignore-label', byIgnore],
    ['swapped-labels', bySwap],
    ['rounding', byRounding],
    ['other-references', otherwise && isAny((one) => !sameReference(one))],
    ['other-predictions', otherwise && isAny((one) => sameReference(one) && !samePrediction(one))],
  ];
  return holds.flatMap(([cause, isSo]) => (isSo ? [cause] : []));
}
