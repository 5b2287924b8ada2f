import type { formatCase } from '../case/case-json.ts';
import type { CohortComparison } from './cohort-compare.ts';
import type { CohortCase, Way } from './cohort-result.ts';
import type { Label, LabelScheme, Region } from '../labels/label-scheme.ts';

/** What a case of a cohort has beside the case JSON: where it came from and the order of its structures. */
export interface CaseOrigin {
  readonly files: CohortCase['files'];
  /** Keys like "2" do not keep their place in an object of JavaScript; this list does. */
  readonly scheme: { readonly regions: readonly Region[]; readonly labels: readonly Label[] };
}

/** The case JSON with its origin, so that it can be merged with others later. */
export function addOrigin<Json extends ReturnType<typeof formatCase>>(
  json: Json,
  files: CohortCase['files'],
  { regions, labels }: LabelScheme,
): Json & CaseOrigin {
  return { ...json, files, scheme: { regions, labels } };
}

/** A case that could not be evaluated, in English as all JSON. */
export interface FailedCase {
  readonly case: string;
  readonly code: string;
  readonly message: string;
}

/** The beginning of dicelens/cohort@1; cases follow one a line, joined by `COHORT_JOINT`. */
export const COHORT_START = '{\n"schema": "dicelens/cohort@1",\n"cases": [\n';
export const COHORT_JOINT = ',\n';

/** Its end. */
export function formatCohortEnd(failed: readonly FailedCase[]): string {
  return `\n],\n"failed": ${JSON.stringify(failed)}\n}\n`;
}

/** dicelens/compare@1: differences are B - A; NaN becomes null when it is written as JSON. */
export function formatComparison(
  files: { readonly a: string; readonly b: string },
  comparisons: readonly (CohortComparison & { readonly way: Way })[],
) {
  return {
    schema: 'dicelens/compare@1',
    ...files,
    comparisons,
  };
}
