import type { NamedFile } from '../workers/named-file.ts';
import type { OpenFile, Role } from '../workers/sorted-files.ts';
import { admitFiles } from './admit-files.ts';
import type { App } from './app.ts';
import { replaceFiles, type OpenOptions } from './open-case.ts';
import { act } from './report-error.ts';
import type { AppState, Undoable } from './state.ts';

/**
 * Opens files beside those that are open: the first own files replace the demo; a set with a reference and a
 * prediction of its own takes the place of an open case, whose dataset.json stays unless it brings one; anything
 * else joins what is there, and a filled role asks.
 */
export function openFiles(app: App, added: readonly NamedFile[]): Promise<void> {
  return act(app, async () => {
    if (added.length === 0) return;
    const { store, session } = app;
    const before = store.state;
    const present = before.isDemo ? [] : before.files;
    const alone = await session.sortFiles(admitFiles(added));
    const isSet = alone.cases.length > 0 || alone.ambiguous !== null;
    if (present.length === 0) {
      await replaceFiles(app, alone);
    } else if (isSet && before.cases.length > 0) {
      const kept = present.filter(({ role }) => DESCRIPTIONS.includes(role) && !hasRole(alone.files, role));
      const done = await resortFiles(app, [...kept, ...alone.files]);
      if (done) offerUndo(app, before, 'files-replaced', present[0].name);
    } else {
      await joinFiles(app, present, alone.files);
    }
  });
}

/** What describes a data set, and so the next case of it too. */
const DESCRIPTIONS: readonly Role[] = ['dataset', 'label-names'];

function hasRole(files: readonly OpenFile[], role: Role): boolean {
  return files.some((file) => file.role === role);
}

/** Roles of which a case has one. */
const SINGLE_ROLES: readonly Role[] = ['reference', 'prediction', 'probabilities', 'dataset'];

/**
 * Lets files join those that are open, or asks first about one whose role is filled; `kept` are those, by id, that
 * stay whatever is there. Resolves to whether they joined.
 */
export async function joinFiles(
  app: App,
  present: readonly OpenFile[],
  added: readonly OpenFile[],
  kept: readonly number[] = [],
): Promise<boolean> {
  const files = [...present, ...added];
  for (const file of added) {
    const other = kept.includes(file.id) ? null : findRival(file, present);
    if (other) {
      app.store.change({ question: { kind: 'role-filled', added: file, present: other, files, kept } });
      return false;
    }
  }
  const { regionsByHand, isDemo } = app.store.state;
  return resortFiles(app, files, { regions: regionsByHand, isDemo });
}

/** The file whose place another one takes; of several cases, only that of the same name. */
function findRival({ role, name }: OpenFile, present: readonly OpenFile[]): OpenFile | null {
  if (!SINGLE_ROLES.includes(role)) return null;
  const rivals = present.filter((file) => file.role === role);
  return (rivals.length > 1 ? rivals.find((file) => file.name === name) : rivals[0]) ?? null;
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
  options: OpenOptions = {},
): Promise<boolean> {
  return replaceFiles(app, await app.session.sortFiles(files), options);
}
