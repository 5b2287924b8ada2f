import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isInside } from './served-path.ts';

/** How deep is looked: results, data set, trainer, fold, validation, and a few folders above. */
const MAX_DEPTH = 8;
/** Names, files and folders alike, that are looked at. */
const MAX_NAMES = 200_000;

/** The files of every folder, by the folder's path below the root ('' is the root itself). */
export interface ScannedFolder {
  readonly files: ReadonlyMap<string, readonly string[]>;
  readonly isWhole: boolean;
}

/**
 * Lists what lies below a folder, folder by folder in the order of their names. Hidden files, folders that may not be
 * read, links that lead out of it and folders seen before are passed over. `root` is a real path.
 */
export async function scanFolder(root: string): Promise<ScannedFolder> {
  const files = new Map<string, readonly string[]>();
  const seen = new Set([root]);
  let names = 0;
  let level: readonly string[] = [''];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return { files, isWhole: false };
    const below: string[] = [];
    for (const path of level) {
      const entries = await readdir(join(root, path), { withFileTypes: true }).catch(() => []);
      names += entries.length;
      if (names > MAX_NAMES) return { files, isWhole: false };
      const own: string[] = [];
      for (const entry of linksLast(entries)) {
        if (entry.name.startsWith('.')) continue;
        const inside = path === '' ? entry.name : `${path}/${entry.name}`;
        const kind = entry.isSymbolicLink()
          ? await followLink(root, inside)
          : { isFile: entry.isFile(), folder: entry.isDirectory() ? join(root, inside) : null };
        if (kind.isFile) own.push(entry.name);
        if (kind.folder === null || seen.has(kind.folder)) continue;
        seen.add(kind.folder);
        below.push(inside);
      }
      files.set(path, own.sort());
    }
    level = below;
  }
  return { files, isWhole: true };
}

/** By name, so that a folder is found under its own name and not under that of a link to it. */
function linksLast(entries: readonly Dirent[]): Dirent[] {
  return entries.toSorted(
    (a, b) => Number(a.isSymbolicLink()) - Number(b.isSymbolicLink()) || (a.name < b.name ? -1 : 1),
  );
}

/** What a link leads to; nothing where that lies outside. */
async function followLink(
  root: string,
  path: string,
): Promise<{ readonly isFile: boolean; readonly folder: string | null }> {
  try {
    const real = await realpath(join(root, path));
    if (!isInside(root, real)) return { isFile: false, folder: null };
    const is = await stat(real);
    return { isFile: is.isFile(), folder: is.isDirectory() ? real : null };
  } catch {
    return { isFile: false, folder: null };
  }
}
