import type { ByteSource } from '../bytes/byte-source.ts';
import { readItk, recogniseItk } from './itk-file.ts';
import { pictureFormat } from './picture-format.ts';
import { readNifti } from './read-nifti.ts';
import type { RawVolume, ReadOptions } from './read-nifti.ts';

const DETACHED_HEADER = /\.(nhdr|mhd)$/i;
/** Enough for every signature. */
const FIRST_BYTES = 256;

/**
 * Reads the first volume of a file, or all of them, whatever its format: its first bytes tell which, not its name.
 * A detached header comes with the file of its voxels, in either order. What is none of NRRD and MetaImage is read,
 * or refused, as NIfTI.
 * @throws DiceLensError that says what is wrong with which file
 */
export async function readVolume(
  sources: ByteSource | readonly ByteSource[],
  options: ReadOptions = {},
): Promise<RawVolume> {
  const files = 'read' in sources ? [sources] : sources;
  const source = files.find(({ name }) => DETACHED_HEADER.test(name)) ?? files[0];
  const start = await source.read(0, Math.min(FIRST_BYTES, source.size));
  const itk = recogniseItk(start);
  if (itk)
    return readItk(
      source,
      files.filter((file) => file !== source),
      itk,
      options,
    );
  const picture = pictureFormat(start);
  if (picture) return (await import('./picture-volume.ts')).readPicture(source, picture, options);
  return readNifti(sources, options);
}
