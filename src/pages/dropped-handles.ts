import { handleKey, type FileHandles } from '../app/runs/runs-route.ts';

type HandleItem = DataTransferItem & { getAsFileSystemHandle?: () => Promise<FileSystemHandle | null> };

/**
 * The handles of dropped files, by which they can be read again once they have grown; none where the browser
 * gives none. Must be called while the event is under way.
 */
export function readDroppedHandles(transfer: DataTransfer): Promise<FileHandles> {
  const entries = [...transfer.items].map((item) => (item as HandleItem).getAsFileSystemHandle?.());
  return Promise.all(entries).then(async (handles) => {
    const found = new Map<string, FileSystemFileHandle>();
    for (const handle of handles) if (handle) await collect(handle, '', found);
    return found;
  });
}

/** The handles of what was dropped itself: files and folders. Must be called while the event is under way. */
export async function readDroppedRoots(transfer: DataTransfer): Promise<readonly FileSystemHandle[]> {
  const entries = [...transfer.items].map((item) => (item as HandleItem).getAsFileSystemHandle?.());
  return (await Promise.all(entries)).flatMap((handle) => handle ?? []);
}

async function collect(
  handle: FileSystemHandle,
  folder: string,
  found: Map<string, FileSystemFileHandle>,
): Promise<void> {
  if (handle.kind === 'file') {
    found.set(handleKey({ folder, name: handle.name }), handle as FileSystemFileHandle);
    return;
  }
  const inside = folder === '' ? handle.name : `${folder}/${handle.name}`;
  const entries = handle as unknown as { values(): AsyncIterable<FileSystemHandle> };
  for await (const entry of entries.values()) await collect(entry, inside, found);
}
