import type { CaseResult, StructureScore } from '../case/case-result.ts';
import { dice, type Confusion } from '../counts/confusion.ts';
import type { LabelScheme } from '../labels/label-scheme.ts';
import type { EvaluationSummary } from '../runs/run-summary.ts';

/** The two ways in which one count is evaluated. */
export type Way = 'regions' | 'labels';
export const WAYS: readonly Way[] = ['regions', 'labels'];

/** Counts of one structure in one case. */
export interface StructureCounts extends Confusion {
  /** As in summary.json: "1" for a label, "(1, 2, 3)" for a region. */
  readonly key: string;
  readonly tn: number;
}

/** What a cohort keeps of a case: every score follows from it. */
export interface CohortCase {
  readonly name: string;
  /** Paths of the two files as they were given. */
  readonly files: { readonly reference: string; readonly prediction: string };
  /** Voxels that count: those whose reference is not the ignore label. */
  readonly counted: number;
  readonly regions: readonly StructureCounts[];
  readonly labels: readonly StructureCounts[];
}

/** A structure that is evaluated in every case. */
export interface CohortStructure {
  readonly key: string;
  readonly name: string;
}

/** What is kept of the result of a case. */
export function toCohortCase(result: CaseResult, files: CohortCase['files']): CohortCase {
  const counts = (scores: readonly StructureScore[]) =>
    scores.map(({ key, tp, fp, fn, tn }) => ({ key, tp, fp, fn, tn }));
  return {
    name: result.name,
    files,
    counted: result.voxels - result.ignored,
    regions: counts(result.regionScores),
    labels: counts(result.labelScores),
  };
}

/**
 * The structures that nnU-Net evaluates, in its order: regions as in dataset.json, labels by ascending value. Without
 * dataset.json the labels are those that any case has. Labels that dataset.json lacks are in no summary.
 */
export function listStructures(
  { regions, labels }: Pick<LabelScheme, 'regions' | 'labels'>,
  cases: readonly CohortCase[],
  way: Way,
): CohortStructure[] {
  if (way === 'regions') return regions.map(({ key, name }) => ({ key, name }));
  const known =
    labels.length > 0
      ? labels
      : [...new Set(cases.flatMap((one) => one.labels.map(({ key }) => key)))].map((key) => ({
          value: Number(key),
          name: `label ${key}`,
        }));
  return known.toSorted((a, b) => a.value - b.value).map(({ value, name }) => ({ key: `${value}`, name }));
}

/** The counts of a structure in a case; where neither map has the label, all voxels are true negatives. */
export function countsOf(one: CohortCase, way: Way, key: string): StructureCounts {
  return one[way].find((counts) => counts.key === key) ?? { key, tp: 0, fp: 0, fn: 0, tn: one.counted };
}

/** A cohort in the form in which a summary.json is read, for statistics over either. */
export function toEvaluation(
  cases: readonly CohortCase[],
  structures: readonly CohortStructure[],
  way: Way,
): EvaluationSummary {
  const keys = structures.map(({ key }) => key);
  const countsIn = (one: CohortCase) =>
    keys.map((key) => {
      const { tp, fp, fn } = countsOf(one, way, key);
      return [key, { tp, fp, fn, dice: dice({ tp, fp, fn }) }] as const;
    });
  return {
    version: 2,
    keys,
    cases: cases.map((one) => ({ name: one.name, counts: Object.fromEntries(countsIn(one)) })),
    meanDice: Number.NaN,
  };
}
