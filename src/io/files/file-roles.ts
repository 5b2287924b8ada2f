/** A file by its name and the folder it was found in; '' where none is known. */
export interface FileName {
  readonly name: string;
  readonly folder: string;
}

export type FileRole =
  | 'dataset'
  | 'label-names' // a second dataset.json that names the labels one by one
  | 'reference'
  | 'prediction'
  | 'prediction-b'
  | 'probabilities'
  | 'region-mask'
  | 'image'
  | 'pair-data' // the .img whose .hdr, or the .raw whose .mhd or .nhdr, bears the role
  | 'unknown' // a volume whose name tells nothing
  | 'other';

export interface RecognisedRole {
  readonly role: FileRole;
  /** Of a region mask. */
  readonly regionName: string | null;
  /** Of an image channel; 0 where the name has no number. */
  readonly channel: number | null;
  /** What is left of the name when ending, role and channel are taken away: the case, '' where nothing is left. */
  readonly caseName: string;
  /** Index of the data of a detached header (.img of a .hdr, .raw of a .mhd) and the reverse; else null. */
  readonly partner: number | null;
}

const VOLUME = /\.(seg\.nrrd|nii|hdr|img|nrrd|nhdr|mha|mhd|mgz|mgh|mnc|png|bmp|tiff?)(\.gz)?$/i;
const NO_PICTURE = /^progress\.png$/i; // nnU-Net's plot of the training
const PAIR_HEADER = /\.(hdr|nhdr|mhd)(\.gz)?$/i;
const PAIR_DATA = /\.(img|raw|zraw)(\.gz)?$/i;
const REFERENCE_FOLDER = /^(labelsTr|labelsTs|gt_segmentations)$/i;
const PREDICTION_FOLDER = /^(validation|predictions|crossval_results_folds_.*|postprocessed)$/i;
const IMAGE_FOLDER = /^(imagesTr|imagesTs)$/i;
const CHANNEL = /_(\d{4})$/;
const GT_WORD = /(?<![a-z0-9])gt(?![a-z0-9])/i;
const NOT_LABEL_NAMES = /^(summary|plans|debug|dataset_fingerprint|.*_args|postprocessing|progress)/i;

/**
 * What each file is, by its name and folder (SPEC 9): a folder that says something goes before the name, the
 * deepest first; a name goes before a folder that only sounds like a role. A second prediction of the same case is
 * model B. The result stands in the order of `files`.
 */
export function recogniseRoles(files: readonly FileName[]): RecognisedRole[] {
  const partners = findPartners(files);
  const roles = keepNumbers(
    files,
    files.map((file, i) => recogniseOne(file, partners[i])),
  );
  return chooseDataset(files, tellModelsApart(files, roles));
}

/** The name without .nii.gz, .npz and their like. */
export function stemOf(name: string): string {
  return name.replace(VOLUME, '').replace(/\.(npz|json|pkl)$/i, '');
}

function recogniseOne({ name, folder }: FileName, partner: number | null): RecognisedRole {
  const stem = stemOf(name);
  const is = (role: FileRole, caseName = stem, rest: Partial<RecognisedRole> = {}): RecognisedRole => ({
    role,
    regionName: null,
    channel: null,
    caseName,
    partner,
    ...rest,
  });
  const folders = folder.split(/[\\/]/).reverse();
  if (/\.npz$/i.test(name))
    return is('probabilities', isInSeries({ name, folder }) ? stem : withoutWords(stem));
  if (/\.json$/i.test(name)) return is(recogniseJson(name));
  if (partner !== null && PAIR_DATA.test(name)) return is('pair-data');
  if (!VOLUME.test(name) || NO_PICTURE.test(name)) return is('other');

  const channel = Number(CHANNEL.exec(stem)?.[1] ?? 0);
  const series = stem.replace(CHANNEL, '');
  for (const part of folders) {
    if (REFERENCE_FOLDER.test(part)) return is('reference');
    if (PREDICTION_FOLDER.test(part)) return is('prediction');
    if (IMAGE_FOLDER.test(part)) return is('image', series, { channel });
  }
  const region = /^region_(.+)$/i.exec(stem);
  if (region) return is('region-mask', '', { regionName: region[1] });
  const byName = roleOfWord(stem);
  if (byName === 'reference' || byName === 'prediction') return is(byName, withoutWords(stem));
  if (byName === 'image') return is('image', withoutWords(series), { channel });
  if (CHANNEL.test(stem)) return is('image', series, { channel });
  const byFolder = folders.map(roleOfWord).find((role) => role !== null);
  return is(byFolder ?? 'unknown', stem, { channel: byFolder === 'image' ? channel : null });
}

/**
 * A number of four digits at the end is an image's channel, unless a file of the same name lies in another folder:
 * then it is the number of the case.
 */
function keepNumbers(files: readonly FileName[], roles: readonly RecognisedRole[]): RecognisedRole[] {
  const foldersOf = new Map<string, Set<string>>();
  for (const { name, folder } of files) {
    if (!VOLUME.test(name)) continue;
    const stem = stemOf(name);
    foldersOf.set(stem, (foldersOf.get(stem) ?? new Set()).add(folder));
  }
  return roles.map((role, i) => {
    const { name, folder } = files[i];
    const stem = stemOf(name);
    const isNamedImage = /^image/i.test(stem) || folder.split(/[\\/]/).some((part) => /^image/i.test(part));
    if (role.role !== 'image' || isNamedImage || (foldersOf.get(stem)?.size ?? 0) < 2) return role;
    return { ...role, role: 'unknown', caseName: stem, channel: null };
  });
}

function roleOfWord(text: string): 'reference' | 'prediction' | 'image' | null {
  if (/^reference/i.test(text) || GT_WORD.test(text)) return 'reference';
  if (/^image/i.test(text)) return 'image';
  return /pred/i.test(text) ? 'prediction' : null;
}

/** The name of the case in a name that also tells the role: `case1_gt` and `case1_pred` are both `case1`. */
function withoutWords(stem: string): string {
  return stem
    .replace(/^(reference|image|probabilities|softmax)/i, '')
    .replace(/pred(ict(ion|ed)?s?)?s?(?![a-z])/i, '')
    .replace(GT_WORD, '')
    .replace(/^[\s._-]+|[\s._-]+$/g, '')
    .replace(/[._-]{2,}/g, '_');
}

function recogniseJson(name: string): FileRole {
  if (/^dataset\.json$/i.test(name)) return 'dataset';
  if (NOT_LABEL_NAMES.test(name)) return 'other';
  return /^dataset|labels/i.test(name) ? 'label-names' : 'other';
}

/** The header and the data of the same folder and stem: .hdr and .img, .mhd or .nhdr and .raw or .zraw. */
function findPartners(files: readonly FileName[]): (number | null)[] {
  const headers = new Map<string, number>();
  const data = new Map<string, number>();
  files.forEach(({ name, folder }, i) => {
    if (PAIR_HEADER.test(name)) headers.set(pairKey(name, folder), i);
    else if (PAIR_DATA.test(name)) data.set(pairKey(name, folder), i);
  });
  return files.map(({ name, folder }) => {
    const others = PAIR_HEADER.test(name) ? data : PAIR_DATA.test(name) ? headers : null;
    return others?.get(pairKey(name, folder)) ?? null;
  });
}

function pairKey(name: string, folder: string): string {
  const family = /\.(hdr|img)(\.gz)?$/i.test(name) ? 'hdr' : 'itk';
  return `${folder}/${name.replace(PAIR_HEADER, '').replace(PAIR_DATA, '').toLowerCase()}.${family}`;
}

/**
 * The second prediction of a case, in the order of folder and name, is model B; a third tells nothing. Predictions
 * are of one case where their names say so, or where one reference and two predictions are all there is.
 */
function tellModelsApart(files: readonly FileName[], roles: readonly RecognisedRole[]): RecognisedRole[] {
  const indices = files.map((_, i) => i).filter((i) => roles[i].role === 'prediction');
  const references = roles.filter(({ role }) => role === 'reference');
  const referenceNames = new Set(references.map(({ caseName }) => caseName));
  const names = new Set([...references, ...indices.map((i) => roles[i])].map(({ caseName }) => caseName));
  const isOneCase =
    references.length === 1 &&
    indices.length === 2 &&
    indices.every((i) => roles[i].caseName !== references[0].caseName && !isInSeries(files[i]));
  const keyOf = (i: number) => {
    if (isOneCase) return '';
    const { caseName } = roles[i];
    const shorter = withoutModelB(caseName);
    const isOwn = referenceNames.has(caseName) || !names.has(shorter);
    const own = isOwn ? caseName : shorter;
    return own === '' ? `${files[i].folder}/` : own;
  };
  const inOrder = indices.sort((a, b) => {
    const [first, second] = [files[a], files[b]];
    return compare(first.folder, second.folder) || compare(stemOf(first.name), stemOf(second.name));
  });
  const seen = new Map<string, number>();
  const result = [...roles];
  for (const i of inOrder) {
    const before = seen.get(keyOf(i)) ?? 0;
    seen.set(keyOf(i), before + 1);
    if (before > 0) result[i] = { ...roles[i], role: before === 1 ? 'prediction-b' : 'unknown' };
  }
  return result;
}

/** The case of `case1_b` or `case1_2`; `case_12` is a case of its own. */
export function withoutModelB(caseName: string): string {
  return caseName.replace(/[._-]?(?:b|model_?b)$|[._-]2$|(?<=\D)2$/i, '');
}

/** Whether the folder holds the predictions of many cases, each under its case's name. */
function isInSeries({ folder }: FileName): boolean {
  return folder.split(/[\\/]/).some((part) => PREDICTION_FOLDER.test(part));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Where there is no dataset.json, the first other JSON with labels takes its place. */
function chooseDataset(files: readonly FileName[], roles: readonly RecognisedRole[]): RecognisedRole[] {
  const result = [...roles];
  if (roles.some(({ role }) => role === 'dataset')) return result;
  const candidates = files.map((_, i) => i).filter((i) => roles[i].role === 'label-names');
  const [first] = candidates.sort((a, b) => compare(files[a].name, files[b].name));
  if (first !== undefined) result[first] = { ...roles[first], role: 'dataset' };
  return result;
}
