import type { Warning } from '../../core/errors.ts';
import type { ImageVolume } from '../../core/volume/volume.ts';
import type { ByteSource, Bytes } from '../bytes/byte-source.ts';
import { allocate } from '../bytes/byte-source.ts';
import type { GzipOptions } from '../compression/gzip.ts';
import { readVolume } from './read-volume.ts';
import { swapBytes } from '../bytes/swap-bytes.ts';
import { bytesOf } from '../bytes/voxel-type.ts';
import type { VoxelType } from '../bytes/voxel-type.ts';

/** An image channel and what was noticed while it was read. */
export interface ReadImage {
  readonly image: ImageVolume;
  readonly warnings: readonly Warning[];
}

/**
 * Reads an image from a file of any format that `readVolume` knows, or from the header and the data of a pair: the first volume, with a warning where
 * there are more. int8 is widened to int16; uint32 and 64-bit types become float32, whose precision is enough
 * to look at.
 * @throws DiceLensError that names the file and what is wrong
 */
export async function readImage(
  sources: ByteSource | readonly ByteSource[],
  options: GzipOptions = {},
): Promise<ReadImage> {
  const { header, bytes, file } = await readVolume(sources, options);
  const { grid, volumes, type, slope, intercept, littleEndian } = header;
  if (!littleEndian) swapBytes(bytes, bytesOf(type));
  const first: Warning = { code: 'first-volume-only', facts: { file, volumes } };
  return {
    image: { grid, stored: storedVoxels(bytes, type, file), slope, intercept },
    warnings: volumes > 1 ? [...header.warnings, first] : header.warnings,
  };
}

/** The voxels of a volume in an array of their type; wide integers and doubles become float32. */
export function storedVoxels(bytes: Bytes, type: VoxelType, file: string): ImageVolume['stored'] {
  const { buffer, byteOffset } = bytes;
  const length = bytes.length / bytesOf(type);
  const inPlace = (values: ArrayLike<number>) => {
    const out = new Float32Array(buffer, byteOffset, length);
    for (let i = 0; i < length; i++) out[i] = values[i];
    return out;
  };
  switch (type) {
    case 'uint8':
      return bytes;
    case 'int8': {
      const wide = new Int16Array(allocate(length * 2, file).buffer);
      wide.set(new Int8Array(buffer, byteOffset, length));
      return wide;
    }
    case 'int16':
      return new Int16Array(buffer, byteOffset, length);
    case 'uint16':
      return new Uint16Array(buffer, byteOffset, length);
    case 'int32':
      return new Int32Array(buffer, byteOffset, length);
    case 'float32':
      return new Float32Array(buffer, byteOffset, length);
    case 'uint32':
      return inPlace(new Uint32Array(buffer, byteOffset, length));
    case 'float64':
      return inPlace(new Float64Array(buffer, byteOffset, length));
    case 'int64':
    case 'uint64': {
      const wide =
        type === 'int64'
          ? new BigInt64Array(buffer, byteOffset, length)
          : new BigUint64Array(buffer, byteOffset, length);
      const out = new Float32Array(buffer, byteOffset, length);
      for (let i = 0; i < length; i++) out[i] = Number(wide[i]);
      return out;
    }
  }
}
