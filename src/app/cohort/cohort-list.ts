import type { TableCase } from '../../core/cohort/cohort-table-case.ts';
import { toNamedFile, type NamedFile } from '../../workers/case/named-file.ts';
import type { OpenFile, SortedCase } from '../../workers/case/sorted-files.ts';
import type { CohortJob } from '../../workers/cohort/cohort-job.ts';
import type { AppState } from '../state.ts';

/** A case of the open list as the cohort counts it. */
export interface ListedCase extends CohortJob {
  readonly id: string;
}

/** What the open files make of a cohort. */
export interface ListedCohort {
  readonly jobs: readonly ListedCase[];
  /** As the jobs, nothing counted yet. */
  readonly cases: readonly TableCase[];
  readonly models: readonly string[];
  /** Names of references and predictions without a partner. */
  readonly unmatched: readonly string[];
  readonly dataset: NamedFile | null;
  readonly labelNames: NamedFile | null;
  readonly title: string;
}

/** The cases of the open list, their models and folders. */
export function listCohort({ files, cases }: Pick<AppState, 'files' | 'cases'>): ListedCohort {
  const byId = new Map(files.map((file) => [file.id, file]));
  const plain = (id: number): NamedFile => toNamedFile(byId.get(id)!);
  const modelOf = modelsOf(cases, byId);
  const groupOf = groupsOf(cases, byId);
  const seen = new Map<string, number>();
  const listed = cases.map((one, index) => {
    const [model, group] = [modelOf(one), groupOf(one)];
    const id = [group, one.name, model].join('\n');
    const times = (seen.get(id) ?? 0) + 1;
    seen.set(id, times);
    const { name } = one;
    const job: ListedCase = {
      id: times > 1 ? `${id}\n${times}` : id,
      name,
      reference: one.reference.map(plain),
      prediction: one.prediction?.map(plain) ?? null,
      probabilities: one.probabilities === null ? null : plain(one.probabilities),
      masks: one.masks.map((mask) => ({ name: mask.name, files: mask.files.map(plain) })),
    };
    return { job, row: { ...WAITING, id: job.id, name, model, group, index } };
  });
  const ofRole = (role: OpenFile['role']) => files.find((file) => file.role === role)?.id;
  const [dataset, labelNames] = [ofRole('dataset'), ofRole('label-names')];
  return {
    jobs: listed.map(({ job }) => job),
    cases: listed.map(({ row }) => row),
    models: [...new Set(listed.map(({ row }) => row.model))].toSorted(),
    unmatched: [...findUnmatched(files, cases), ...findGaps(listed.map(({ row }) => row))],
    dataset: dataset === undefined ? null : plain(dataset),
    labelNames: labelNames === undefined ? null : plain(labelNames),
    title: titleOf(cases, byId),
  };
}

const WAITING = {
  evaluated: null,
  voxelMl: null,
  grid: null,
  warnings: [],
  error: null,
  isReused: false,
} as const;

type Files = ReadonlyMap<number, OpenFile>;

/** What a model is called: its folder or file name without what all models share; '' where there is one. */
function modelsOf(cases: readonly SortedCase[], files: Files): (one: SortedCase) => string {
  const named = ({ name, model, prediction }: SortedCase) => {
    if (model !== '') return model.replace(name, '*');
    const first = prediction && files.get(prediction[0]);
    return first ? first.folder.replace(/(^|[\\/])fold_(?:\d+|all)(?=[\\/]|$)/g, '$1fold_*') : '';
  };
  const isMany = cases.some(({ model }) => model !== '');
  if (!isMany) return () => '';
  const all = [...new Set(cases.map(named))];
  const shared = sharedFolder(all);
  return (one) => named(one).slice(shared.length) || named(one);
}

/** The folder that the references' own folders lie in, where the cases come from several; '' where from one. */
function groupsOf(cases: readonly SortedCase[], files: Files): (one: SortedCase) => string {
  const folderOf = ({ reference }: SortedCase) => files.get(reference[0])?.folder ?? '';
  const folders = [...new Set(cases.map(folderOf))];
  const isOnePerCase = folders.length * 2 > new Set(cases.map(({ name }) => name)).size; // a folder a case
  if (folders.length < 2 || isOnePerCase) return () => '';
  const shared = sharedFolder(folders);
  return (one) => folderOf(one).slice(shared.length) || folderOf(one);
}

/** The beginning that all paths share, up to the last slash. */
export function sharedFolder(paths: readonly string[]): string {
  const [first = ''] = paths;
  let end = first.length;
  for (const path of paths) while (!path.startsWith(first.slice(0, end))) end--;
  return first.slice(0, first.lastIndexOf('/', end - 1) + 1);
}

function findUnmatched(files: readonly OpenFile[], cases: readonly SortedCase[]): string[] {
  const used = new Set(cases.flatMap(({ reference, prediction }) => [...reference, ...(prediction ?? [])]));
  return files
    .filter(({ id, role }) => (role === 'reference' || role === 'prediction') && !used.has(id))
    .map(({ folder, name }) => (folder === '' ? name : `${folder}/${name}`));
}

/** Predictions that one of several models lacks. */
function findGaps(rows: readonly Pick<TableCase, 'name' | 'model'>[]): string[] {
  const models = [...new Set(rows.map(({ model }) => model))];
  const known = new Set(rows.map(({ name, model }) => `${model}/${name}`));
  const names = [...new Set(rows.map(({ name }) => name))];
  return names.flatMap((name) => models.map((model) => `${model}/${name}`).filter((one) => !known.has(one)));
}

/** The folder that holds all predictions, for the bar. */
function titleOf(cases: readonly SortedCase[], files: Files): string {
  const folders = cases.flatMap(({ prediction, reference }) => {
    const file = files.get((prediction ?? reference)[0]);
    return file ? `${file.folder}/` : [];
  });
  return sharedFolder([...new Set(folders)]).replace(/\/$/, '');
}
