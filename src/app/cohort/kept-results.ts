import { clear, createStore, getMany, keys, setMany, type UseStore } from 'idb-keyval';
import type { NamedFile } from '../../workers/case/named-file.ts';
import type { CohortJob, CohortSetting, CountedCohortCase } from '../../workers/cohort/cohort-job.ts';

/** Changes with what is counted, so that results of an older version are not taken for this one's. */
const VERSION = 1;
/** Results beyond this number make room for those of the cohort at hand. */
const MOST = 20_000;

let store: UseStore | null = null;
const theStore = () => (store ??= createStore('dicelens-cohort', 'results'));

/** What a result depends on beside the case's own files. */
export interface Described {
  readonly dataset: NamedFile | null;
  readonly labelNames: NamedFile | null;
  readonly byHand: CohortSetting['byHand'];
}

/**
 * The key under which the result of a case is kept: name, folder, size and date of all its files and of dataset.json,
 * and the regions defined by hand. Null where a file has no date: nothing tells whether it is still the same.
 */
export function keyOfResult(job: CohortJob, { dataset, labelNames, byHand }: Described): string | null {
  const { name, reference, prediction, probabilities, masks } = job;
  const files = [
    ...reference,
    null,
    ...(prediction ?? []),
    null,
    probabilities,
    ...masks.flatMap((mask) => mask.files),
    null,
    dataset,
    labelNames,
  ];
  if (files.some((file) => file && !(file.blob instanceof File))) return null;
  return JSON.stringify([VERSION, name, files.map(stampOf), masks.map((mask) => mask.name), byHand]);
}

function stampOf(file: NamedFile | null) {
  return file && [file.folder, file.name, file.blob.size, (file.blob as File).lastModified];
}

/** Results of earlier visits, in the order of the keys. Where nothing can be kept, nothing was. */
export async function readKept(wanted: readonly (string | null)[]): Promise<(CountedCohortCase | null)[]> {
  try {
    const found = await getMany<CountedCohortCase>(
      wanted.map((key) => key ?? ''),
      theStore(),
    );
    return found.map((result) => result ?? null);
  } catch {
    return wanted.map(() => null);
  }
}

/** Keeps results for later visits. Where nothing can be kept, nothing is. */
export async function keepResults(
  results: readonly { readonly key: string | null; readonly counted: CountedCohortCase }[],
): Promise<void> {
  const entries = results.flatMap(({ key, counted }): [string, CountedCohortCase][] =>
    key === null ? [] : [[key, counted]],
  );
  if (entries.length === 0) return;
  try {
    await setMany(entries, theStore());
  } catch {
    // storage is full or forbidden: the cases are counted again
  }
}

/** Forgets all results where there are too many of them. */
export async function limitKept(): Promise<void> {
  try {
    if ((await keys(theStore())).length > MOST) await clear(theStore());
  } catch {
    // nothing is kept
  }
}
