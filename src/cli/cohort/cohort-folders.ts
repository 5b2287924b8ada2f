import { readdirSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { DiceLensError } from '../../core/errors.ts';
import { compareCodePoints } from '../../core/text/python-json.ts';
import { regionNameOf } from '../region-name.ts';
import type { CaseJob } from './case-job.ts';

/** What the predictions of a folder are: files, or a folder of region masks for each case. */
export const PREDICTION_KINDS = ['label-maps', 'probabilities', 'region-masks'] as const;
export type PredictionKind = (typeof PREDICTION_KINDS)[number];

/** The cases of two folders. */
export interface CohortFolders {
  readonly references: string;
  readonly predictions: string;
  /** Sorted by file name as Python sorts. */
  readonly cases: readonly (CaseJob & { readonly hasReference: boolean })[];
  /** Files of references that no prediction has the name of. */
  readonly withoutPrediction: readonly string[];
  /** Volumes of either folder that are no case, since they end otherwise; the same name may be among the cases. */
  readonly otherEnding: readonly string[];
  readonly ending: string;
}

/**
 * Pairs the files of two folders as nnU-Net does: a case is a prediction whose name ends in `ending`, its reference
 * the file of the same name. Without an ending it is .nii.gz where a prediction has that, else .nii, else that of NRRD, MetaImage or a picture. Where no file of
 * predictions ends so, NAME.npz is taken for it, or a folder NAME with a mask for each region; `kind` asks for one.
 * Source: nnU-Net v2, evaluation/evaluate_predictions.py, `compute_metrics_on_folder`.
 * @throws DiceLensError cohortEmpty; cohortNothingMatches where no prediction has a reference; folderUnreadable
 */
export function pairFolders(
  references: string,
  predictions: string,
  asked: string | null,
  kind: PredictionKind | null = null,
): CohortFolders {
  const all = namesIn(predictions);
  const isLabelMaps = kind === 'label-maps' || (kind === null && hasEnding(all.files, asked));
  const shown = namesIn(references);
  const ending = asked ?? guessEnding(isLabelMaps ? all.files : shown.files);
  const found = findPredictions(predictions, all, ending, kind ?? (isLabelMaps ? 'label-maps' : null));
  if (found.names.length === 0) {
    throw new DiceLensError('cohortEmpty', { folder: predictions, ending: found.ending });
  }
  const referred = shown.files.filter((name) => name.endsWith(ending));
  const isReference = new Set(referred);
  const cases = found.names.map((prediction) => {
    const name = prediction.slice(0, prediction.length - found.ending.length);
    const reference = name + ending;
    const files = {
      reference: joinAsPython(references, reference),
      prediction: joinAsPython(predictions, prediction),
    };
    return { name, files, kind: found.kind, hasReference: isReference.has(reference) };
  });
  if (!cases.some(({ hasReference }) => hasReference)) {
    const facts = { references, predictions, cases: cases.length, name: found.names[0] };
    throw new DiceLensError('cohortNothingMatches', facts);
  }
  const isPredicted = new Set(cases.map(({ name }) => name + ending));
  const isOther = (name: string) => /\.nii(\.gz)?$/.test(name) && !name.endsWith(ending);
  return {
    references,
    predictions,
    cases,
    withoutPrediction: referred.filter((name) => !isPredicted.has(name)),
    otherEnding: [
      ...shown.files.filter(isOther).map((name) => joinAsPython(references, name)),
      ...all.files.filter(isOther).map((name) => joinAsPython(predictions, name)),
    ],
    ending,
  };
}

function findPredictions(
  folder: string,
  { files, folders }: Names,
  ending: string,
  asked: PredictionKind | null,
): { kind: PredictionKind; names: readonly string[]; ending: string } {
  const packed = files.filter((name) => name.endsWith('.npz'));
  if (asked === 'label-maps') {
    return { kind: asked, names: files.filter((name) => name.endsWith(ending)), ending };
  }
  if (asked === 'probabilities' || (asked === null && packed.length > 0)) {
    return { kind: 'probabilities', names: packed, ending: '.npz' };
  }
  const masked = folders.filter((name) => masksIn(join(folder, name)).length > 0);
  if (asked === null && masked.length === 0) return { kind: 'label-maps', names: [], ending };
  return { kind: 'region-masks', names: masked, ending: '' };
}

/** The masks of a case's folder, `region_NAME` each, as paths in the order of their names. */
export function masksIn(folder: string): string[] {
  return namesIn(folder)
    .files.filter((name) => regionNameOf(name) !== '' && !/\.img(\.gz)?$/i.test(name))
    .map((name) => joinAsPython(folder, name));
}

/** Endings of volumes, the first that is found counts. */
const ENDINGS = [
  '.nii.gz',
  '.nii',
  '.nrrd',
  '.nhdr',
  '.mha',
  '.mhd',
  '.png',
  '.tif',
  '.tiff',
  '.bmp',
] as const;

function hasEnding(names: readonly string[], asked: string | null): boolean {
  const endings = asked === null ? ENDINGS : [asked];
  return names.some((name) => endings.some((ending) => name.endsWith(ending)));
}

function guessEnding(names: readonly string[]): string {
  return ENDINGS.find((ending) => names.some((name) => name.endsWith(ending))) ?? '.nii';
}

/** A path as os.path.join spells it: nothing that was given is changed. */
export function joinAsPython(folder: string, name: string): string {
  const isJoined = folder.endsWith('/') || (sep === '\\' && /[\\:]$/.test(folder));
  return isJoined ? folder + name : folder + sep + name;
}

interface Names {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

/** What lies in a folder, sorted; a link counts as what it leads to. */
function namesIn(folder: string): Names {
  try {
    const names = readdirSync(folder).sort(compareCodePoints);
    const found = names.map((name) => ({
      name,
      is: statSync(join(folder, name), { throwIfNoEntry: false }),
    }));
    return {
      files: found.filter(({ is }) => is?.isFile()).map(({ name }) => name),
      folders: found.filter(({ is }) => is?.isDirectory()).map(({ name }) => name),
    };
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new DiceLensError('folderUnreadable', { folder, reason });
  }
}
