import { createStore, get, set, type UseStore } from 'idb-keyval';

/** What was opened: a case, several of them, or trainings. */
export type RecentKind = 'case' | 'cohort' | 'runs';

/** Something that was opened before and can be again: its handles, not its files. */
export interface Recent {
  readonly name: string;
  readonly kind: RecentKind;
  /** In ms since 1970. */
  readonly opened: number;
  readonly handles: readonly FileSystemHandle[];
}

/** So many are kept; the oldest goes first. */
const MOST = 9;
const KEY = 'recent';

let store: UseStore | null = null;
const theStore = () => (store ??= createStore('dicelens-recent', 'handles'));

/** What was opened at earlier visits, the latest first. Where nothing can be kept, nothing was. */
export async function readRecent(): Promise<readonly Recent[]> {
  try {
    return (await get<readonly Recent[]>(KEY, theStore())) ?? [];
  } catch {
    return [];
  }
}

/** Keeps a list of them for later visits. Where storage is full or forbidden, nothing is kept. */
export async function writeRecent(list: readonly Recent[]): Promise<void> {
  try {
    await set(KEY, list.slice(0, MOST), theStore());
  } catch {
    // the list lasts as long as the page that shows it
  }
}

/** Puts one in front; the same files opened before are not named twice. */
export async function addRecent(added: Recent): Promise<void> {
  const others: Recent[] = [];
  for (const one of await readRecent()) {
    if (!(await isSame(one.handles, added.handles))) others.push(one);
  }
  await writeRecent([added, ...others]);
}

async function isSame(a: readonly FileSystemHandle[], b: readonly FileSystemHandle[]): Promise<boolean> {
  if (a.length !== b.length) return false;
  const same = await Promise.all(a.map((handle, i) => handle.isSameEntry(b[i]).catch(() => false)));
  return same.every(Boolean);
}
