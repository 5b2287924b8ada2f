import { formatCaseCsv } from '../../core/case/case-csv.ts';
import { toCohortCase, type CohortCase } from '../../core/cohort/cohort-result.ts';
import type { Warning } from '../../core/errors.ts';
import type { Engine } from '../../engine/engine.ts';
import { evaluateSources, type CaseSetting } from '../evaluate-sources.ts';
import { openVolume } from '../sources.ts';

/** One case of two folders. */
export interface CaseJob {
  readonly name: string;
  readonly files: CohortCase['files'];
}

/** What of a case is to be written; what is not is not made. */
export interface CaseWishes {
  readonly setting: CaseSetting;
  readonly json: boolean;
  readonly csv: boolean;
}

/** A case as it comes back from where it was counted: plain, and small beside its volumes. */
export interface CaseAnswer {
  readonly evaluated: CohortCase;
  /** Those of the case itself, without dataset.json's. */
  readonly warnings: readonly Warning[];
  readonly json: string | null;
  readonly csv: string | null;
}

/**
 * Evaluates one case of a cohort.
 * @throws DiceLensError for what is wrong with a file
 */
export async function evaluateJob(
  { name, files }: CaseJob,
  { setting, json, csv }: CaseWishes,
  engine: Engine,
): Promise<CaseAnswer> {
  const sources = {
    name,
    reference: await openVolume(files.reference),
    prediction: await openVolume(files.prediction),
    probabilities: null,
    masks: [],
  };
  const evaluated = await evaluateSources(sources, files, setting, engine);
  const { result } = evaluated;
  return {
    evaluated: toCohortCase(result, files),
    warnings: result.warnings.slice(setting.warnings.length),
    json: json ? JSON.stringify(evaluated.json()) : null,
    csv: csv ? formatCaseCsv(result) : null,
  };
}
