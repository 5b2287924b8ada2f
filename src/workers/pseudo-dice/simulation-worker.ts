import { proxy, wrap, type Remote } from 'comlink';
import { DiceLensError } from '../../core/errors.ts';
import type { EvaluationSummary } from '../../core/runs/run-summary.ts';
import type { SamplerSettings } from '../../core/pseudo-dice/patch-settings.ts';
import type { NamedFile } from '../case/named-file.ts';
import { unwrap, type Outcome } from '../outcome.ts';
import type {
  Plans,
  Simulated,
  SimulatedVariant,
  SimulationProgress,
  SimulationRequest,
  SimulationSession,
} from './simulation-session.ts';

/** A worker that does not stop within this time is replaced. */
const PATIENCE_MS = 2000;

interface Running {
  readonly worker: Worker;
  readonly session: Remote<SimulationSession>;
  /** Rejects every call under way. */
  readonly stops: Set<(reason: Error) => void>;
}

type Tell = (progress: SimulationProgress) => void;

/** Simulates in a worker of its own, which starts with the first call; what is asked for last is what it does. */
export class SimulationWorker {
  #running: Running | null = null;

  /** @throws DiceLensError of `simulatePseudoDice`; AbortError, once stopped or asked for something else */
  simulate(request: SimulationRequest, tell: Tell): Promise<Simulated> {
    return this.#call((session) => session.simulate(request, proxy(tell)));
  }

  /** Other settings on the cases that were simulated last. @throws as `simulate` */
  compare(settings: readonly SamplerSettings[], tell: Tell): Promise<readonly SimulatedVariant[]> {
    return this.#call((session) => session.compare(settings, proxy(tell)));
  }

  /** @throws FormatError for what are no plans */
  readPlans(file: NamedFile): Promise<Plans> {
    return this.#call((session) => session.readPlans(file));
  }

  /** @throws FormatError for what is no summary of nnU-Net's */
  readSummary(file: NamedFile): Promise<EvaluationSummary> {
    return this.#call((session) => session.readSummary(file));
  }

  /** Ends what is under way, at once for those who wait; cases that were read stay, unless the worker is stuck. */
  stop(): void {
    const { session, stops } = this.#running ?? {};
    if (!session || !stops || stops.size === 0) return;
    for (const stop of stops) stop(new DOMException('Stopped.', 'AbortError'));
    const stuck = this.#running;
    const timer = setTimeout(() => {
      if (stuck === this.#running) this.#end(new DOMException('Stopped.', 'AbortError'));
    }, PATIENCE_MS);
    void session
      .abort()
      .then(() => clearTimeout(timer))
      .catch(() => {}); // the worker was replaced before it answered
  }

  async #call<Value>(work: (session: Remote<SimulationSession>) => Promise<Outcome<Value>>): Promise<Value> {
    const { session, stops } = (this.#running ??= this.#start());
    let stop: (reason: Error) => void = () => {};
    const stopped = new Promise<never>((_, reject) => (stop = reject));
    stops.add(stop);
    try {
      return unwrap(await Promise.race([work(session), stopped]));
    } finally {
      stops.delete(stop);
    }
  }

  #end(reason: Error): void {
    const ended = this.#running;
    this.#running = null;
    ended?.worker.terminate();
    for (const stop of ended?.stops ?? []) stop(reason);
  }

  #start(): Running {
    const worker = new Worker(new URL('./simulation.worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('error', () => this.#end(new DiceLensError('workerEnded', undefined)));
    return { worker, session: wrap<SimulationSession>(worker), stops: new Set() };
  }
}
