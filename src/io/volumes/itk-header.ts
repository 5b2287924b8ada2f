import { FormatError } from '../../core/errors.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import type { VoxelType } from '../bytes/voxel-type.ts';
import type { VolumeHeader } from './volume-header.ts';

/** How voxels are stored behind an NRRD or MetaImage header. */
export type ItkEncoding = 'raw' | 'gzip' | 'zlib' | 'text';

/** The header of an NRRD or MetaImage file. */
export interface ItkHeader extends VolumeHeader {
  readonly encoding: ItkEncoding;
  /** The file that holds the voxels, relative to the header's; null where it is the same. */
  readonly dataFile: string | null;
  /** Lines to skip at the start of the data. */
  readonly lineSkip: number;
  /** Bytes to skip behind the lines, of what is unpacked; 'end' where the voxels are the last bytes of the file. */
  readonly byteSkip: number | 'end';
  /** Stored values before the axis that tells the volumes apart; the voxels of a volume where that axis is the last. */
  readonly inner: number;
}

const FIRST_LOOK = 2 ** 16;
const MOST_HEADER = 2 ** 24;

/**
 * The text of a header, as Latin-1, by looking at ever more of the start of a file until `endOf` finds the byte behind
 * it. `endOf` gets the bytes and whether they are all there are; it returns -1 where it does not find the end.
 * @throws FormatError headerUnended where there is none in the first 16 MiB
 */
export async function readHeaderText(
  source: ByteSource,
  format: string,
  endOf: (bytes: Uint8Array, isWhole: boolean) => number,
): Promise<{ text: string; end: number }> {
  for (let length = FIRST_LOOK; ; length *= 16) {
    const bytes = await source.read(0, Math.min(length, source.size));
    const end = endOf(bytes, bytes.length === source.size);
    if (end >= 0) return { text: new TextDecoder('latin1').decode(bytes.subarray(0, end)), end };
    if (bytes.length === source.size || length >= MOST_HEADER) {
      throw new FormatError('headerUnended', { file: source.name, offset: bytes.length, format });
    }
  }
}

/** Fields of a text header by name in lower case, with the sentences for those that will not do. */
export class HeaderFields {
  constructor(
    readonly file: string,
    readonly format: string,
    readonly fields: ReadonlyMap<string, string>,
  ) {}

  /** The first field that is there under one of these names; null where none is. */
  find(...names: readonly string[]): string | null {
    for (const name of names) {
      const value = this.fields.get(name.toLowerCase());
      if (value !== undefined) return value;
    }
    return null;
  }

  /** @throws FormatError headerFieldMissing */
  need(...names: readonly string[]): string {
    const value = this.find(...names);
    if (value !== null) return value;
    throw new FormatError('headerFieldMissing', {
      file: this.file,
      offset: 0,
      format: this.format,
      field: names[0],
    });
  }

  /** The error of a field that has another value than it may have. */
  bad(field: string, found: string, expected: string): FormatError<'headerField'> {
    const shown = found.length > 80 ? `${found.slice(0, 80)}…` : found;
    return new FormatError('headerField', {
      file: this.file,
      offset: 0,
      format: this.format,
      field,
      found: shown,
      expected,
    });
  }

  /** Whole numbers of at least 1, `count` of them where that is given. */
  sizes(field: string, count: number | null, ...others: readonly string[]): number[] {
    const found = this.need(field, ...others);
    const sizes = numbersOf(found);
    const isRight = sizes.every((size) => Number.isSafeInteger(size) && size >= 1);
    if (!isRight || sizes.length === 0 || (count !== null && sizes.length !== count)) {
      throw this.bad(
        field,
        found,
        count === null ? 'whole numbers of at least 1' : `${count} whole numbers of at least 1`,
      );
    }
    return sizes;
  }
}

/** The numbers of a text, parted by spaces; NaN for what is none. */
export function numbersOf(text: string): number[] {
  return text
    .trim()
    .split(/\s+/)
    .filter((part) => part !== '')
    .map(Number);
}

/** How numbers written as text are held: integers of at most 31 bits as such, others as doubles. */
export function typeOfText(type: VoxelType): VoxelType {
  return ['int8', 'uint8', 'int16', 'uint16', 'int32'].includes(type) ? 'int32' : 'float64';
}
