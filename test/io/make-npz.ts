import { deflateRawSync } from 'node:zlib';
import { crc32 as ownCrc32 } from '../../src/io/compression/crc32.ts';

/** An .npy file of these elements, its header written as NumPy does. */
export function makeNpy(
  descr: string,
  shape: readonly number[],
  elements: Uint8Array,
  { version = 1, fortran = false }: { version?: number; fortran?: boolean } = {},
): Uint8Array {
  const tuple = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
  const type = descr.startsWith('[') ? descr : `'${descr}'`;
  const dict = `{'descr': ${type}, 'fortran_order': ${fortran ? 'True' : 'False'}, 'shape': ${tuple}, }`;
  const start = version === 1 ? 10 : 12;
  const total = Math.ceil((start + dict.length + 1) / 64) * 64;
  const bytes = new Uint8Array(total + elements.length);
  bytes.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, version, 0]);
  new DataView(bytes.buffer).setUint16(8, total - start, true);
  bytes.set(new TextEncoder().encode(`${dict.padEnd(total - start - 1)}\n`), start);
  bytes.set(elements, total);
  return bytes;
}

/** Elements as floats of this NumPy type; float16 for 0, 0.25, 0.5, 1 and the bits in `HALVES` only. */
export function floats(descr: string, values: readonly number[]): Uint8Array {
  const width = Number(descr[2]);
  const littleEndian = descr[0] !== '>';
  const bytes = new Uint8Array(values.length * width);
  const view = new DataView(bytes.buffer);
  values.forEach((value, i) => {
    if (width === 2) view.setUint16(2 * i, HALVES.get(value) ?? 0, littleEndian);
    else if (width === 4) view.setFloat32(4 * i, value, littleEndian);
    else view.setFloat64(8 * i, value, littleEndian);
  });
  return bytes;
}

const HALVES = new Map([
  [0, 0],
  [0.25, 0x3400],
  [0.5, 0x3800],
  [1, 0x3c00],
  [2, 0x4000],
  [-1, 0xbc00],
  [Number.NaN, 0x7e00],
]);

export interface ZipMember {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly isStored?: boolean;
}

/** A zip archive, optionally with everything that zip64 can move into its extra fields moved there. */
export function makeZip(members: readonly ZipMember[], { zip64 = false } = {}): Uint8Array<ArrayBuffer> {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, bytes, isStored = false } of members) {
    const packed = isStored ? Buffer.from(bytes) : deflateRawSync(bytes);
    const text = Buffer.from(name);
    const extra = Buffer.alloc(zip64 ? 28 : 0);
    if (zip64) {
      extra.writeUInt16LE(1, 0);
      extra.writeUInt16LE(24, 2);
      [bytes.length, packed.length, at].forEach((value, i) =>
        extra.writeBigUInt64LE(BigInt(value), 4 + 8 * i),
      );
    }
    const field = (value: number) => (zip64 ? 0xffffffff : value);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(isStored ? 0 : 8, 8);
    local.writeUInt16LE(text.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(isStored ? 0 : 8, 10);
    entry.writeUInt32LE(ownCrc32(bytes), 16);
    entry.writeUInt32LE(field(packed.length), 20);
    entry.writeUInt32LE(field(bytes.length), 24);
    entry.writeUInt16LE(text.length, 28);
    entry.writeUInt16LE(extra.length, 30);
    entry.writeUInt32LE(field(at), 42);
    directory.push(entry, text, extra);
    parts.push(local, text, packed);
    at += 30 + text.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const tail: Buffer[] = [];
  if (zip64) {
    const end64 = Buffer.alloc(56);
    end64.writeUInt32LE(0x06064b50, 0);
    [members.length, listed.length, at].forEach((value, i) =>
      end64.writeBigUInt64LE(BigInt(value), 32 + 8 * i),
    );
    const locator = Buffer.alloc(20);
    locator.writeUInt32LE(0x07064b50, 0);
    locator.writeBigUInt64LE(BigInt(at + listed.length), 8);
    tail.push(end64, locator);
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(zip64 ? 0xffff : members.length, 10);
  end.writeUInt32LE(zip64 ? 0xffffffff : listed.length, 12);
  end.writeUInt32LE(zip64 ? 0xffffffff : at, 16);
  return Uint8Array.from(Buffer.concat([...parts, listed, ...tail, end]));
}
