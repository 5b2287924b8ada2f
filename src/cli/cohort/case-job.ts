import { formatCaseCsv } from '../../core/case/case-csv.ts';
import { toCohortCase, type CohortCase } from '../../core/cohort/cohort-result.ts';
import type { Warning } from '../../core/errors.ts';
import type { Engine } from '../../engine/engine.ts';
import { evaluateSources, type CaseSetting } from '../evaluate-sources.ts';
import { regionNameOf } from '../region-name.ts';
import { openFile, openVolume } from '../sources.ts';
import type { CaseSources } from '../../tasks/case/case-sources.ts';
import { masksIn, type PredictionKind } from './cohort-folders.ts';

/** One case of two folders. */
export interface CaseJob {
  readonly name: string;
  /** Of region masks the prediction is their folder. */
  readonly files: CohortCase['files'];
  readonly kind: PredictionKind;
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
  job: CaseJob,
  { setting, json, csv }: CaseWishes,
  engine: Engine,
): Promise<CaseAnswer> {
  const { files } = job;
  const evaluated = await evaluateSources(await openSources(job), files, setting, engine);
  const { result } = evaluated;
  return {
    evaluated: toCohortCase(result, files),
    warnings: result.warnings.slice(setting.warnings.length),
    json: json ? JSON.stringify(evaluated.json()) : null,
    csv: csv ? formatCaseCsv(result) : null,
  };
}

/** Opens the files of one case. @throws DiceLensError for one that is not there */
export async function openSources({ name, files, kind }: CaseJob): Promise<CaseSources> {
  const none = { name, prediction: null, probabilities: null, masks: [] };
  const reference = await openVolume(files.reference);
  switch (kind) {
    case 'label-maps':
      return { ...none, reference, prediction: await openVolume(files.prediction) };
    case 'probabilities':
      return { ...none, reference, probabilities: await openFile(files.prediction) };
    case 'region-masks': {
      const masks = masksIn(files.prediction).map(async (path) => ({
        name: regionNameOf(path),
        sources: await openVolume(path),
      }));
      return { ...none, reference, masks: await Promise.all(masks) };
    }
  }
}
