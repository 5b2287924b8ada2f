import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { DiceLensError } from '../../core/errors.ts';
import type { ByteSource } from '../../io/bytes/byte-source.ts';
import { openNodeSource } from '../../io/bytes/node-source.ts';
import { isTrainingLogName } from '../../io/runs/run-file-names.ts';

const WANTED = /^(?:debug|plans|dataset|summary)\.json$/i;
/** Results of nnU-Net lie at most this deep: data set, trainer, fold, validation. */
const MAX_DEPTH = 8;

/**
 * The files of trainings beneath these folders, as sources whose folder is how a run is called: the path below the
 * folder that was named, or that folder's own name. With several folders, their names stand in front, as much of
 * their paths as tells them apart. A log named by itself counts as its folder with that log only.
 * @throws DiceLensError fileMissing; runsNoLogs for a folder without any
 */
export async function openRunSources(paths: readonly string[]): Promise<ByteSource[]> {
  const roots = paths.map((path) => {
    if (!existsSync(path)) throw new DiceLensError('fileMissing', { file: path });
    return { path, full: resolve(path), isFolder: statSync(path).isDirectory() };
  });
  const names = distinctNames(roots.map(({ full, isFolder }) => (isFolder ? full : dirname(full))));
  const sources: ByteSource[] = [];
  const taken = new Set<string>();
  for (const [i, { path, full, isFolder }] of roots.entries()) {
    const found = isFolder ? filesBelow(full) : [{ folder: '', name: basename(full) }];
    if (!found.some(({ name }) => isTrainingLogName(name))) {
      throw new DiceLensError('runsNoLogs', { folder: path });
    }
    for (const { folder, name } of found) {
      const file = isFolder ? join(full, folder, name) : full;
      if (taken.has(file)) continue;
      taken.add(file);
      const own = foldersOfLogs(found).has('') || roots.length > 1 ? [names[i], folder] : [folder];
      sources.push(await openNodeSource(file, own.filter((part) => part !== '').join('/')));
    }
  }
  return sources;
}

interface FoundFile {
  readonly folder: string;
  readonly name: string;
}

function foldersOfLogs(files: readonly FoundFile[]): Set<string> {
  return new Set(files.filter(({ name }) => isTrainingLogName(name)).map(({ folder }) => folder));
}

function filesBelow(root: string, folder = '', depth = 0): FoundFile[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true }).toSorted((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  return entries.flatMap((entry): FoundFile[] => {
    const { name } = entry;
    if (entry.isDirectory()) {
      if (depth >= MAX_DEPTH || name.startsWith('.')) return [];
      return filesBelow(root, folder === '' ? name : `${folder}/${name}`, depth + 1);
    }
    return isTrainingLogName(name) || WANTED.test(name) ? [{ folder, name }] : [];
  });
}

/** The shortest ends of these paths that differ from each other. */
function distinctNames(paths: readonly string[]): string[] {
  const parts = paths.map((path) => path.split(/[\\/]/).filter((part) => part !== ''));
  return parts.map((own, i) => {
    for (let length = 1; length < own.length; length++) {
      const end = own.slice(-length).join('/');
      const isAlone = parts.every(
        (other, j) => j === i || paths[j] === paths[i] || other.slice(-length).join('/') !== end,
      );
      if (isAlone) return end;
    }
    return own.join('/');
  });
}
