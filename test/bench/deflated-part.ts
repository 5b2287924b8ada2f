/** What inflating alone has to do with a file: its deflated bytes, and how many they become. */
export interface DeflatedPart {
  readonly deflated: Uint8Array;
  readonly size: number;
}

const GZIP_HEADER = 10;
const GZIP_TRAILER = 8;

/** The deflated part of a .gz without a name in its header, or of the only member of a .zip. */
export function deflatedPart(file: Uint8Array): DeflatedPart {
  const view = new DataView(file.buffer, file.byteOffset, file.length);
  if (view.getUint16(0) === 0x1f8b) {
    const size = view.getUint32(file.length - 4, true);
    return { deflated: file.subarray(GZIP_HEADER, file.length - GZIP_TRAILER), size };
  }
  const directory = view.getUint32(file.length - 22 + 16, true);
  const packed = view.getUint32(directory + 20, true);
  const start = 30 + view.getUint16(26, true) + view.getUint16(28, true);
  return { deflated: file.subarray(start, start + packed), size: view.getUint32(directory + 24, true) };
}
