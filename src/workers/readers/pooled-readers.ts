import type { ByteSource } from '../../io/bytes/byte-source.ts';
import type { Readers } from '../../tasks/case/read-regions.ts';
import type { TaskContext } from '../../tasks/task.ts';
import { fileOf } from '../case/named-file.ts';
import type { ReaderPool } from './reader-pool.ts';

/** The readers of a case, each file in a worker of the pool; progress counts the bytes of the files read. */
export function pooledReaders(pool: ReaderPool): Readers {
  let doneBytes = 0;
  let totalBytes = 0;

  const watched = async <Value>(
    sources: readonly ByteSource[],
    { progress }: TaskContext,
    reading: Promise<Value>,
  ): Promise<Value> => {
    const bytes = sources.reduce((sum, { size }) => sum + size, 0);
    totalBytes += bytes;
    progress({ file: sources[0].name, doneBytes, totalBytes });
    const value = await reading;
    doneBytes += bytes;
    progress({ file: sources[0].name, doneBytes, totalBytes });
    return value;
  };
  return {
    readLabelMap: (sources, context) =>
      watched(
        sources,
        context,
        pool.read((reader) => reader.readLabelMap(sources.map(fileOf)), context.signal, sources[0].name),
      ),
    readChannels: (sources, channels, context) =>
      watched(
        sources,
        context,
        pool.read(
          (reader) => reader.readChannels(sources.map(fileOf), channels),
          context.signal,
          sources[0].name,
        ),
      ),
    readProbabilities: async (source, channels, context) => {
      const { volume } = await watched(
        [source],
        context,
        pool.read(
          (reader) => reader.readProbabilities(fileOf(source), channels),
          context.signal,
          source.name,
        ),
      );
      return volume;
    },
  };
}
