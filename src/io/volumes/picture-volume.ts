import { FormatError } from '../../core/errors.ts';
import { LPS_TO_RAS, placeVoxels } from './itk-geometry.ts';
import { allocate } from '../bytes/byte-source.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import type { PictureFormat } from './picture-format.ts';
import type { RawVolume, ReadOptions } from './read-nifti.ts';
import { readPng } from './png-picture.ts';
import { readTiff } from './tiff-picture.ts';
import { readBmp } from './bmp-picture.ts';

/** Grey values of a picture, or of the pages of one, row by row from the top. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly pages: readonly (Uint8Array | Uint16Array | Float32Array)[];
}

/** The most bytes of a picture that are decoded. */
const MAX_BYTES = 2 ** 29;

/**
 * A greyscale picture as a volume of one slice, a TIFF of several pages as one slice each; x runs to the left and y
 * backwards, as ITK takes the axes of a picture. A picture has no spacing: 1 mm, with a warning.
 * @throws FormatError colourPicture for colours, a palette or less than 8 bits; pictureDamaged
 */
export async function readPicture(
  source: ByteSource,
  format: PictureFormat,
  options: ReadOptions = {},
): Promise<RawVolume> {
  const file = source.name;
  if (source.size > MAX_BYTES)
    throw new FormatError('claimsMoreThanLimit', {
      file,
      offset: 0,
      size: [source.size],
      bytes: source.size,
    });
  const stored = await source.read(0, source.size);
  const { width, height, pages } = decode(stored, format, file);
  const [first] = pages;
  const voxels = width * height;
  if (
    !first ||
    pages.some((page) => page.length !== voxels || page.BYTES_PER_ELEMENT !== first.BYTES_PER_ELEMENT)
  ) {
    throw new FormatError('pictureDamaged', { file, offset: 0, format, reason: 'pages that differ in size' });
  }
  const header = {
    ...placeVoxels({
      file,
      format,
      field: 'size',
      size: [width, height, pages.length],
      steps: [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ],
      origin: [0, 0, 0],
      toRas: LPS_TO_RAS,
      isSpacingUnknown: true,
    }),
    volumes: 1,
    type: first instanceof Float32Array ? 'float32' : first instanceof Uint16Array ? 'uint16' : 'uint8',
    littleEndian: true,
    dataOffset: 0,
    slope: 1,
    intercept: 0,
  } as const;
  options.judge?.(header, file);
  const bytes = allocate(voxels * pages.length * first.BYTES_PER_ELEMENT, file);
  pages.forEach((page, z) =>
    bytes.set(new Uint8Array(page.buffer, page.byteOffset, page.byteLength), z * page.byteLength),
  );
  return { header, file, bytes };
}

/** What a decoder throws is damage, said in its words. */
function decode(bytes: Uint8Array, format: PictureFormat, file: string): GreyPicture {
  try {
    const read = { PNG: readPng, TIFF: readTiff, BMP: readBmp }[format];
    return read(bytes, file);
  } catch (error) {
    if (error instanceof FormatError) throw error;
    const reason = (error instanceof Error ? error.message : String(error)).slice(0, 120);
    throw new FormatError('pictureDamaged', { file, offset: 0, format, reason });
  }
}
