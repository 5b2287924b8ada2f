import { wrap, type Remote } from 'comlink';
import { DiceLensError } from '../../core/errors.ts';
import type { Reader } from './reader.worker.ts';
import { unwrap, type Outcome } from '../outcome.ts';

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

  /**
   * Runs one reading in a free worker; `file` is for the sentence. Rejects at once when the signal is aborted.
   * @throws DiceLensError readerEnded where the worker failed: the next file gets a fresh one.
   */
  async read<Value>(
    job: (reader: Remote<Reader>) => Promise<Outcome<Value>>,
    signal: AbortSignal,
    file: string,
  ): Promise<Value> {
    const member = await this.#take(signal);
    const { worker, reader } = member;
    const over = new AbortController(); // takes the listeners off again
    const stopped = new Promise<never>((_, reject) => {
      const once = { once: true, signal: over.signal };
      worker.addEventListener('error', () => reject(new DiceLensError('readerEnded', { file })), once);
      signal.addEventListener('abort', () => reject(signal.reason as Error), once);
      if (signal.aborted) reject(signal.reason as Error); // while a worker was looked for
    });
    let isUsable = false;
    try {
      const outcome = await Promise.race([job(reader), stopped]);
      isUsable = true;
      return unwrap(outcome);
    } finally {
      over.abort();
      if (isUsable) this.#release(member);
      else this.#drop(member);
    }
  }

  /** Starts so many workers, as far as the pool has room, before there is anything to read. */
  start(count: number): void {
    while (this.#members.length < Math.min(count, this.size)) this.#start();
  }

  /** Ends every worker. */
  close(): void {
    for (const { worker } of this.#members) worker.terminate();
    this.#members = [];
  }

  async #take(signal: AbortSignal): Promise<Member> {
    for (;;) {
      if (signal.aborted) this.#waiting.shift()?.(); // another one may have the place
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
    worker.addEventListener('error', (event) => {
      event.preventDefault(); // else it goes on to the thread that holds the volumes, and ends that too
      this.#drop(member);
    });
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
