import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ServedFile, ServedListing } from '../../core/serve/served-listing.ts';
import { groupServed } from './group-served.ts';
import { scanFolder } from './scan-folder.ts';

/** Data sets, predictions and folds below a folder, a real path, with the size of every file that can be opened. */
export async function listServed(root: string): Promise<ServedListing> {
  const { files, isWhole } = await scanFolder(root);
  const { datasets, predictions, runs } = groupServed(files);
  const sized = async <File extends { readonly path: string }>(
    file: File,
  ): Promise<(File & ServedFile)[]> => {
    const is = await stat(join(root, file.path)).catch(() => null);
    return is ? [{ ...file, bytes: is.size }] : []; // it has just gone
  };
  const sizedAll = async <File extends { readonly path: string }>(all: readonly File[]) =>
    (await Promise.all(all.map(sized))).flat();
  return {
    schema: 'dicelens/served@1',
    name: basename(root),
    datasets,
    predictions: await inTurn(predictions, async ({ dataset, cases, ...rest }) => ({
      ...rest,
      dataset: dataset === null ? null : ((await sized({ path: dataset }))[0] ?? null),
      cases: await inTurn(cases, async (one) => ({ name: one.name, files: await sizedAll(one.files) })),
    })),
    runs: await inTurn(runs, async (run) => ({
      path: run.path,
      files: await sizedAll(run.files.map((path) => ({ path }))),
    })),
    isWhole,
  };
}

/** One after the other: a server's disk may be far away and others work on it. */
async function inTurn<From, To>(values: readonly From[], work: (value: From) => Promise<To>): Promise<To[]> {
  const done: To[] = [];
  for (const value of values) done.push(await work(value));
  return done;
}
