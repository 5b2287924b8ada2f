import { expose } from 'comlink';
import { readRunFolders } from '../tasks/read-run.ts';
import { fileOf, sourceOf } from './named-file.ts';
import { settle } from './outcome.ts';
import type { LoadedFolder, RunSession } from './run-session.ts';

const session: RunSession = {
  readRuns: (files, progress) =>
    settle(
      (async () => {
        const context = { signal: new AbortController().signal, progress }; // stopped by ending the worker
        const folders = await readRunFolders(files.map(sourceOf), context, { withCheckpoints: true });
        return folders.map((folder): LoadedFolder => ({
          ...folder,
          progress: folder.progress && fileOf(folder.progress),
          checkpoints: folder.checkpoints.map(({ name }) => name),
        }));
      })(),
    ),
};

expose(session);
