import { DiceLensError } from '../../core/errors.ts';
import type { NamedFile } from '../../workers/case/named-file.ts';
import { handleKey } from '../runs/runs-route.ts';

/** Files that handles lead to, those within folders with their path, and the handle of each by `handleKey`. */
export interface HandledFiles {
  readonly files: readonly NamedFile[];
  readonly handles: ReadonlyMap<string, FileSystemFileHandle>;
}

/** A folder as browsers give it; its values are missing from TypeScript's types. */
type Folder = FileSystemHandle & { values(): AsyncIterable<FileSystemHandle> };

/** Reads what the handles lead to; a file that went away, or whose permission did, is a DiceLensError. */
export async function readHandles(roots: readonly FileSystemHandle[]): Promise<HandledFiles> {
  const files: NamedFile[] = [];
  const handles = new Map<string, FileSystemFileHandle>();
  const collect = async (handle: FileSystemHandle, folder: string): Promise<void> => {
    if (handle.kind === 'directory') {
      const inside = folder === '' ? handle.name : `${folder}/${handle.name}`;
      for await (const entry of (handle as Folder).values()) await collect(entry, inside);
      return;
    }
    const found = handle as FileSystemFileHandle;
    files.push({ name: found.name, folder, blob: await found.getFile() });
    handles.set(handleKey({ folder, name: found.name }), found);
  };
  for (const root of roots) {
    await collect(root, '').catch((error: unknown) => {
      if (error instanceof DOMException) throw new DiceLensError('fileMissing', { file: root.name });
      throw error;
    });
  }
  return { files, handles };
}
