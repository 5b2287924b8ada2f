import { readdirSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { DiceLensError } from '../../core/errors.ts';
import { compareCodePoints } from '../../core/text/python-json.ts';
import type { CaseJob } from './case-job.ts';

/** The cases of two folders. */
export interface CohortFolders {
  readonly references: string;
  readonly predictions: string;
  /** Sorted by file name as Python sorts. */
  readonly cases: readonly (CaseJob & { readonly hasReference: boolean })[];
  /** Files of references that no prediction has the name of. */
  readonly withoutPrediction: readonly string[];
}

/**
 * Pairs the files of two folders as nnU-Net does: a case is a prediction whose name ends in `ending`, its reference
 * the file of the same name. Without an ending it is .nii.gz where a prediction has that, else .nii.
 * Source: nnU-Net v2, evaluation/evaluate_predictions.py, `compute_metrics_on_folder`.
 * @throws DiceLensError cohortEmpty; cohortNothingMatches where no prediction has a reference
 */
export function pairFolders(references: string, predictions: string, asked: string | null): CohortFolders {
  const all = filesIn(predictions);
  const ending = asked ?? (all.some((name) => name.endsWith('.nii.gz')) ? '.nii.gz' : '.nii');
  const predicted = all.filter((name) => name.endsWith(ending));
  if (predicted.length === 0) throw new DiceLensError('cohortEmpty', { folder: predictions, ending });
  const referred = filesIn(references).filter((name) => name.endsWith(ending));
  const isReference = new Set(referred);
  const isPrediction = new Set(predicted);
  if (!predicted.some((name) => isReference.has(name))) {
    const facts = { references, predictions, cases: predicted.length, name: predicted[0] };
    throw new DiceLensError('cohortNothingMatches', facts);
  }
  return {
    references,
    predictions,
    cases: predicted.map((name) => ({
      name: name.slice(0, name.length - ending.length),
      files: { reference: joinAsPython(references, name), prediction: joinAsPython(predictions, name) },
      hasReference: isReference.has(name),
    })),
    withoutPrediction: referred.filter((name) => !isPrediction.has(name)),
  };
}

/** A path as os.path.join spells it: nothing that was given is changed. */
export function joinAsPython(folder: string, name: string): string {
  const isJoined = folder.endsWith('/') || (sep === '\\' && /[\\:]$/.test(folder));
  return isJoined ? folder + name : folder + sep + name;
}

/** Names of the files of a folder; a link counts as what it leads to. */
function filesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.isFile())
    .sort(compareCodePoints);
}
