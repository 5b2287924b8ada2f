import { FormatError } from '../../core/errors.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { readHeaderText } from './itk-header.ts';
import type { ItkHeader } from './itk-header.ts';
import { readItkVoxels } from './itk-voxels.ts';
import { endOfMetaImageHeader, parseMetaImageHeader } from './meta-image-header.ts';
import { endOfNrrdHeader, parseNrrdHeader } from './nrrd-header.ts';
import type { RawVolume, ReadOptions } from './read-nifti.ts';

/** The formats of ITK that have a text header. */
export type ItkFormat = 'nrrd' | 'metaimage';

/** Which of them a file is, by its first bytes; null for neither. */
export function recogniseItk(bytes: Uint8Array): ItkFormat | null {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 256));
  if (/^NRRD000\d/.test(start)) return 'nrrd';
  return /^\s*(ObjectType|NDims|Comment|ObjectSubType)[ \t]*=/.test(start) ? 'metaimage' : null;
}

/**
 * The header of an NRRD or MetaImage file, and the byte behind it.
 * @throws FormatError that says which field of it is wrong
 */
export async function readItkHeader(
  source: ByteSource,
  format: ItkFormat,
): Promise<{ header: ItkHeader; end: number }> {
  const isNrrd = format === 'nrrd';
  const { text, end } = isNrrd
    ? await readHeaderText(source, 'NRRD', endOfNrrdHeader)
    : await readHeaderText(source, 'MetaImage', endOfMetaImageHeader);
  const parse = isNrrd ? parseNrrdHeader : parseMetaImageHeader;
  return { header: parse(source.name, text, end), end };
}

/**
 * Reads an NRRD or MetaImage volume: one file, or a detached header (.nhdr, .mhd) with the file of its voxels.
 * @throws FormatError dataFileMissing where that is not among `others`, and whatever else is wrong
 */
export async function readItk(
  source: ByteSource,
  others: readonly ByteSource[],
  format: ItkFormat,
  options: ReadOptions = {},
): Promise<RawVolume> {
  const { header, end } = await readItkHeader(source, format);
  options.judge?.(header, source.name);
  options.signal?.throwIfAborted();
  const { dataFile } = header;
  const data = dataFile === null ? source : others.find(({ name }) => name === baseName(dataFile));
  if (!data) {
    const facts = { format: format === 'nrrd' ? 'NRRD' : 'MetaImage', dataFile: dataFile ?? '' };
    throw new FormatError('dataFileMissing', { file: source.name, offset: 0, ...facts });
  }
  const bytes = await readItkVoxels(data, dataFile === null ? end : 0, header, options);
  return { header, file: data.name, bytes };
}

/**
 * The file of the voxels that an NRRD or MetaImage header names, relative to its own folder; null where it has them
 * itself or is neither.
 * @throws FormatError that says which field of the header is wrong
 */
export async function readDataFileName(source: ByteSource): Promise<string | null> {
  const format = recogniseItk(await source.read(0, Math.min(256, source.size)));
  return format && (await readItkHeader(source, format)).header.dataFile;
}

/** The name of a file without its folders. */
export function baseName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
