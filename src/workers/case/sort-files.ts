import { recogniseRoles, type FileRole, type RecognisedRole } from '../../io/files/file-roles.ts';
import {
  groupCases,
  type AmbiguousFiles,
  type CaseFiles,
  type RoledFile,
} from '../../io/files/folder-pairs.ts';
import { originOf, type OpenFile, type Role, type SortedCase, type SortedFiles } from './sorted-files.ts';

type Sorted = RoledFile & { readonly id: number };

const SHOWN_ROLE: Readonly<Record<FileRole, Role>> = {
  dataset: 'dataset',
  'label-names': 'label-names',
  reference: 'reference',
  prediction: 'prediction',
  'prediction-b': 'prediction',
  probabilities: 'probabilities',
  'region-mask': 'mask',
  image: 'image',
  'pair-data': 'other',
  unknown: 'other',
  other: 'other',
};

const ROLE_BY_HAND: Readonly<Record<Role, FileRole>> = {
  dataset: 'dataset',
  'label-names': 'label-names',
  reference: 'reference',
  prediction: 'prediction',
  probabilities: 'probabilities',
  mask: 'region-mask',
  image: 'image',
  other: 'other',
};

/** What each file is, and the cases that they make. A role given by hand stays. */
export function sortFiles(files: readonly OpenFile[]): SortedFiles {
  const recognised = recogniseRoles(files);
  const roled = tellSecondModels(
    files.map((file, i): Sorted => ({
      ...recognised[i],
      name: file.name,
      folder: file.folder,
      id: file.id,
      ...byHand(file),
    })),
    files,
  );
  const { cases, ambiguous } = groupCases(roled);
  const idOf = (role: FileRole) => roled.find((file) => file.role === role)?.id ?? null;
  return {
    files: files.map((file, i) => ({ ...file, role: SHOWN_ROLE[roled[i].role], part: partOf(roled[i]) })),
    cases: cases.flatMap((found) => listModels(found, roled)),
    dataset: idOf('dataset'),
    labelNames: idOf('label-names'),
    ambiguous: cases.length === 0 ? describeAmbiguous(ambiguous, files) : null,
  };
}

function byHand(file: OpenFile): Partial<RecognisedRole> {
  return file.byHand ? { role: ROLE_BY_HAND[file.role] } : {};
}

/** A second prediction of one case, given by hand or kept beside another, is model B. */
function tellSecondModels(roled: readonly Sorted[], files: readonly OpenFile[]): Sorted[] {
  if (roled.filter(({ role }) => role === 'reference').length !== 1) return [...roled];
  const isChosen = (i: number) => files[i].byHand && roled[i].role === 'prediction';
  return roled.map((file, i) => {
    const isSecond =
      isChosen(i) &&
      roled.some((other, j) => j !== i && other.role === 'prediction' && (!isChosen(j) || j < i));
    return isSecond ? { ...file, role: 'prediction-b' } : file;
  });
}

function partOf({ role, regionName, channel }: RecognisedRole): string {
  if (role === 'region-mask') return regionName ?? '';
  return role === 'image' ? `${channel ?? 0}` : '';
}

function listModels(found: CaseFiles<Sorted>, all: readonly Sorted[]): SortedCase[] {
  const volume = (file: Sorted) =>
    file.partner === null ? [file.id] : [file.id, all[file.partner]?.id ?? file.id];
  const named = (files: readonly Sorted[]) =>
    files.map((file) => ({ name: partOf(file), files: volume(file) }));
  const models = [found.prediction, found.predictionB, ...found.predictionsOfMore].flatMap(
    (file) => file ?? [],
  );
  const isByName = new Set(models.map(({ name }) => name)).size === models.length;
  const entry = (prediction: Sorted | null): SortedCase => ({
    name: found.name,
    model: models.length > 1 && prediction ? (isByName ? prediction.name : modelFolder(prediction)) : '',
    reference: volume(found.reference),
    prediction: prediction && volume(prediction),
    probabilities: found.probabilities?.id ?? null,
    masks: named(found.regionMasks),
    images: named(found.images),
  });
  return models.length === 0 ? [entry(null)] : models.map(entry);
}

/** The folder of a model's predictions; the folds of one training are one model. */
export function modelFolder({ folder }: { readonly folder: string }): string {
  return folder.replace(/(^|[\\/])fold_(?:\d+|all)(?=[\\/]|$)/g, '$1fold_*');
}

function describeAmbiguous(
  ambiguous: readonly AmbiguousFiles<Sorted>[],
  files: readonly OpenFile[],
): SortedFiles['ambiguous'] {
  const [group] = ambiguous;
  if (!group) return null;
  const origins = new Set(
    group.files.map(({ id }) => originOf(files.find((file) => file.id === id) as OpenFile)),
  );
  const [first, second] = origins;
  return second === undefined ? null : { origins: [first, second], example: group.files[0].name };
}
