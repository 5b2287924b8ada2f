import type { NamedFile } from '../workers/named-file.ts';
import type { OpenFile, Role } from '../workers/sorted-files.ts';
import { admitFiles } from './admit-files.ts';
import type { App } from './app.ts';
import { replaceFiles } from './open-case.ts';
import { act } from './report-error.ts';
import type { AppState, Undoable } from './state.ts';

/**
 * Opens files beside those that are open: the first own files replace the demo, a set with a reference and a
 * prediction of its own replaces the open set, anything else joins it; a filled role asks.
 */
export function openFiles(app: App, added: readonly NamedFile[]): Promise<void> {
  return act(app, async () => {
    if (added.length === 0) return;
    const { store, session } = app;
    const before = store.state;
    const present = before.isDemo ? [] : before.files;
    const alone = await session.sortFiles(admitFiles(added));
    if (present.length === 0 || alone.cases.length > 0 || alone.ambiguous) {
      const done = await replaceFiles(app, alone);
      if (done && present.length > 0) offerUndo(app, before, 'files-replaced', present[0].name);
      return;
    }
    const filled = findFilledRole(alone.files, present);
    if (filled) {
      store.change({ question: { kind: 'role-filled', ...filled, files: [...present, ...alone.files] } });
      return;
    }
    await replaceFiles(app, await session.sortFiles([...present, ...alone.files]), {
      regions: before.regionsByHand,
    });
  });
}

/** Roles of which a case has one. */
const SINGLE_ROLES: readonly Role[] = ['reference', 'prediction', 'probabilities', 'dataset'];

function findFilledRole(added: readonly OpenFile[], present: readonly OpenFile[]) {
  for (const file of added) {
    const other = SINGLE_ROLES.includes(file.role) && present.find(({ role }) => role === file.role);
    if (other) return { added: file, present: other };
  }
  return null;
}

/** Offers to go back to how the files were. */
export function offerUndo({ store }: App, before: AppState, done: Undoable['done'], file: string): void {
  const { files, regionsByHand, isDemo, current } = before;
  store.change({
    undoable: { done, file, files, regions: regionsByHand, isDemo, index: Math.max(current, 0) },
  });
}

/** Sorts files anew and opens what they make. */
export async function resortFiles(
  app: App,
  files: readonly OpenFile[],
  options: Parameters<typeof replaceFiles>[2] = {},
): Promise<boolean> {
  return replaceFiles(app, await app.session.sortFiles(files), options);
}
