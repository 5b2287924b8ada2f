import { existsSync, statSync } from 'node:fs';
import { DiceLensError } from '../../core/errors.ts';
import type { LabelScheme } from '../../core/labels/label-scheme.ts';
import { parseFileEnding } from '../../io/files/file-ending.ts';
import { readJsonText } from '../../io/json/json-text.ts';
import type { CaseToSimulate } from '../../tasks/pseudo-dice/kept-cases.ts';
import { readCase } from '../../tasks/case/read-case.ts';
import { pairFolders } from '../cohort/cohort-folders.ts';
import { READERS } from '../evaluate-sources.ts';
import { nameOfCase, openFile, openVolume } from '../sources.ts';

/** The cases of two folders or two files, and the predictions that have no reference. */
export interface FoundCases {
  readonly cases: readonly CaseToSimulate[];
  readonly withoutReference: readonly string[];
}

/**
 * Finds the cases. Where there are regions, the probabilities NAME.npz beside a prediction NAME.nii.gz are read
 * with it, since the pseudo Dice compares raw masks.
 * @throws DiceLensError fileMissing, cohortOneFolder, and what `pairFolders` throws
 */
export async function findCases(
  references: string,
  predictions: string,
  scheme: LabelScheme,
  dataset: string | undefined,
): Promise<FoundCases> {
  const [first, second] = [references, predictions].map((path) => {
    if (!existsSync(path)) throw new DiceLensError('fileMissing', { file: path });
    return statSync(path).isDirectory();
  });
  if (first !== second) {
    const [folder, file] = first ? [references, predictions] : [predictions, references];
    throw new DiceLensError('cohortOneFolder', { folder, file });
  }
  if (!first) {
    const name = nameOfCase(references, predictions);
    return { cases: [caseOf(name, references, predictions, scheme)], withoutReference: [] };
  }
  const file = dataset === undefined ? null : await openFile(dataset);
  const ending = file && parseFileEnding(await readJsonText(file), file.name);
  const { cases } = pairFolders(references, predictions, ending);
  return {
    cases: cases
      .filter(({ hasReference }) => hasReference)
      .map(({ name, files }) => caseOf(name, files.reference, files.prediction, scheme)),
    withoutReference: cases.filter(({ hasReference }) => !hasReference).map(({ files }) => files.prediction),
  };
}

function caseOf(name: string, reference: string, prediction: string, scheme: LabelScheme): CaseToSimulate {
  const isNpz = /\.npz$/i.test(prediction);
  const beside = prediction.replace(/(?:\.nii(?:\.gz)?|\.hdr|\.img)$/i, '.npz');
  const hasBeside = !isNpz && beside !== prediction && scheme.regions.length > 0 && existsSync(beside);
  return {
    name,
    read: async (context) => {
      const sources = {
        name,
        reference: await openVolume(reference),
        prediction: isNpz ? null : await openVolume(prediction),
        probabilities: isNpz || hasBeside ? await openFile(isNpz ? prediction : beside) : null,
        masks: [],
      };
      return readCase(sources, scheme, READERS, context);
    },
  };
}
