import { proxy, wrap, type Remote } from 'comlink';
import { DiceLensError } from '../../core/errors.ts';
import type { NamedFile } from '../case/named-file.ts';
import { reviveError, unwrap } from '../outcome.ts';
import type { LoadedFolder, ReadingRuns, RunSession } from './run-session.ts';

/** Reads training runs in a worker of its own, which starts with the first reading and ends with a stop. */
export class RunWorker {
  #running: { worker: Worker; session: Remote<RunSession>; stop: AbortController } | null = null;

  /**
   * Reads every fold folder among the files; what is wrong with the others is in `failures`.
   * @throws AbortError, once stopped
   */
  async read(
    files: readonly NamedFile[],
    progress: (reading: ReadingRuns) => void,
  ): Promise<{ folders: readonly LoadedFolder[]; failures: readonly DiceLensError[] }> {
    const { session, stop } = (this.#running ??= this.#start());
    const stopped = new Promise<never>((_, reject) => {
      stop.signal.addEventListener('abort', () => reject(stop.signal.reason as Error), { once: true });
    });
    stopped.catch(() => {}); // nobody waits for it once the files are read
    const read = unwrap(await Promise.race([session.readRuns(files, proxy(progress)), stopped]));
    return { folders: read.folders, failures: read.failures.map(reviveError) };
  }

  /** Ends what is under way, at once. */
  stop(reason: Error = new DOMException('Reading was stopped.', 'AbortError')): void {
    const ended = this.#running;
    this.#running = null;
    ended?.worker.terminate();
    ended?.stop.abort(reason);
  }

  #start() {
    const worker = new Worker(new URL('./run.worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('error', () => this.stop(new DiceLensError('workerEnded', undefined)));
    return { worker, session: wrap<RunSession>(worker), stop: new AbortController() };
  }
}
