import { DiceLensError } from '../../core/errors.ts';
import type { App } from '../app.ts';
import { act } from '../report-error.ts';
import { openAnyFiles } from '../runs/runs-route.ts';
import { readHandles } from './read-handles.ts';
import { addRecent, type Recent, type RecentKind } from './recent.ts';

/** The ways to files that TypeScript does not know, missing in some browsers. */
type Pickers = {
  showDirectoryPicker?: () => Promise<FileSystemHandle>;
  showOpenFilePicker?: (options: { multiple: boolean }) => Promise<FileSystemHandle[]>;
};
type Guarded = FileSystemHandle & {
  requestPermission?: (wanted: { mode: 'read' }) => Promise<PermissionState>;
};

/** Opens what handles lead to, wherever it belongs, and keeps them for later visits. */
export function openHandles(app: App, roots: readonly FileSystemHandle[]): Promise<void> {
  return act(app, async () => {
    if (roots.length === 0) return;
    const { files, handles } = await readHandles(roots);
    const errorsBefore = app.store.state.errors;
    await openAnyFiles(app, files, Promise.resolve(handles));
    if (app.store.state.errors.every((error) => errorsBefore.includes(error))) await remember(app, roots);
  });
}

/** Keeps the handles of what was just opened for later visits. */
export async function remember({ store }: App, roots: readonly FileSystemHandle[]): Promise<void> {
  if (roots.length === 0) return;
  const { page, cases, current } = store.state;
  const kind: RecentKind = page === 'runs' ? 'runs' : cases.length > 1 ? 'cohort' : 'case';
  const folder = roots.find((root) => root.kind === 'directory');
  const name = folder?.name ?? (kind === 'case' ? cases[current]?.name : undefined) ?? roots[0].name;
  await addRecent({ name, kind, opened: Date.now(), handles: roots });
}

/** Opens something of an earlier visit; the browser asks for permission again, which needs a click. */
export function openRecent(app: App, recent: Recent): Promise<void> {
  return act(app, async () => {
    for (const handle of recent.handles as readonly Guarded[]) {
      const answer = await handle.requestPermission?.({ mode: 'read' });
      if (answer === 'denied') throw new DiceLensError('fileMissing', { file: handle.name });
    }
    await openHandles(app, recent.handles);
  });
}

/** Whether the browser has a window for this that gives handles, by which files can be opened again. */
export function hasPicker(what: 'files' | 'folder'): boolean {
  const pickers = window as Pickers;
  return Boolean(what === 'files' ? pickers.showOpenFilePicker : pickers.showDirectoryPicker);
}

/** Asks for files or a folder and opens them. Nothing happens where the reader changes their mind. */
export function pickAndOpen(app: App, what: 'files' | 'folder'): Promise<void> {
  return act(app, async () => {
    const pickers = window as Pickers;
    const roots =
      what === 'files'
        ? await pickers.showOpenFilePicker?.({ multiple: true })
        : [await pickers.showDirectoryPicker?.()].flatMap((root) => root ?? []);
    await openHandles(app, roots ?? []);
  });
}

type LaunchQueue = {
  setConsumer(take: (launch: { readonly files?: readonly FileSystemHandle[] }) => void): void;
};

/** Opens the files that the system hands to the installed application. */
export function takeLaunchedFiles(app: App): void {
  const { launchQueue } = window as { launchQueue?: LaunchQueue };
  launchQueue?.setConsumer(({ files = [] }) => void openHandles(app, files));
}
