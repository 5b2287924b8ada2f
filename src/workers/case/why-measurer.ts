import { wrap, type Remote } from 'comlink';
import { DiceLensError } from '../../core/errors.ts';
import { unwrap, type Outcome } from '../outcome.ts';
import type { MeasuredVolumes, Measurer } from './why-measure.worker.ts';

interface Running {
  readonly worker: Worker;
  readonly measurer: Remote<Measurer>;
  readonly of: MeasuredVolumes;
  readonly opened: Promise<void>;
  readonly fail: Set<(reason: Error) => void>;
}

/**
 * Measures structures in a worker of its own, so that slices never wait. A stop ends it at once, however deep it is; the
 * next call starts a fresh one.
 */
export class WhyMeasurer {
  #running: Running | null = null;

  /**
   * Asks the worker about these volumes; other ones than before take their place, and end what is under way.
   * @throws DiceLensError measurerEnded where the worker failed; AbortError where it was stopped
   */
  async ask<Value>(
    of: MeasuredVolumes,
    question: (measurer: Remote<Measurer>) => Promise<Outcome<Value>>,
  ): Promise<Value> {
    if (this.#running?.of !== of) this.stop();
    const { measurer, opened, fail } = (this.#running ??= start(of));
    let reject: (reason: Error) => void = () => {};
    const ended = new Promise<never>((_, refuse) => (reject = refuse));
    fail.add(reject);
    try {
      await Promise.race([opened, ended]);
      return unwrap(await Promise.race([question(measurer), ended]));
    } finally {
      fail.delete(reject);
    }
  }

  /** Ends the worker; what is under way rejects. */
  stop(reason: Error = new DOMException('The measuring was stopped.', 'AbortError')): void {
    const ended = this.#running;
    this.#running = null;
    ended?.worker.terminate();
    for (const reject of ended?.fail ?? []) reject(reason);
  }
}

function start(of: MeasuredVolumes): Running {
  const worker = new Worker(new URL('./why-measure.worker.ts', import.meta.url), { type: 'module' });
  const fail = new Set<(reason: Error) => void>();
  worker.addEventListener('error', (event) => {
    event.preventDefault(); // else it ends the thread that holds the volumes too
    for (const reject of fail) reject(new DiceLensError('measurerEnded', undefined));
  });
  const measurer = wrap<Measurer>(worker);
  const opened = measurer.open(of);
  opened.catch(() => {}); // a stop rejects whoever waits for it
  return { worker, measurer, of, opened, fail };
}
