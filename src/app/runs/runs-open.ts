import { DiceLensError } from '../../core/errors.ts';
import { toNamedFile, type NamedFile } from '../../workers/case/named-file.ts';
import { isRunName } from '../../workers/runs/run-routing.ts';
import { RunWorker } from '../../workers/runs/run-worker.ts';
import type { App } from '../app.ts';
import { act, reportError } from '../report-error.ts';
import { listRuns } from './runs-list.ts';
import { NO_RUNS, type RunFile, type RunsState } from './runs-state.ts';
import { showWork } from '../show-work.ts';

const worker = new RunWorker();

/** Opens files of runs: they join those that are open, or take the place of the example. */
export function openRuns(app: App, added: readonly (NamedFile | RunFile)[]): Promise<void> {
  return act(app, async () => {
    if (added.length === 0) return;
    const { runs } = app.store.state;
    const present = runs && !runs.isDemo ? runs : NO_RUNS;
    const files = joinRunFiles(present, added.map(withHandle));
    if (!files.some(({ name }) => isRunName(name))) {
      throw new DiceLensError('runsNoLogs', { folder: added[0].folder || added[0].name });
    }
    await readRuns(app, { ...present, files });
  });
}

/** Opens the generated example, where no run is open. */
export function openRunsDemo(app: App): Promise<void> {
  return act(app, async () => {
    const files = await Promise.all(DEMO.map(fetchDemo));
    await readRuns(app, { ...NO_RUNS, files, isDemo: true });
  });
}

/** Reads all files of these runs again and shows them; what was chosen stays where it is still there. */
export async function readRuns(app: App, runs: RunsState): Promise<void> {
  const { store } = app;
  const first = runs.files.find(({ name }) => isRunName(name))?.name ?? '';
  const plain = runs.files.map(toNamedFile);
  const { folders, failures } = await showWork(
    app,
    first,
    (progress) => worker.read(plain, progress),
    () => worker.stop(),
  );
  for (const failure of failures) reportError(app, failure);
  if (folders.length === 0) return;
  const list = listRuns(folders);
  const ids = new Set(list.map(({ id }) => id));
  const now = store.state.runs?.isDemo === runs.isDemo ? store.state.runs : runs; // it may have changed meanwhile
  const isNew = list.filter(({ id }) => !now.list.some((run) => run.id === id));
  const chosen = ids.has(now.chosen) ? now.chosen : (list[0]?.id ?? '');
  const hidden = new Set([...now.hidden].filter((id) => ids.has(id)));
  for (const run of isNew) if (run.isEarlier && run.run.epochs.length === 0) hidden.add(run.id);
  const isOther = chosen !== now.chosen;
  store.change({
    runs: {
      ...now,
      files: runs.files,
      isDemo: runs.isDemo,
      list,
      chosen,
      hidden,
      ...(isOther ? { epoch: null, range: null, plan: null } : {}),
    },
  });
}

/** Takes a folder out of the list. */
export function closeRun(app: App, folder: string): Promise<void> {
  return act(app, async () => {
    const { runs } = app.store.state;
    if (!runs) return;
    const files = runs.files.filter(
      (file) => file.folder !== folder && !file.folder.startsWith(`${folder}/`),
    );
    if (files.some(({ name }) => isRunName(name))) await readRuns(app, { ...runs, files });
    else await openRunsDemo(app);
  });
}

/**
 * Files beside those that are open. The same file of the same folder is replaced; a fold folder of the same name with
 * other logs and without its trainer's gets a name of its own; a file without a folder and without a log beside it goes to the chosen run.
 */
export function joinRunFiles(
  present: Pick<RunsState, 'files' | 'chosen' | 'list'>,
  added: readonly RunFile[],
) {
  const chosenFolder = present.list.find(({ id }) => id === present.chosen)?.folder ?? null;
  const hasOwnRun = added.some(({ name }) => isRunName(name));
  const logsIn = (files: readonly RunFile[], folder: string) =>
    files.filter((file) => file.folder === folder && isRunName(file.name)).map(({ name }) => name);
  const renamed = new Map<string, string>();
  for (const folder of new Set(added.map((file) => file.folder))) {
    const [there, own] = [logsIn(present.files, folder), logsIn(added, folder)];
    const isBare = folder !== '' && !folder.includes('/'); // a path with its trainer says which folder it is
    const isOther = isBare && own.length > 0 && there.length > 0 && !own.some((n) => there.includes(n));
    if (!isOther) continue;
    let number = 2;
    while (present.files.some((file) => file.folder === `${folder} (${number})`)) number++;
    renamed.set(folder, `${folder} (${number})`);
  }
  const placed = added.map((file): RunFile => {
    const folder = [...renamed.keys()].find(
      (old) => file.folder === old || file.folder.startsWith(`${old}/`),
    );
    if (folder !== undefined) {
      return { ...file, folder: renamed.get(folder)! + file.folder.slice(folder.length) };
    }
    const isLoose = file.folder === '' && !hasOwnRun && chosenFolder !== null;
    return isLoose ? { ...file, folder: chosenFolder } : file;
  });
  const isReplaced = (file: RunFile) =>
    placed.some(({ name, folder }) => name === file.name && folder === file.folder);
  return [...present.files.filter((file) => !isReplaced(file)), ...placed];
}

function withHandle(file: NamedFile | RunFile): RunFile {
  return { ...file, handle: 'handle' in file ? file.handle : null };
}

const EXAMPLE = 'generated example';
const DEMO = [
  ['fold_0', 'training_log_2026_3_2_09_14_05.txt'],
  ['fold_0', 'debug.json'],
  ['fold_0/validation', 'summary.json'],
  ['fold_1', 'training_log_2026_3_4_08_02_51.txt'],
  ['fold_1', 'training_log_2026_3_4_20_47_30.txt'],
  ['fold_1', 'debug.json'],
] as const;

async function fetchDemo([folder, name]: (typeof DEMO)[number]): Promise<RunFile> {
  const response = await fetch(new URL(`demo/run/${folder}/${name}`, document.baseURI)).catch(() => null);
  if (!response?.ok) throw new DiceLensError('fileMissing', { file: name });
  return { name, folder: `${EXAMPLE}/${folder}`, blob: await response.blob(), handle: null };
}
