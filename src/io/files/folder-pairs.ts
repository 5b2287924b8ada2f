import { stemOf, withoutModelB } from './file-roles.ts';
import type { FileName, RecognisedRole } from './file-roles.ts';

/** A file whose role is known, by recognition or by hand. */
export type RoledFile = FileName & RecognisedRole;

/** The files of one case; T may be the caller's own type of file. A .hdr stands for its pair. */
export interface CaseFiles<T extends RoledFile> {
  readonly name: string;
  readonly reference: T;
  readonly prediction: T | null;
  readonly predictionB: T | null;
  /** Predictions of further models, each from a folder of its own. */
  readonly predictionsOfMore: readonly T[];
  readonly probabilities: T | null;
  readonly regionMasks: readonly T[];
  readonly images: readonly T[];
}

/** Files of the same name of which nothing tells which is the reference. */
export interface AmbiguousFiles<T extends RoledFile> {
  readonly name: string;
  readonly files: readonly T[];
}

export interface GroupedCases<T extends RoledFile> {
  /** In the order of their names, numbers by their value. */
  readonly cases: readonly CaseFiles<T>[];
  /** Volumes and probabilities that are in no case, ambiguous ones left out. */
  readonly unmatched: readonly T[];
  readonly ambiguous: readonly AmbiguousFiles<T>[];
}

/**
 * Puts the files of each case together. One reference takes one prediction whatever their names; many find theirs
 * by the name of the case, or by their folder where the name has none. A file that tells nothing but has the name
 * of a reference without prediction is its prediction, and the reverse. Same-named files from several folders that
 * tell nothing are ambiguous: a person has to say which folder is which. Beside a reference and a prediction of many
 * cases, a file of the same name from yet another folder is a further model's.
 */
export function groupCases<T extends RoledFile>(files: readonly T[]): GroupedCases<T> {
  const volumes = files.filter(({ role }) => !NO_VOLUME.includes(role));
  const unknown = volumes.filter(({ role }) => role === 'unknown');
  const told = volumes.filter(({ role }) => role !== 'unknown');
  const { references, predictions } = deduce(told, unknown);
  const others = told.filter(({ role }) => role !== 'reference' && role !== 'prediction');
  const candidatesOf = indexCandidates(references, [...predictions, ...others]);
  const isPrediction = new Set(predictions);
  const furtherOf = references.length > 1 ? indexFurther(unknown) : null;

  const used = new Set<T>();
  const cases: CaseFiles<T>[] = [];
  for (const reference of references) {
    const free = candidatesOf(reference).filter((file) => !used.has(file));
    const all = (role: RecognisedRole['role']) =>
      ofCase(
        free.filter((file) => file.role === role),
        reference,
      );
    const one = (among: readonly T[]) => onlyOf(among, reference);
    const found: CaseFiles<T> = {
      name: nameCase(reference, references.length),
      reference,
      prediction: one(free.filter((file) => isPrediction.has(file))),
      predictionB: one(all('prediction-b')),
      predictionsOfMore: [],
      probabilities: one(all('probabilities')),
      regionMasks: all('region-mask'),
      images: all('image').toSorted((a, b) => (a.channel ?? 0) - (b.channel ?? 0)),
    };
    if (!found.prediction && !found.probabilities && found.regionMasks.length === 0) continue;
    const further = (furtherOf?.(reference) ?? []).filter((file) => !used.has(file));
    const whole = { ...found, predictionsOfMore: furtherModels(found, further) };
    for (const file of partsOf(whole)) used.add(file);
    cases.push(whole);
  }
  const ambiguous = findAmbiguous(unknown.filter((file) => !used.has(file)));
  const left = new Set([...used, ...ambiguous.flatMap((group) => group.files)]);
  return {
    cases: cases.toSorted((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true })),
    unmatched: volumes.filter((file) => !left.has(file)),
    ambiguous,
  };
}

const NO_VOLUME: readonly RecognisedRole['role'][] = ['dataset', 'label-names', 'other', 'pair-data'];

/** References and predictions, those among them that are deduced from the name of the other. */
function deduce<T extends RoledFile>(told: readonly T[], unknown: readonly T[]) {
  const references = told.filter(({ role }) => role === 'reference');
  const predictions = told.filter(({ role }) => role === 'prediction');
  const known = (among: readonly T[]) => new Set(among.map(({ caseName }) => caseName));
  const [referenceNames, predictionNames] = [known(references), known(predictions)];
  const counts = new Map<string, number>();
  for (const { caseName } of unknown) counts.set(caseName, (counts.get(caseName) ?? 0) + 1);
  const alone = unknown.filter(({ caseName }) => caseName !== '' && counts.get(caseName) === 1);
  const lacking = (has: Set<string>, lacks: Set<string>) =>
    alone.filter(({ caseName }) => has.has(caseName) && !lacks.has(caseName));
  return {
    references: [...references, ...lacking(predictionNames, referenceNames)],
    predictions: [...predictions, ...lacking(referenceNames, predictionNames)],
  };
}

/**
 * The files that may be of a reference's case: all of them where there is one reference, else those of its name,
 * and those of its folder that have no reference's name where the folder has no other reference.
 */
function indexCandidates<T extends RoledFile>(
  references: readonly T[],
  files: readonly T[],
): (reference: T) => readonly T[] {
  if (references.length === 1) return () => files;
  const names = new Set(references.map(({ caseName }) => caseName));
  const byName = new Map<string, T[]>();
  const byFolder = new Map<string, T[]>();
  for (const file of files) {
    const name = names.has(file.caseName) ? file.caseName : nameOfModelB(file);
    const [index, key] = name !== '' && names.has(name) ? [byName, name] : [byFolder, file.folder];
    index.set(key, [...(index.get(key) ?? []), file]);
  }
  const inFolder = new Map<string, number>();
  for (const { folder } of references) inFolder.set(folder, (inFolder.get(folder) ?? 0) + 1);
  return ({ caseName, folder }) => [
    ...(caseName === '' ? [] : (byName.get(caseName) ?? [])),
    ...(inFolder.get(folder) === 1 ? (byFolder.get(folder) ?? []) : []),
  ];
}

/** Volumes that tell nothing but the name of their case. */
function indexFurther<T extends RoledFile>(unknown: readonly T[]): (reference: T) => readonly T[] {
  const byName = new Map<string, T[]>();
  for (const file of unknown) {
    const known = byName.get(file.caseName);
    if (known) known.push(file);
    else byName.set(file.caseName, [file]);
  }
  return ({ caseName }) => (caseName === '' ? [] : (byName.get(caseName) ?? []));
}

/** Those from other folders than the case has files of, one a folder; none where the case has no prediction. */
function furtherModels<T extends RoledFile>(found: CaseFiles<T>, named: readonly T[]): readonly T[] {
  if (!found.prediction) return [];
  const seen = new Set(partsOf(found).map(({ folder }) => folder));
  return named.filter(({ folder }) => folder !== '' && !seen.has(folder) && seen.add(folder));
}

/** The case of `case1_b`, which is model B's prediction of `case1`. */
function nameOfModelB({ caseName, role }: RoledFile): string {
  return role === 'prediction-b' ? withoutModelB(caseName) : caseName;
}

/** Those of the reference's own name where it has one and they have; else all. */
function ofCase<T extends RoledFile>(files: readonly T[], { caseName }: T): readonly T[] {
  const own = caseName === '' ? [] : files.filter((file) => file.caseName === caseName);
  return own.length > 0 ? own : files;
}

/** The file of the reference's own name, or the only one there is; several others are nobody's. */
function onlyOf<T extends RoledFile>(files: readonly T[], { caseName }: T): T | null {
  return files.find((file) => file.caseName === caseName) ?? (files.length === 1 ? files[0] : null);
}

function nameCase({ caseName, folder, name }: RoledFile, cases: number): string {
  if (caseName !== '') return caseName;
  const last = folder.split(/[\\/]/).findLast((part) => part !== '');
  return last ?? (cases === 1 ? 'case' : stemOf(name));
}

function partsOf<T extends RoledFile>(found: CaseFiles<T>): T[] {
  const { reference, prediction, predictionB, predictionsOfMore, probabilities, regionMasks, images } = found;
  const single = [reference, prediction, predictionB, probabilities].filter((file) => file !== null);
  return [...single, ...predictionsOfMore, ...regionMasks, ...images];
}

function findAmbiguous<T extends RoledFile>(unknown: readonly T[]): AmbiguousFiles<T>[] {
  const groups = new Map<string, T[]>();
  for (const file of unknown) {
    const name = stemOf(file.name);
    groups.set(name, [...(groups.get(name) ?? []), file]);
  }
  return Array.from(groups, ([name, files]) => ({ name, files })).filter(({ files }) => files.length > 1);
}
