import { FormatError } from '../../core/errors.ts';
import type { ProbabilityVolume } from '../../core/volume/volume.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import type { GzipOptions } from '../compression/gzip.ts';
import { checkProbabilities } from './probability-range.ts';
import { storedVoxels } from './read-image.ts';
import { readVolume } from './read-volume.ts';
import { swapBytes } from '../bytes/swap-bytes.ts';
import { bytesOf } from '../bytes/voxel-type.ts';

/**
 * Reads a 4D file of any format that `readVolume` knows, with one volume per region as probabilities: floats as they are, integers as masks, in
 * which whatever is not 0 is 1. The volumes follow each other as the channels of a `ProbabilityVolume` do.
 * @throws FormatError volumesUnexpected where it holds another number of volumes than `expected`,
 * probabilitiesRange where a float is no probability
 */
export async function readChannels(
  sources: ByteSource | readonly ByteSource[],
  expected: number,
  options: GzipOptions = {},
): Promise<ProbabilityVolume> {
  const { header, bytes, file } = await readVolume(sources, {
    ...options,
    allVolumes: true,
    judge: ({ volumes }, name) => {
      if (volumes !== expected) {
        throw new FormatError('volumesUnexpected', { file: name, offset: 0, volumes, expected });
      }
    },
  });
  const { grid, type, slope, intercept, littleEndian } = header;
  if (!littleEndian) swapBytes(bytes, bytesOf(type));
  const stored = storedVoxels(bytes, type, file);
  const isMask = !type.startsWith('float');
  const isScaled = slope !== 1 || intercept !== 0;
  const data =
    stored instanceof Float32Array && !isScaled && !isMask
      ? stored
      : Float32Array.from(stored, (value) => {
          const scaled = slope * value + intercept;
          return isMask ? Number(scaled !== 0) : scaled;
        });
  const volume: ProbabilityVolume = { size: grid.size, channels: expected, type: 'float32', data };
  checkProbabilities(volume, {
    file,
    offset: 0,
    key: 'volumes',
    shape: [expected, ...[...grid.size].reverse()],
  });
  return volume;
}
