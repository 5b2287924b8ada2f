import { wrap, type Remote } from 'comlink';
import { DiceLensError } from '../../core/errors.ts';
import type { PatchPicturesSession } from './patch-pictures-session.ts';

export type { PicturedCase, TileSettings, TileSlice } from './patch-pictures-session.ts';

/** Reads slices for the pictures of patches in a worker of its own, so that they never wait for a simulation. */
export class PatchPicturesWorker {
  #running: { readonly worker: Worker; readonly session: Remote<PatchPicturesSession> } | null = null;
  #failed: ((reason: Error) => void) | null = null;

  /**
   * Asks the worker, which starts with the first question. One that failed is exchanged for a fresh one, which holds
   * no case: `generation` tells.
   * @throws DiceLensError workerEnded where it failed
   */
  async ask<Value>(question: (session: Remote<PatchPicturesSession>) => Promise<Value>): Promise<Value> {
    const { session } = (this.#running ??= this.#start());
    const ended = new Promise<never>((_, reject) => (this.#failed = reject));
    return Promise.race([question(session), ended]);
  }

  /** Counts the workers so far. */
  generation = 0;

  #start() {
    this.generation++;
    const worker = new Worker(new URL('./patch-pictures.worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      worker.terminate();
      this.#running = null;
      this.#failed?.(new DiceLensError('workerEnded', undefined));
    });
    return { worker, session: wrap<PatchPicturesSession>(worker) };
  }
}
