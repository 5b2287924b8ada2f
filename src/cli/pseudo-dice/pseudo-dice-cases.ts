import { existsSync, statSync } from 'node:fs';
import { DiceLensError } from '../../core/errors.ts';
import { parseFileEnding } from '../../io/files/file-ending.ts';
import { readJsonText } from '../../io/json/json-text.ts';
import type { CaseSources } from '../../tasks/case/case-sources.ts';
import type { CaseToSimulate } from '../../tasks/pseudo-dice/kept-cases.ts';
import { readCase, schemeToRead } from '../../tasks/case/read-case.ts';
import { openSources, type CaseJob } from '../cohort/case-job.ts';
import { pairFolders, type PredictionKind } from '../cohort/cohort-folders.ts';
import { READERS, schemeOf, type CaseSetting } from '../evaluate-sources.ts';
import { regionNameOf } from '../region-name.ts';
import { nameOfCase, openFile, openVolume } from '../sources.ts';

/** The cases of two folders or two files, and the predictions that have no reference. */
export interface FoundCases {
  readonly cases: readonly CaseToSimulate[];
  readonly withoutReference: readonly string[];
}

/** How cases are found and read. */
export interface CaseWays extends Pick<CaseSetting, 'own' | 'byHand'> {
  /** The path of dataset.json, which tells how files of cases end. */
  readonly dataset: string | undefined;
  /** What the predictions of a folder are; null is what lies there. */
  readonly kind: PredictionKind | null;
}

/**
 * Finds the cases of two folders or two files. Predictions are label maps, probabilities NAME.npz, or a folder NAME of
 * masks `region_NAME`. Where there are regions, NAME.npz beside a prediction NAME.nii.gz is read with it, since the
 * pseudo Dice compares raw masks.
 * @throws DiceLensError fileMissing, cohortOneFolder, and what `pairFolders` throws
 */
export async function findCases(
  references: string,
  predictions: string,
  ways: CaseWays,
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
    const kind: PredictionKind = /\.npz$/i.test(predictions) ? 'probabilities' : 'label-maps';
    const job: CaseJob = {
      name: nameOfCase(references, predictions),
      files: { reference: references, prediction: predictions },
      kind,
    };
    return { cases: [caseOf(job, ways)], withoutReference: [] };
  }
  const file = ways.dataset === undefined ? null : await openFile(ways.dataset);
  const ending = file && parseFileEnding(await readJsonText(file), file.name);
  const { cases } = pairFolders(references, predictions, ending, ways.kind);
  return {
    cases: cases.filter(({ hasReference }) => hasReference).map((job) => caseOf(job, ways)),
    withoutReference: cases.filter(({ hasReference }) => !hasReference).map(({ files }) => files.prediction),
  };
}

/** The one case of a reference and a mask for each of its regions. */
export function caseOfMasks(reference: string, masks: readonly string[], ways: CaseWays): FoundCases {
  const name = nameOfCase(reference, masks[0]);
  const read: CaseToSimulate['read'] = async (context) => {
    const sources: CaseSources = {
      name,
      reference: await openVolume(reference),
      prediction: null,
      probabilities: null,
      masks: await Promise.all(
        masks.map(async (path) => ({ name: regionNameOf(path), sources: await openVolume(path) })),
      ),
    };
    return readCase(sources, schemeToRead(ways.own, ways.byHand, sources), READERS, context);
  };
  return { cases: [{ name, read }], withoutReference: [] };
}

function caseOf(job: CaseJob, ways: CaseWays): CaseToSimulate {
  const { prediction } = job.files;
  const beside = prediction.replace(/(?:\.nii(?:\.gz)?|\.hdr|\.img|\.nrrd|\.nhdr|\.mha|\.mhd)$/i, '.npz');
  const hasRegions = schemeOf({ ...ways, warnings: [], tolerancesMm: null }).regions.length > 0;
  const hasBeside = job.kind === 'label-maps' && beside !== prediction && hasRegions && existsSync(beside);
  return {
    name: job.name,
    read: async (context) => {
      const own = await openSources(job);
      const sources = hasBeside ? { ...own, probabilities: await openFile(beside) } : own;
      return readCase(sources, schemeToRead(ways.own, ways.byHand, sources), READERS, context);
    },
  };
}
