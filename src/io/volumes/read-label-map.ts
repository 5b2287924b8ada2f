import { FormatError } from '../../core/errors.ts';
import type { Codes, LabelMap } from '../../core/volume/volume.ts';
import { allocate } from '../bytes/byte-source.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import type { GzipOptions } from '../compression/gzip.ts';
import { remarkOnLabels } from './label-values.ts';
import type { Place } from './label-values.ts';
import { packNarrow } from '../bytes/pack-narrow.ts';
import { packWide } from '../bytes/pack-wide.ts';
import { readVolume } from './read-volume.ts';
import { bytesOf } from '../bytes/voxel-type.ts';

/**
 * Reads a label map from a file of any format that `readVolume` knows, or from the header and the data of a pair. Any integer or float type will do;
 * values within 1e-3 of an integer are rounded with a warning, negative and huge ones are kept with a warning.
 * Plain small labels keep their value as code, others are packed (see `LabelMap`). The codes lie in the buffer
 * that was read, up to three times as long as they are; where it is longer they are moved to one of their own.
 * @throws DiceLensError that names the file, what is wrong and, for a voxel, where
 */
export async function readLabelMap(
  sources: ByteSource | readonly ByteSource[],
  options: GzipOptions = {},
): Promise<LabelMap> {
  const { header, bytes, file } = await readVolume(sources, {
    ...options,
    judge: ({ volumes }, name) => {
      if (volumes > 1) throw new FormatError('severalVolumes', { file: name, offset: 0, volumes });
    },
  });
  options.signal?.throwIfAborted();
  const { grid } = header;
  const bytesPerVoxel = bytesOf(header.type);
  const place: Place = { file, size: grid.size, dataOffset: header.dataOffset, bytesPerVoxel };
  const { codes, labels, present, warnings } =
    bytesPerVoxel <= 2 ? packNarrow(bytes, header, place) : packWide(bytes, header, place);
  const remarks = remarkOnLabels(file, grid.size, codes, labels, present);
  return {
    grid,
    codes: compact(codes, file),
    labels,
    present,
    warnings: [...header.warnings, ...warnings, ...remarks],
  };
}

/** Wide voxels leave a buffer of mostly nothing behind, which would be kept, and cloned, as long as the codes. */
function compact(codes: Codes, file: string): Codes {
  if (codes.buffer.byteLength <= 3 * codes.byteLength + 4096) return codes;
  const { buffer } = allocate(codes.byteLength, file);
  const own = codes.BYTES_PER_ELEMENT === 1 ? new Uint8Array(buffer) : new Uint16Array(buffer);
  own.set(codes);
  return own;
}
