import type { Role } from '../../workers/case/sorted-files.ts';
import type { App } from '../app.ts';
import { offerUndo, resortFiles } from './open-files.ts';
import { act } from '../report-error.ts';

/** Says what a file is; the cases are formed anew. */
export function setRole(app: App, id: number, role: Role): Promise<void> {
  return act(app, async () => {
    const before = app.store.state;
    const changed = before.files.find((file) => file.id === id);
    if (!changed || changed.role === role) return;
    const files = before.files.map((file) => (file === changed ? { ...file, role, byHand: true } : file));
    const done = await resortFiles(app, files, { regions: before.regionsByHand, isDemo: before.isDemo });
    if (done) offerUndo(app, before, 'role-changed', changed.name);
  });
}

/** Takes a file out, with undo. */
export function removeFile(app: App, id: number): Promise<void> {
  return act(app, async () => {
    const before = app.store.state;
    const removed = before.files.find((file) => file.id === id);
    if (!removed) return;
    const files = before.files.filter((file) => file !== removed);
    if (await resortFiles(app, files, { regions: before.regionsByHand, isDemo: before.isDemo })) {
      offerUndo(app, before, 'file-removed', removed.name);
    }
  });
}

/** Brings back what was there before the last change. */
export function undo(app: App): Promise<void> {
  return act(app, async () => {
    const { undoable } = app.store.state;
    app.store.change({ undoable: null });
    if (undoable) await resortFiles(app, undoable.files, undoable);
  });
}

/** The time to undo is over. */
export function forgetUndo({ store }: App): void {
  store.change({ undoable: null });
}
