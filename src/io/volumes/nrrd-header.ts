import { FormatError } from '../../core/errors.ts';
import type { VoxelType } from '../bytes/voxel-type.ts';
import { bytesOf } from '../bytes/voxel-type.ts';
import { HeaderFields, numbersOf, typeOfText } from './itk-header.ts';
import type { ItkEncoding, ItkHeader } from './itk-header.ts';
import { placeNrrdAxes } from './nrrd-axes.ts';

const FORMAT = 'NRRD';

/** Names of types (NRRD's "type", teem.sourceforge.net/nrrd/format.html). */
const TYPES: ReadonlyMap<string, VoxelType> = new Map(
  (
    [
      ['int8', 'signed char', 'int8_t'],
      ['uint8', 'uchar', 'unsigned char', 'uint8_t'],
      ['int16', 'short', 'short int', 'signed short', 'signed short int', 'int16_t'],
      ['uint16', 'ushort', 'unsigned short', 'unsigned short int', 'uint16_t'],
      ['int32', 'int', 'signed int', 'int32_t'],
      ['uint32', 'uint', 'unsigned int', 'uint32_t'],
      [
        'int64',
        'longlong',
        'long long',
        'long long int',
        'signed long long',
        'signed long long int',
        'int64_t',
      ],
      ['uint64', 'ulonglong', 'unsigned long long', 'unsigned long long int', 'uint64_t'],
      ['float32', 'float'],
      ['float64', 'double'],
    ] as const
  ).flatMap((names) => names.map((name): [string, VoxelType] => [name, names[0]])),
);

const ENCODINGS: ReadonlyMap<string, ItkEncoding> = new Map([
  ['raw', 'raw'],
  ['gzip', 'gzip'],
  ['gz', 'gzip'],
  ['txt', 'text'],
  ['text', 'text'],
  ['ascii', 'text'],
]);

/** The byte behind the header: behind the first empty line, or the end of a file that is nothing but header. */
export function endOfNrrdHeader(bytes: Uint8Array, isWhole: boolean): number {
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) {
    if (bytes[at + 1] === 10) return at + 2;
    if (bytes[at + 1] === 13 && bytes[at + 2] === 10) return at + 3;
  }
  return isWhole && bytes.every((byte) => byte >= 9) ? bytes.length : -1;
}

/**
 * The header of an NRRD file from its text. Axes that are no direction of space (a list of layers or segments,
 * components) are volumes; there may be one. Scaling and key/value pairs mean nothing here.
 * @throws FormatError for a field that is missing or will not do, colours, an encoding or type that is not read
 */
export function parseNrrdHeader(file: string, text: string, dataOffset: number): ItkHeader {
  const fields = new HeaderFields(file, FORMAT, parseFields(text));
  const typeName = fields.need('type').toLowerCase();
  const type = TYPES.get(typeName);
  if (!type) throw fields.bad('type', typeName, 'an integer or float of 8 to 64 bits');
  const dimension = Number(fields.need('dimension'));
  if (!(Number.isInteger(dimension) && dimension >= 1 && dimension <= 16)) {
    throw fields.bad('dimension', fields.need('dimension'), 'a number from 1 to 16');
  }
  const { grid, volumes, inner, warnings } = placeNrrdAxes(fields, fields.sizes('sizes', dimension));

  const encodingName = fields.need('encoding').toLowerCase();
  const encoding = ENCODINGS.get(encodingName);
  if (!encoding) {
    const facts = { format: FORMAT, encoding: encodingName, known: 'raw, gzip, text' };
    throw new FormatError('encodingUnknown', { file, offset: 0, ...facts });
  }
  const dataFile = fields.find('data file', 'datafile');
  if (dataFile !== null && /^LIST\b|%\d*d/.test(dataFile)) {
    throw new FormatError('dataFilesSeveral', { file, offset: 0, format: FORMAT, dataFile });
  }
  const isText = encoding === 'text';
  const byteSkip = skipOf(fields, -1, 'byte skip', 'byteskip');
  return {
    grid,
    volumes,
    inner,
    type: isText ? typeOfText(type) : type,
    littleEndian: isText || isLittleEndian(fields, type),
    slope: 1,
    intercept: 0,
    dataOffset: dataFile === null ? dataOffset : 0,
    encoding,
    dataFile,
    lineSkip: skipOf(fields, 0, 'line skip', 'lineskip'),
    byteSkip: byteSkip === -1 ? 'end' : byteSkip,
    warnings,
  };
}

/** `field: value` of every line; comments, keys and the magic are passed over. */
function parseFields(text: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const line of text.split(/\r?\n/).slice(1)) {
    const found = /^([^#:=][^:=]*): ?(.*)$/.exec(line);
    if (found) fields.set(found[1].trim().toLowerCase(), found[2].trim());
  }
  return fields;
}

function isLittleEndian(fields: HeaderFields, type: VoxelType): boolean {
  const endian = (fields.find('endian') ?? 'little').toLowerCase();
  if (bytesOf(type) > 1 && endian !== 'little' && endian !== 'big') {
    throw fields.bad('endian', endian, 'little or big');
  }
  return endian !== 'big';
}

function skipOf(fields: HeaderFields, least: number, ...names: readonly string[]): number {
  const found = fields.find(...names);
  const skip = found === null ? 0 : (numbersOf(found)[0] ?? Number.NaN);
  if (!Number.isSafeInteger(skip) || skip < least) {
    throw fields.bad(names[0], found ?? '', `a whole number of at least ${least}`);
  }
  return skip;
}
