import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { DiceLensError } from '../core/errors.ts';
import type { ByteSource } from '../io/bytes/byte-source.ts';
import { stemOf } from '../io/files/file-roles.ts';
import { openNodeSource } from '../io/bytes/node-source.ts';
import { readDataFileName } from '../io/volumes/itk-file.ts';
import type { VolumeSources } from '../tasks/case/case-sources.ts';

/** A file as a source of bytes. */
export async function openFile(path: string): Promise<ByteSource> {
  if (existsSync(path) && statSync(path).isDirectory()) throw new DiceLensError('isFolder', { file: path });
  return openNodeSource(path);
}

/**
 * A volume: the file itself, both files of a .hdr/.img pair whichever of them is named, or a .mhd or .nhdr with the
 * file of its voxels where that is there.
 */
export async function openVolume(path: string): Promise<VolumeSources> {
  if (/\.(nhdr|mhd)$/i.test(path)) {
    const detached = await openFile(path);
    const name = await readDataFileName(detached);
    const voxels = name === null ? null : join(dirname(path), name);
    return voxels !== null && existsSync(voxels) ? [detached, await openFile(voxels)] : [detached];
  }
  const header = path.replace(/\.img(\.gz)?$/i, '.hdr$1');
  const data = path.replace(/\.hdr(\.gz)?$/i, '.img$1');
  const isPair = header !== data && existsSync(header) && existsSync(data);
  return isPair ? [await openFile(header), await openFile(data)] : [await openFile(path)];
}

/** The name of a case: that of its files where they share one, else the folder of the reference. */
export function nameOfCase(reference: string, prediction: string | undefined): string {
  const stem = stemOf(basename(reference));
  if (prediction !== undefined && stemOf(basename(prediction)) === stem) return stem;
  const folder = basename(dirname(resolve(reference)));
  return folder === '' ? stem : folder;
}
