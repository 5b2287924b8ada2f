import { realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';

/** Whether a real path is the real path `root` or lies below it. */
export function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/**
 * The parts of the path of an address, decoded once; null where it is no plain way down: a part that is empty, `.` or
 * `..`, that holds a slash, a backslash or NUL once decoded, or that cannot be decoded.
 */
export function parsePath(path: string): readonly string[] | null {
  try {
    const parts = path.split('/').map(decodeURIComponent);
    return parts.every((part) => /^[^/\\\0]+$/.test(part) && part !== '.' && part !== '..') ? parts : null;
  } catch {
    return null; // URIError
  }
}

/**
 * Where a file really lies below `root`, a real path, from there on. Null where there is none, where it is no plain
 * file, where a part of the way is hidden, or where a link on the way leads outside.
 */
export async function resolveInside(root: string, parts: readonly string[]): Promise<string | null> {
  if (parts.some((part) => part.startsWith('.'))) return null;
  try {
    const real = await realpath(join(root, ...parts));
    return isInside(root, real) && (await stat(real)).isFile() ? relative(root, real) : null;
  } catch {
    return null; // nothing there, or no permission
  }
}
