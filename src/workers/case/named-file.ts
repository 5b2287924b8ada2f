import { blobSource, type ByteSource } from '../../io/bytes/byte-source.ts';

/** A file as it is handed to a worker: the blob is a handle, its bytes are read there. */
export interface NamedFile {
  readonly name: string;
  /** The folder it was dropped or picked with; '' where none is known. */
  readonly folder: string;
  readonly blob: Blob;
}

const files = new WeakMap<ByteSource, NamedFile>();

/** The file as a source of bytes. */
export function sourceOf(file: NamedFile): ByteSource {
  const source = blobSource(file.blob, file.name, file.folder);
  files.set(source, file);
  return source;
}

/** The file that a source of `sourceOf` was made from, to hand it on to another worker. */
export function fileOf(source: ByteSource): NamedFile {
  const file = files.get(source);
  if (!file) throw new Error(`${source.name} was not made by sourceOf.`);
  return file;
}
