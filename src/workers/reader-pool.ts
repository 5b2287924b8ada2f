import { wrap, type Remote } from 'comlink';
import type { Reader } from './reader.worker.ts';
import { unwrap, type Outcome } from './outcome.ts';

interface Member {
  readonly worker: Worker;
  readonly reader: Remote<Reader>;
  busy: boolean;
}

/**
 * Reads files side by side, each in a worker of its own. A stopped pool ends its workers at once, however deep
 * they are in a file; the next file starts fresh ones.
 */
export class ReaderPool {
  #members: Member[] = [];
  #waiting: (() => void)[] = [];

  constructor(readonly size: number) {}

  /** Runs one reading in a free worker. Rejects at once when the signal is aborted. */
  async read<Value>(
    job: (reader: Remote<Reader>) => Promise<Outcome<Value>>,
    signal: AbortSignal,
  ): Promise<Value> {
    signal.throwIfAborted();
    const member = await this.#take(signal);
    const stopped = new Promise<never>((_, reject) => {
      member.worker.addEventListener('error', (event) => reject(new Error(event.message)), { once: true });
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    });
    try {
      const value = unwrap(await Promise.race([job(member.reader), stopped]));
      this.#release(member);
      return value;
    } catch (error) {
      if (signal.aborted || !isSaid(error)) this.#drop(member);
      else this.#release(member);
      throw error;
    }
  }

  /** Ends every worker. */
  close(): void {
    for (const { worker } of this.#members) worker.terminate();
    this.#members = [];
  }

  async #take(signal: AbortSignal): Promise<Member> {
    for (;;) {
      signal.throwIfAborted();
      const free = this.#members.find(({ busy }) => !busy);
      const member = free ?? (this.#members.length < this.size ? this.#start() : null);
      if (member) {
        member.busy = true;
        return member;
      }
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  #start(): Member {
    const worker = new Worker(new URL('./reader.worker.ts', import.meta.url), { type: 'module' });
    const member: Member = { worker, reader: wrap<Reader>(worker), busy: false };
    this.#members.push(member);
    return member;
  }

  #release(member: Member): void {
    member.busy = false;
    this.#waiting.shift()?.();
  }

  #drop(member: Member): void {
    member.worker.terminate();
    this.#members = this.#members.filter((other) => other !== member);
    this.#waiting.shift()?.();
  }
}

function isSaid(error: unknown): boolean {
  return error instanceof Error && error.name === 'DiceLensError';
}
