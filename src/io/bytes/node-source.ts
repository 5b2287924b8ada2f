import { DiceLensError } from '../../core/errors.ts';
import { allocate } from './byte-source.ts';
import type { ByteSource, Bytes } from './byte-source.ts';

/** Node reads less than 2 GiB at a time. */
const PIECE_BYTES = 2 ** 30;

/**
 * A file on disk, for Node. The file is opened anew for every read, so nothing has to be closed; a file
 * whose size or time of change is another than at first is refused. `folder` is the folder as shown.
 * @throws DiceLensError fileMissing where there is no such file, fileIsFolder.
 */
export async function openNodeSource(path: string, folder = ''): Promise<ByteSource> {
  const { open, stat } = await import('node:fs/promises');
  const { basename } = await import('node:path');
  const name = basename(path);
  const first = await stat(path).catch(() => null);
  if (!first) throw new DiceLensError('fileMissing', { file: path });
  if (first.isDirectory()) throw new DiceLensError('fileIsFolder', { file: path });

  const read = async (start: number, end: number): Promise<Bytes> => {
    const bytes = allocate(end - start, name);
    const file = await open(path).catch(() => null);
    if (!file) throw new DiceLensError('fileMissing', { file: path });
    try {
      let done = 0;
      while (done < bytes.length) {
        const length = Math.min(PIECE_BYTES, bytes.length - done);
        const { bytesRead } = await file.read(bytes, done, length, start + done);
        if (bytesRead === 0) break;
        done += bytesRead;
      }
      const { size, mtimeMs } = await file.stat();
      if (done === bytes.length && size === first.size && mtimeMs === first.mtimeMs) return bytes;
    } catch {
      // as good as changed: it could be read a moment ago
    } finally {
      await file.close();
    }
    throw new DiceLensError('fileChanged', { file: name });
  };
  return { name, folder, size: first.size, read };
}
