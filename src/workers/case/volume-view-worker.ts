import { wrap, type Remote } from 'comlink';
import { DiceLensError } from '../../core/errors.ts';
import type { VolumeViewSession } from './volume-view-session.ts';

/** The worker of one 3D view, so that drawing never holds up the slices. To be closed. */
export class VolumeViewWorker {
  readonly session: Remote<VolumeViewSession>;
  readonly #worker: Worker;
  /** Rejects where the worker fails. @throws DiceLensError workerEnded */
  readonly ended: Promise<never>;

  constructor() {
    this.#worker = new Worker(new URL('./volume-view.worker.ts', import.meta.url), { type: 'module' });
    this.session = wrap<VolumeViewSession>(this.#worker);
    this.ended = new Promise<never>((_, reject) => {
      this.#worker.addEventListener('error', (event) => {
        event.preventDefault();
        reject(new DiceLensError('workerEnded', undefined));
      });
    });
    this.ended.catch(() => {}); // told to whoever waits for an answer
  }

  close(): void {
    this.#worker.terminate();
  }
}
