import { wrap, type Remote } from 'comlink';
import type { CaseSession } from './case-session.ts';

/** Calls that work on the volumes of the open case. */
const NEEDS_OPEN_CASE: readonly string[] = [
  'openChannel',
  'readPlanes',
  'readVoxel',
  'findPieces',
  'defineRegions',
  'readScheme',
] satisfies readonly (keyof CaseSession)[];

/**
 * The worker that owns the volumes, exchanged for a fresh one where it fails or does not stop. Calls under way are
 * aborted then; calls that need the open case wait until the fresh worker has opened it again.
 */
export class CaseWorker {
  #worker: Worker | null = null;
  #remote: Remote<CaseSession> | null = null;
  #replaced = new AbortController();
  #reopened: Promise<unknown> = Promise.resolve();

  /** Calls go to the worker of the moment. */
  readonly session: Remote<CaseSession>;

  /**
   * @param onFailure the worker failed and a fresh one stands in its place
   * @param reopen opens in a fresh worker what was open, by calls to the session it is given
   */
  constructor(
    readonly onFailure: () => void,
    readonly reopen: (session: Remote<CaseSession>) => Promise<unknown>,
  ) {
    this.#start();
    const call =
      (name: string) =>
      (...facts: unknown[]) =>
        this.#call(name, facts);
    this.session = new Proxy({} as Remote<CaseSession>, {
      get: (_, name) => (typeof name === 'string' && name !== 'then' ? call(name) : undefined),
    });
  }

  /** Ends the worker, whatever it does, and starts a fresh one in which the open case is opened again. */
  replace(): void {
    this.#worker?.terminate();
    this.#replaced.abort(new DOMException('The worker was replaced.', 'AbortError'));
    this.#start();
    if (this.#remote) this.#reopened = this.reopen(this.#remote);
    this.#reopened.catch(() => {}); // seen by the calls that wait for it
  }

  #start(): void {
    const worker = new Worker(new URL('./case.worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      if (worker !== this.#worker) return;
      this.replace();
      this.onFailure();
    });
    this.#worker = worker;
    this.#remote = wrap<CaseSession>(worker);
    this.#replaced = new AbortController();
  }

  async #call(name: string, facts: readonly unknown[]): Promise<unknown> {
    if (NEEDS_OPEN_CASE.includes(name)) await this.#reopened;
    const { signal } = this.#replaced;
    const ended = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    });
    const methods = this.#remote as unknown as Record<string, (...facts: readonly unknown[]) => unknown>;
    return Promise.race([methods[name](...facts), ended]);
  }
}
