import { DiceLensError } from '../../core/errors.ts';

/** Bytes on their own buffer, so that they can be handed to another thread. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** A file of which any part can be read: every reader of this folder starts from one. */
export interface ByteSource {
  /** File name as shown. */
  readonly name: string;
  /** Folder it was found in, relative to what was opened; '' where none is known. */
  readonly folder: string;
  readonly size: number;
  /**
   * The bytes from `start` to before `end`, both within the file, in a buffer of their own.
   * @throws DiceLensError fileChanged where they can no longer be read.
   */
  read(start: number, end: number): Promise<Bytes>;
}

/** Browsers refuse to turn much more than this into one buffer at a time. */
const PIECE_BYTES = 2 ** 28;

/**
 * A Blob or File of the browser (Node's Blob too), read in pieces of at most 256 MiB.
 * `folder` is the relative folder, '' where none is known.
 */
export function blobSource(file: Blob, name: string, folder = ''): ByteSource {
  return { name, folder, size: file.size, read: (start, end) => readBlob(file, name, start, end) };
}

async function readBlob(file: Blob, name: string, start: number, end: number): Promise<Bytes> {
  const piece = (from: number) => file.slice(from, Math.min(from + PIECE_BYTES, end)).arrayBuffer();
  try {
    const first = new Uint8Array(await piece(start));
    if (first.length === end - start) return first;
    if (first.length < Math.min(PIECE_BYTES, end - start))
      throw new DiceLensError('fileChanged', { file: name });
    const bytes = allocate(end - start, name);
    bytes.set(first);
    for (let from = start + PIECE_BYTES; from < end; from += PIECE_BYTES) {
      bytes.set(new Uint8Array(await piece(from)), from - start);
    }
    return bytes;
  } catch (error) {
    if (error instanceof DiceLensError) throw error;
    throw new DiceLensError('fileChanged', { file: name }); // NotReadableError and its kin
  }
}

/** Bytes in memory, for tests and for members of archives. Parts are copies. */
export function bytesSource(name: string, bytes: Uint8Array, folder = ''): ByteSource {
  return { name, folder, size: bytes.length, read: async (start, end) => bytes.slice(start, end) };
}

/**
 * A zeroed buffer of so many bytes.
 * @throws DiceLensError notEnoughMemory where the machine has no room for it.
 */
export function allocate(bytes: number, file: string): Bytes {
  try {
    return new Uint8Array(bytes);
  } catch {
    throw new DiceLensError('notEnoughMemory', { file, bytes });
  }
}
