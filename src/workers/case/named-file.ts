import { blobSource, type ByteSource } from '../../io/bytes/byte-source.ts';
import { urlSource, type FileAddress } from '../../io/bytes/url-source.ts';

/** A file as it is handed to a worker: the blob is a handle, its bytes are read there. */
export interface NamedFile {
  readonly name: string;
  /** The folder it was dropped or picked with; '' where none is known. */
  readonly folder: string;
  readonly blob: Blob;
  /** Where it is read from by ranges, in place of its blob, which is empty then. */
  readonly served?: FileAddress;
}

/** A file of this session without what else is known of it, as workers take it. */
export function toNamedFile({ name, folder, blob, served }: NamedFile): NamedFile {
  return served ? { name, folder, blob, served } : { name, folder, blob };
}

const files = new WeakMap<ByteSource, NamedFile>();

/** The file as a source of bytes. */
export function sourceOf(file: NamedFile): ByteSource {
  const { blob, served, name, folder } = file;
  const source = served ? urlSource(served, name, folder) : blobSource(blob, name, folder);
  files.set(source, file);
  return source;
}

/** The file that a source of `sourceOf` was made from, to hand it on to another worker. */
export function fileOf(source: ByteSource): NamedFile {
  const file = files.get(source);
  if (!file) throw new Error(`${source.name} was not made by sourceOf.`);
  return file;
}
