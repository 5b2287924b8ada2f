import { FormatError } from '../../core/errors.ts';
import type { Vec3 } from '../../core/volume/grid.ts';
import type { VoxelType } from '../bytes/voxel-type.ts';
import { LPS_TO_RAS, placeVoxels } from './itk-geometry.ts';
import { HeaderFields, numbersOf, typeOfText } from './itk-header.ts';
import type { ItkHeader } from './itk-header.ts';

const FORMAT = 'MetaImage';

/** Names of ElementType (MetaIO, metaTypes.h); a long has 32 bits there, whatever the machine. */
const TYPES: ReadonlyMap<string, VoxelType> = new Map([
  ['MET_CHAR', 'int8'],
  ['MET_UCHAR', 'uint8'],
  ['MET_SHORT', 'int16'],
  ['MET_USHORT', 'uint16'],
  ['MET_INT', 'int32'],
  ['MET_UINT', 'uint32'],
  ['MET_LONG', 'int32'],
  ['MET_ULONG', 'uint32'],
  ['MET_LONG_LONG', 'int64'],
  ['MET_ULONG_LONG', 'uint64'],
  ['MET_FLOAT', 'float32'],
  ['MET_DOUBLE', 'float64'],
]);

/** The byte behind the header: behind the line of ElementDataFile, which is the last. */
export function endOfMetaImageHeader(bytes: Uint8Array, isWhole: boolean): number {
  const text = new TextDecoder('latin1').decode(bytes);
  const found = /(?:^|\n)[ \t]*ElementDataFile[ \t]*=[^\n]*(\n|$)/i.exec(text);
  if (!found || (found[1] === '' && !isWhole)) return -1;
  return found.index + found[0].length;
}

/**
 * The header of a MetaImage file from its text: 1 to 4 dimensions, of which the fourth, or the channels of each
 * element, are volumes. World axes are L, P, S.
 * @throws FormatError for a field that is missing or will not do, or a type that is not read
 */
export function parseMetaImageHeader(file: string, text: string, dataOffset: number): ItkHeader {
  const fields = new HeaderFields(file, FORMAT, parseFields(text));
  const typeName = fields.need('ElementType').toUpperCase();
  const isArray = typeName.endsWith('_ARRAY');
  const type = TYPES.get(isArray ? typeName.slice(0, -'_ARRAY'.length) : typeName);
  if (!type)
    throw fields.bad('ElementType', typeName, 'an integer or float of 8 to 64 bits such as MET_UCHAR');
  const dimensions = Number(fields.need('NDims'));
  if (!(Number.isInteger(dimensions) && dimensions >= 1 && dimensions <= 4)) {
    throw fields.bad('NDims', fields.need('NDims'), 'a number from 1 to 4');
  }
  const sizes = fields.sizes('DimSize', dimensions);
  const [x, y = 1, z = 1, further = 1] = sizes;
  const size: Vec3 = [x, y, z];
  const channels =
    fields.find('ElementNumberOfChannels') === null ? 1 : fields.sizes('ElementNumberOfChannels', 1)[0];
  if (channels > 1 && further > 1) {
    throw new FormatError('tooManyDimensions', { file, offset: 0, size: [channels, ...sizes] });
  }
  const dataFile = fields.need('ElementDataFile');
  if (/^LIST\b|%\d*d/.test(dataFile)) {
    throw new FormatError('dataFilesSeveral', { file, offset: 0, format: FORMAT, dataFile });
  }
  const isText = isTrue(fields.find('BinaryData') ?? 'True') === false;
  const isLocal = dataFile.toUpperCase() === 'LOCAL';
  const skip = numbersOf(fields.find('HeaderSize') ?? '0')[0] ?? 0;
  if (!Number.isSafeInteger(skip) || skip < -1) {
    throw fields.bad('HeaderSize', fields.find('HeaderSize') ?? '', 'a whole number of at least -1');
  }
  return {
    ...placeVoxels({
      file,
      format: FORMAT,
      field: 'TransformMatrix',
      size,
      ...placeOf(fields, dimensions),
      toRas: LPS_TO_RAS,
    }),
    volumes: channels * further,
    inner: channels > 1 ? 1 : x * y * z,
    type: isText ? typeOfText(type) : type,
    littleEndian: isText || !isTrue(fields.find('BinaryDataByteOrderMSB', 'ElementByteOrderMSB') ?? 'False'),
    slope: 1,
    intercept: 0,
    dataOffset: isLocal ? dataOffset : 0,
    encoding: isText ? 'text' : isTrue(fields.find('CompressedData') ?? 'False') ? 'zlib' : 'raw',
    dataFile: isLocal ? null : dataFile,
    lineSkip: 0,
    byteSkip: isLocal ? 0 : skip === -1 ? 'end' : skip,
  };
}

/** `Key = value` of every line. */
function parseFields(text: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const line of text.split(/\r?\n/)) {
    const found = /^\s*([^=\s]+)\s*[=:]\s*(.*)$/.exec(line);
    if (found) fields.set(found[1].toLowerCase(), found[2].trim());
  }
  return fields;
}

/** MetaIO looks at the first letter. */
function isTrue(text: string): boolean {
  return /^[ty1]/i.test(text);
}

/** Row i of TransformMatrix is the direction of axis i, as MetaIO writes it; zero and missing spacings are 1. */
function placeOf(fields: HeaderFields, dimensions: number) {
  const numbers = (count: number, ...names: readonly string[]) => {
    const found = fields.find(...names);
    if (found === null) return null;
    const values = numbersOf(found);
    if (values.length < count || !values.every(Number.isFinite)) {
      throw fields.bad(names[0], found, `${count} numbers`);
    }
    return values;
  };
  const matrix = numbers(dimensions ** 2, 'TransformMatrix', 'Rotation', 'Orientation');
  const spacing = numbers(dimensions, 'ElementSpacing', 'ElementSize');
  const offset = numbers(dimensions, 'Offset', 'Position', 'Origin') ?? [];
  const lengthOf = (axis: number) => Math.abs(spacing?.[axis] ?? 0) || 1;
  const step = (axis: number): Vec3 => {
    const along = (row: number) => {
      const isKnown = axis < dimensions && row < dimensions && matrix !== null;
      return (isKnown ? matrix[axis * dimensions + row] : Number(axis === row)) * lengthOf(axis);
    };
    return [along(0), along(1), along(2)];
  };
  const [x = 0, y = 0, z = 0] = offset.slice(0, 3);
  return {
    steps: [step(0), step(1), step(2)] as const,
    origin: [x, y, z] as const,
    isSpacingUnknown: [0, 1, 2].some((axis) => axis < dimensions && !(spacing?.[axis] ?? 0)),
  };
}
