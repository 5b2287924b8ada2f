import type { NamedFile } from '../app/state.ts';

/** The files of a drop, those inside folders with the path of their folder. */
export async function readDroppedFiles(transfer: DataTransfer): Promise<NamedFile[]> {
  // entries must be taken before the first await: the list is emptied when the event is over
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return filesOf([...transfer.files]);
  const nested = await Promise.all(entries.map((entry) => readEntry(entry, '')));
  return nested.flat();
}

/** Files as an input gives them. */
export function filesOf(files: readonly File[]): NamedFile[] {
  return files.map((file) => ({ name: file.name, folder: folderOf(file.webkitRelativePath), blob: file }));
}

function folderOf(path: string): string {
  return path.split('/').slice(0, -1).join('/');
}

async function readEntry(entry: FileSystemEntry, folder: string): Promise<NamedFile[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    );
    return [{ name: file.name, folder, blob: file }];
  }
  const inside = folder === '' ? entry.name : `${folder}/${entry.name}`;
  const children = await readFolder((entry as FileSystemDirectoryEntry).createReader());
  return (await Promise.all(children.map((child) => readEntry(child, inside)))).flat();
}

/** A reader gives at most 100 entries at a time, and an empty list at the end. */
async function readFolder(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}
