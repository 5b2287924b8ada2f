import { stemOf } from '../../io/files/file-roles.ts';
import { isVolumeName } from '../../io/files/volume-name.ts';
import type { NamedFile } from '../case/named-file.ts';

/** The files of a run's validation that are at hand. */
export interface ValidationFiles<File> {
  /** Predictions, and references of the same cases, and the dataset.json above them. */
  readonly files: readonly File[];
  /** Names of the cases that have both a prediction and a reference. */
  readonly cases: ReadonlySet<string>;
}

const REFERENCES = /(?:^|\/)(?:labelsTr|labelsTs|gt_segmentations)$/;
const PREDICTIONS = ['validation', 'validation_raw'];

/**
 * Pairs what lies in a run's folder `validation` (v1: `validation_raw`) with the volume of the same name in a folder
 * labelsTr, labelsTs or gt_segmentations among the same files, or with a reference that is open already
 * (`openReferences`, their names), which is not among the files of the result.
 */
export function validationFiles<File extends Pick<NamedFile, 'name' | 'folder'>>(
  files: readonly File[],
  folder: string,
  openReferences: readonly string[],
): ValidationFiles<File> {
  const within = PREDICTIONS.map((name) => (folder === '' ? name : `${folder}/${name}`));
  const volumes = files.filter(({ name }) => isVolumeName(name));
  const references = volumes.filter((file) => REFERENCES.test(file.folder));
  const referenced = new Set([...openReferences, ...references.map(({ name }) => name)].map(stemOf));
  const predictions = volumes.filter(
    (file) => within.includes(file.folder) && referenced.has(stemOf(file.name)),
  );
  const cases = new Set(predictions.map(({ name }) => stemOf(name)));
  const open = new Set(openReferences.map(stemOf));
  const dataset = files.find(({ name, folder: at }) => name === 'dataset.json' && isAbove(at, folder));
  return {
    files: [
      ...predictions,
      ...references.filter(({ name }) => cases.has(stemOf(name)) && !open.has(stemOf(name))),
      ...(dataset && cases.size > 0 ? [dataset] : []),
    ],
    cases,
  };
}

function isAbove(folder: string, below: string): boolean {
  return folder === '' || below === folder || below.startsWith(`${folder}/`);
}
