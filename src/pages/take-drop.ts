import type { App } from '../app/app.ts';
import { openAnyFiles } from '../app/runs/runs-route.ts';
import { readDroppedFiles } from './dropped-files.ts';
import { readDroppedHandles, readDroppedRoots } from './dropped-handles.ts';

/** Opens what was dropped and keeps its handles for later visits. Must be called while the event is under way. */
export async function takeDrop(app: App, transfer: DataTransfer): Promise<void> {
  const handles = readDroppedHandles(transfer).catch(() => new Map()); // only for logs that still grow
  const roots = readDroppedRoots(transfer).catch(() => []); // only for what is to be opened again
  await openAnyFiles(app, await readDroppedFiles(transfer), handles);
  if (app.store.state.errors.length > 0) return;
  const { remember } = await import('../app/start/open-handles.ts');
  await remember(app, await roots);
}
