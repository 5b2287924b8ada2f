import type { ServedRole } from '../../core/serve/served-listing.ts';
import { isCheckpointName, isTrainingLogName } from '../../io/runs/run-file-names.ts';

/** A case before the sizes of its files are known. */
export interface GroupedCase {
  readonly name: string;
  readonly files: readonly { readonly path: string; readonly role: ServedRole }[];
}

export interface GroupedFiles {
  readonly datasets: readonly { readonly path: string; readonly references: number }[];
  readonly predictions: readonly {
    readonly path: string;
    readonly references: string;
    readonly dataset: string | null;
    readonly cases: readonly GroupedCase[];
  }[];
  readonly runs: readonly { readonly path: string; readonly files: readonly string[] }[];
}

type Files = ReadonlyMap<string, readonly string[]>;

const VOLUME = /\.(?:nii|nrrd|mha)(?:\.gz)?$/i;
const REFERENCES = /^(?:labelsTr|labelsTs|gt_segmentations)$/i;
const IMAGES = /^images/i;
const DATASET = /^Dataset\d{3}/i;
const OF_RUN = /^(?:debug|plans|dataset|dataset_fingerprint)\.json$|^progress\.png$/i;

/**
 * What nnU-Net's folders hold, by the names of files alone. References lie in labelsTr, labelsTs or gt_segmentations;
 * predictions are volumes in any other folder that bear the names of references: of the same DatasetNNN where there
 * are such, and of those where most names agree. `files` has the names in every folder, by its path.
 */
export function groupServed(files: Files): GroupedFiles {
  const folders = [...files.keys()];
  const volumes = new Map(
    folders.map((path) => [path, (files.get(path) ?? []).filter((n) => VOLUME.test(n))]),
  );
  const references = folders.filter((path) => REFERENCES.test(lastOf(path)) && volumes.get(path)!.length > 0);
  const isPredictions = (path: string) =>
    !references.includes(path) && !IMAGES.test(lastOf(path)) && volumes.get(path)!.length > 0;

  const predictions = folders.filter(isPredictions).flatMap((path) => {
    const names = new Set(volumes.get(path));
    const found = chooseReferences(path, references, (other) => {
      return volumes.get(other)!.filter((name) => names.has(name)).length;
    });
    if (found === null) return [];
    const dataset = findDataset(path, found, files);
    const shared = volumes.get(found)!.filter((name) => names.has(name));
    const beside = new Set(files.get(path));
    const images = imagesOf(found, files);
    const cases = shared.map((file): GroupedCase => {
      const name = file.replace(VOLUME, '');
      const packed = `${name}.npz`;
      return {
        name,
        files: [
          { path: joined(found, file), role: 'reference' },
          { path: joined(path, file), role: 'prediction' },
          ...(beside.has(packed) ? [{ path: joined(path, packed), role: 'probabilities' as const }] : []),
          ...(images.get(name) ?? []).map((image) => ({ path: image, role: 'image' as const })),
        ],
      };
    });
    return [{ path, references: found, dataset, cases }];
  });
  return {
    datasets: references.map((path) => ({ path: parentOf(path), references: volumes.get(path)!.length })),
    predictions,
    runs: folders
      .filter((path) => files.get(path)!.some(isTrainingLogName))
      .map((path) => runOf(path, files)),
  };
}

/** The folder of references that fits best; null where no name agrees. */
function chooseReferences(
  path: string,
  references: readonly string[],
  countShared: (references: string) => number,
): string | null {
  const own = path.split('/').find((part) => DATASET.test(part));
  const ranked = references
    .map((candidate) => ({
      candidate,
      shared: countShared(candidate),
      withImages: Number(/^labels/i.test(lastOf(candidate))), // gt_segmentations lie apart from the images
      isSame: own !== undefined && candidate.split('/').includes(own),
    }))
    .filter(({ shared }) => shared > 0)
    .toSorted(
      (a, b) => Number(b.isSame) - Number(a.isSame) || b.shared - a.shared || b.withImages - a.withImages,
    );
  return ranked[0]?.candidate ?? null;
}

/** dataset.json beside the predictions, in a folder above them, or beside the folder of the references. */
function findDataset(path: string, references: string, files: Files): string | null {
  const above = [path];
  while (above.at(-1) !== '') above.push(parentOf(above.at(-1)!));
  const folders = [...above, parentOf(references)];
  const found = folders.find((folder) => files.get(folder)?.includes('dataset.json'));
  return found === undefined ? null : joined(found, 'dataset.json');
}

/** The channels of every case, by its name, in the folder of images beside the references. */
function imagesOf(references: string, files: Files): ReadonlyMap<string, readonly string[]> {
  const folder = joined(parentOf(references), /Ts$/i.test(references) ? 'imagesTs' : 'imagesTr');
  const byCase = new Map<string, string[]>();
  for (const file of files.get(folder) ?? []) {
    const name = VOLUME.test(file) ? /^(.+)_\d{4}$/.exec(file.replace(VOLUME, ''))?.[1] : undefined;
    if (name === undefined) continue;
    byCase.set(name, [...(byCase.get(name) ?? []), joined(folder, file)]);
  }
  return byCase;
}

/** A fold's own files, its validation's summary, and what the trainer's folder says of it. */
function runOf(path: string, files: Files) {
  const own = (name: string) => isTrainingLogName(name) || isCheckpointName(name) || OF_RUN.test(name);
  const pick = (folder: string, isOfRun: (name: string) => boolean) =>
    (files.get(folder) ?? []).filter(isOfRun).map((name) => joined(folder, name));
  return {
    path,
    files: [
      ...pick(path, own),
      ...pick(joined(path, 'validation'), (name) => name === 'summary.json'),
      ...(path === ''
        ? []
        : pick(parentOf(path), (name) => name === 'plans.json' || name === 'dataset.json')),
    ],
  };
}

function joined(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function parentOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}
