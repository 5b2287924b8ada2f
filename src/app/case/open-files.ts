import type { NamedFile } from '../../workers/case/named-file.ts';
import type { OpenFile, Role } from '../../workers/case/sorted-files.ts';
import { admitFiles } from './admit-files.ts';
import type { App } from '../app.ts';
import { isLabelVolume } from './label-volume.ts';
import { replaceFiles, type OpenOptions } from './open-case.ts';
import { act } from '../report-error.ts';
import type { AppState, Undoable } from '../state.ts';

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
      await startAnew(app, alone.files);
    } else {
      await joinFiles(app, present, alone.files);
    }
  });
}

/** Opens files in the place of the open case; what describes its data set stays unless they bring it themselves. */
export async function startAnew(app: App, added: readonly OpenFile[]): Promise<void> {
  const before = app.store.state;
  const kept = before.files.filter(
    ({ role }) => DESCRIPTIONS.includes(role) && !added.some((file) => file.role === role),
  );
  const done = await resortFiles(app, [...kept, ...added]);
  if (done) offerUndo(app, before, 'files-replaced', before.files[0].name);
}

/** What describes a data set, and so the next case of it too. */
const DESCRIPTIONS: readonly Role[] = ['dataset', 'label-names'];

/** Roles of which a case has one. */
const SINGLE_ROLES: readonly Role[] = ['reference', 'prediction', 'probabilities', 'dataset'];

/**
 * Lets files join those that are open, or asks first about one whose role is filled or that tells nothing; `kept`
 * are those, by id, that have been asked about. Resolves to whether they joined.
 */
export async function joinFiles(
  app: App,
  present: readonly OpenFile[],
  added: readonly OpenFile[],
  kept: readonly number[] = [],
): Promise<boolean> {
  const { store } = app;
  const files = [...present, ...added];
  const lacksNothing = store.state.opened !== null;
  for (const file of added.filter(({ id }) => !kept.includes(id))) {
    const rival = findRival(file, present);
    if (rival) {
      store.change({ question: { kind: 'role-filled', added: file, present: rival, files, kept } });
      return false;
    }
    if (lacksNothing && file.role === 'other' && !file.byHand && isLabelVolume(file)) {
      store.change({ question: { kind: 'unknown-role', added: file, files, kept } });
      return false;
    }
  }
  const { regionsByHand, isDemo } = store.state;
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
