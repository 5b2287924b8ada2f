import { FormatError } from '../../core/errors.ts';
import { allocate } from '../bytes/byte-source.ts';
import type { ByteSource, Bytes } from '../bytes/byte-source.ts';
import { crc32 } from './crc32.ts';
import { inflateExactly } from './inflate.ts';

/** One member of a zip archive, from its directory. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated; others are not read. */
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where the member's own header stands in the file. */
  readonly headerOffset: number;
}

const END = 0x06054b50;
const END_BYTES = 22;
const MAX_COMMENT = 65_535;
const END_64_LOCATOR = 0x07064b50;
const END_64_LOCATOR_BYTES = 20;
const END_64 = 0x06064b50;
const END_64_BYTES = 56;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
/** A field with this value stands in the zip64 extra field instead. */
const IN_ZIP64 = 0xffffffff;
const MAX_DIRECTORY_BYTES = 2 ** 26;

/**
 * The members of a zip archive, zip64 or not, in the order of its directory; only the directory is read.
 * Source: APPNOTE.TXT 6.3 of PKWARE.
 * @throws FormatError notZip, zipDirectoryBad
 */
export async function readZipDirectory(source: ByteSource): Promise<ZipEntry[]> {
  const { offset, size, entries } = await findDirectory(source);
  const file = source.name;
  if (size > MAX_DIRECTORY_BYTES || offset + size > source.size) throw bad(file, offset);
  const bytes = await source.read(offset, offset + size);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const found: ZipEntry[] = [];
  for (let at = 0; found.length < entries;) {
    if (at + ENTRY_BYTES > size || view.getUint32(at, true) !== ENTRY) throw bad(file, offset + at);
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((by) => view.getUint16(at + by, true));
    const nameAt = at + ENTRY_BYTES;
    const extraAt = nameAt + nameLength;
    const end = extraAt + extraLength + commentLength;
    if (end > size) throw bad(file, offset + at);
    const [unpacked, packed, headerOffset] = resolveZip64(
      [24, 20, 42].map((by) => view.getUint32(at + by, true)),
      new DataView(view.buffer, view.byteOffset + extraAt, extraLength),
    );
    if (headerOffset + packed > source.size) throw bad(file, offset + at);
    found.push({
      name: new TextDecoder().decode(bytes.subarray(nameAt, extraAt)),
      method: view.getUint16(at + 10, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      crc: view.getUint32(at + 16, true),
      packedSize: packed,
      size: unpacked,
      headerOffset,
    });
    at = end;
  }
  return found;
}

/**
 * The bytes of a member, unpacked and its sum checked. The caller has judged its size.
 * @throws FormatError zipUnsupported, zipMemberBad, zipDirectoryBad; DiceLensError notEnoughMemory
 */
export async function readZipEntry(
  source: ByteSource,
  entry: ZipEntry,
  signal?: AbortSignal,
): Promise<Bytes> {
  const file = source.name;
  const { name: member, headerOffset: offset, method, isEncrypted, packedSize, size } = entry;
  if (isEncrypted || (method !== 0 && method !== 8)) {
    const facts = { file, offset, member, method: isEncrypted ? ('encrypted' as const) : method };
    throw new FormatError('zipUnsupported', facts);
  }
  const memberBad = () => new FormatError('zipMemberBad', { file, offset, member });
  if (offset + LOCAL_BYTES > source.size) throw bad(file, offset);
  const local = new DataView((await source.read(offset, offset + LOCAL_BYTES)).buffer);
  if (local.getUint32(0, true) !== LOCAL) throw bad(file, offset);
  const start = offset + LOCAL_BYTES + local.getUint16(26, true) + local.getUint16(28, true);
  if (start + packedSize > source.size) throw memberBad();
  const packed = await source.read(start, start + packedSize);
  signal?.throwIfAborted();
  const bytes = method === 0 ? packed : inflateMember(packed, size, file);
  if (!bytes || bytes.length !== size || crc32(bytes) !== entry.crc) throw memberBad();
  return bytes;
}

/** Null where it does not unpack, or to another size. */
function inflateMember(packed: Bytes, size: number, file: string): Bytes | null {
  const out = allocate(size, file);
  return inflateExactly(packed, out) ? out : null;
}

/** The directory's place and number of members, from the end of the file. */
async function findDirectory(source: ByteSource): Promise<{ offset: number; size: number; entries: number }> {
  const from = Math.max(0, source.size - END_BYTES - MAX_COMMENT);
  const bytes = await source.read(from, source.size);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = bytes.length - END_BYTES;
  while (at >= 0 && view.getUint32(at, true) !== END) at--;
  if (at < 0) throw new FormatError('notZip', { file: source.name, offset: source.size });

  const locatorAt = at - END_64_LOCATOR_BYTES;
  if (locatorAt >= 0 && view.getUint32(locatorAt, true) === END_64_LOCATOR) {
    const offset = Number(view.getBigUint64(locatorAt + 8, true));
    if (offset + END_64_BYTES > source.size) throw bad(source.name, from + locatorAt);
    const end = new DataView((await source.read(offset, offset + END_64_BYTES)).buffer);
    if (end.getUint32(0, true) !== END_64) throw bad(source.name, offset);
    const [entries, size, directory] = [32, 40, 48].map((by) => Number(end.getBigUint64(by, true)));
    return { offset: directory, size, entries };
  }
  return {
    entries: view.getUint16(at + 10, true),
    size: view.getUint32(at + 12, true),
    offset: view.getUint32(at + 16, true),
  };
}

/** Fields that are full stand as 64 bits, in their order, in the extra field 1; too large ones stay too large. */
function resolveZip64(fields: readonly number[], extra: DataView): number[] {
  if (!fields.includes(IN_ZIP64)) return [...fields];
  for (let at = 0; at + 4 <= extra.byteLength; at += 4 + extra.getUint16(at + 2, true)) {
    if (extra.getUint16(at, true) !== 1) continue;
    let from = at + 4;
    return fields.map((field) => {
      if (field !== IN_ZIP64 || from + 8 > extra.byteLength) return field;
      from += 8;
      return Number(extra.getBigUint64(from - 8, true));
    });
  }
  return [...fields];
}

function bad(file: string, offset: number): FormatError {
  return new FormatError('zipDirectoryBad', { file, offset });
}
