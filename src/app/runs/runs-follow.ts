import { isRunName } from '../../workers/runs/run-routing.ts';
import type { App } from '../app.ts';
import { reportError } from '../report-error.ts';
import { readRuns } from './runs-open.ts';
import type { RunFile, RunsState } from './runs-state.ts';
import { changeRuns } from './runs-view.ts';

/** Logs are looked at this often. */
const EVERY_MS = 3000;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Whether any open log can be read again. */
export function canFollow({ files }: RunsState): boolean {
  return files.some(({ handle }) => handle !== null);
}

/** Reads logs again whenever they have grown, until it is stopped or other files are opened. */
export function followRuns(app: App, isFollowed: boolean, everyMs = EVERY_MS): void {
  clearTimeout(timer);
  changeRuns(app, { isFollowed });
  if (!isFollowed) return;
  const look = async () => {
    const { runs } = app.store.state;
    if (!runs?.isFollowed) return;
    try {
      const files = await Promise.all(runs.files.map(lookAgain));
      const hasGrown = files.some((file, i) => file !== runs.files[i]);
      if (hasGrown && app.store.state.runs?.files === runs.files) await readRuns(app, { ...runs, files });
    } catch (error) {
      changeRuns(app, { isFollowed: false });
      reportError(app, error);
    }
    timer = setTimeout(() => void look(), everyMs);
  };
  timer = setTimeout(() => void look(), everyMs);
}

/** The file as it is now; the same object where nothing has changed or it cannot be read at the moment. */
async function lookAgain(file: RunFile): Promise<RunFile> {
  if (!file.handle) return file;
  const now = await file.handle.getFile().catch(() => null);
  const was = file.blob instanceof File ? file.blob : null;
  const isSame = !now || (now.size === file.blob.size && now.lastModified === was?.lastModified);
  return isSame ? file : { ...file, blob: now };
}

/** How deep folders are looked into: a dataset holds trainers, a trainer folds, a fold its validation. */
const MAX_DEPTH = 5;

/** The files of runs in a folder and beneath it, with their handles; volumes and everything else is passed over. */
export async function filesInFolder(
  folder: FileSystemDirectoryHandle,
  path = folder.name,
  depth = 0,
): Promise<RunFile[]> {
  const found: RunFile[] = [];
  const entries = folder as unknown as { values(): AsyncIterable<FileSystemHandle> };
  for await (const entry of entries.values()) {
    if (entry.kind === 'directory') {
      if (depth >= MAX_DEPTH) continue;
      const inside = entry as FileSystemDirectoryHandle;
      found.push(...(await filesInFolder(inside, `${path}/${entry.name}`, depth + 1)));
    } else if (isRunName(entry.name) || /\.json$|^progress\.png$/i.test(entry.name)) {
      const handle = entry as FileSystemFileHandle;
      found.push({ name: entry.name, folder: path, blob: await handle.getFile(), handle });
    }
  }
  return found;
}
