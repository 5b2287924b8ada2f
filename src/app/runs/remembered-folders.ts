import type { Role } from '../../workers/case/sorted-files.ts';

const KEY = 'dicelens:folder-roles';

type Remembered = Record<string, 'reference' | 'prediction'>;

/** The role that was given to a folder of this name before, null where none was. */
export function rememberedRole(folder: string): Role | null {
  return folder === '' ? null : (read()[folder] ?? null);
}

/** Keeps for the next time what a folder of this name holds. Where nothing can be kept, nothing is. */
export function rememberFolder(folder: string, role: 'reference' | 'prediction'): void {
  if (folder.startsWith('#')) return; // a drop, not a folder
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...read(), [folder]: role }));
  } catch {
    // storage is full or forbidden: the question is asked again
  }
}

function read(): Remembered {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Remembered;
  } catch {
    return {};
  }
}
