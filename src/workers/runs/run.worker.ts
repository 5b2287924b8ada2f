import { expose } from 'comlink';
import { groupRunFiles } from '../../io/runs/run-folder.ts';
import { readRunFolder, type ReadRunFolder } from '../../tasks/read-run.ts';
import type { TaskContext } from '../../tasks/task.ts';
import { fileOf, sourceOf, type NamedFile } from '../case/named-file.ts';
import { settle, type SaidError } from '../outcome.ts';
import type { LoadedFolder, ReadRuns, RunSession } from './run-session.ts';

const session: RunSession = {
  readRuns: (files, progress) => {
    const context = { signal: new AbortController().signal, progress }; // stopped by ending the worker
    return settle(readAll(files, context));
  },
};

/** One folder after the other: one that cannot be read does not keep the others back. */
async function readAll(files: readonly NamedFile[], context: TaskContext): Promise<ReadRuns> {
  const folders: LoadedFolder[] = [];
  const failures: SaidError[] = [];
  for (const group of groupRunFiles(files.map(sourceOf))) {
    const outcome = await settle(readRunFolder(group, context, { withCheckpoints: true }));
    if ('value' in outcome) folders.push(plainFolder(outcome.value));
    else if ('error' in outcome) failures.push(outcome.error);
  }
  return { folders, failures };
}

function plainFolder(folder: ReadRunFolder): LoadedFolder {
  return {
    ...folder,
    progress: folder.progress && fileOf(folder.progress),
    checkpoints: folder.checkpoints.map(({ name }) => name),
  };
}

expose(session);
