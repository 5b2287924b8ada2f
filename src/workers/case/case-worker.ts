import { wrap, type Remote } from 'comlink';
import type { CaseSession } from './case-session.ts';

type Calls = Readonly<Record<string, (...facts: readonly unknown[]) => Promise<unknown>>>;

/** Calls that need no open case and wait for none. */
const FREE: readonly string[] = ['sortFiles', 'abort'] satisfies readonly (keyof CaseSession)[];

interface Running {
  readonly worker: Worker;
  readonly calls: Calls;
  readonly pending: Set<(reason: unknown) => void>;
}

/**
 * The worker that owns the volumes, exchanged for a fresh one where it fails or does not stop. Calls under way
 * are aborted then, and later ones wait until the case that was open has been opened again.
 */
export class CaseWorker {
  #running: Running | null = null;
  #reopening: Promise<boolean> | null = null;

  /** Its calls go to the worker of the moment; without one they start it. */
  readonly session: Remote<CaseSession> = sessionOf((name, facts) => this.#call(name, facts));

  /**
   * @param onFailure says that the worker failed; a fresh one takes its place
   * @param reopen opens again what was open, by calls to the session that it is given; gives whether that was done
   */
  constructor(
    readonly onFailure: () => void,
    readonly reopen: (session: Remote<CaseSession>) => Promise<boolean>,
  ) {}

  /** Starts the worker before there is anything to do for it. */
  start(): void {
    this.#running ??= this.#start();
  }

  /** Ends the worker, whatever it does. A case that cannot be opened again is not tried twice. */
  replace(): void {
    const ended = this.#running;
    this.#running = null;
    ended?.worker.terminate();
    const fresh = sessionOf((name, facts) => this.#send(name, facts));
    this.#reopening ??= this.reopen(fresh).finally(() => (this.#reopening = null));
    for (const reject of ended?.pending ?? []) reject(aborted());
  }

  async #call(name: string, facts: readonly unknown[]): Promise<unknown> {
    if (this.#reopening && !FREE.includes(name)) {
      const isOpen = await this.#reopening;
      if (!isOpen && name !== 'openCase') throw aborted();
    }
    return this.#send(name, facts);
  }

  #send(name: string, facts: readonly unknown[]): Promise<unknown> {
    const { calls, pending } = (this.#running ??= this.#start());
    return new Promise((resolve, reject) => {
      pending.add(reject);
      void calls[name](...facts)
        .then(resolve, reject)
        .finally(() => pending.delete(reject));
    });
  }

  #start(): Running {
    const worker = new Worker(new URL('./case.worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('error', () => {
      if (worker !== this.#running?.worker) return;
      this.replace();
      this.onFailure();
    });
    return { worker, calls: wrap<CaseSession>(worker) as unknown as Calls, pending: new Set() };
  }
}

function sessionOf(call: (name: string, facts: readonly unknown[]) => Promise<unknown>): Remote<CaseSession> {
  const isCall = (name: string | symbol): name is string => typeof name === 'string' && name !== 'then';
  return new Proxy({} as Remote<CaseSession>, {
    get: (_, name) => (isCall(name) ? (...facts: unknown[]) => call(name, facts) : undefined),
  });
}

function aborted(): DOMException {
  return new DOMException('The worker was replaced.', 'AbortError');
}
