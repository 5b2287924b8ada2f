import { wrap, type Remote } from 'comlink';
import { DiceLensError } from '../../core/errors.ts';
import { evaluateCohort } from '../../tasks/evaluate-cohort.ts';
import type { NamedFile } from '../case/named-file.ts';
import { unwrap, type Outcome } from '../outcome.ts';
import type {
  CohortJob,
  CohortSetting,
  CohortWorker,
  CountedCohortCase,
  ReadSetting,
  ReadSummary,
} from './cohort-job.ts';

/** What a case came to, told as soon as it is known, whatever the order. */
export interface CohortListener<Job extends CohortJob> {
  readonly done: (job: Job, counted: CountedCohortCase) => void;
  readonly failed: (job: Job, error: DiceLensError) => void;
}

interface Member {
  readonly worker: Worker;
  readonly calls: Remote<CohortWorker>;
  /** Rejects once the worker has failed. */
  readonly failure: Promise<never>;
}

/** More workers would not read faster from one disk, and each holds a whole case. */
const MOST = 4;

/** How many cases are counted at a time: one core stays with the page. */
export function cohortWorkers(): number {
  return Math.max(1, Math.min(MOST, navigator.hardwareConcurrency - 1));
}

/** Counts the cases of a cohort, each worker one at a time, so that memory is bounded by their number. */
export class CohortPool {
  #members = new Set<Member>();

  /**
   * What dataset.json says of labels and regions.
   * @throws DiceLensError for what is wrong with it
   */
  readSetting(dataset: NamedFile | null, labelNames: NamedFile | null): Promise<ReadSetting> {
    return this.#once((calls) => calls.readSetting(dataset, labelNames));
  }

  /**
   * A summary.json, and the volume of a voxel where dataset_fingerprint.json tells it of all cases.
   * @throws DiceLensError for what is wrong with it
   */
  readSummary(file: NamedFile, fingerprint: NamedFile | null): Promise<ReadSummary> {
    return this.#once((calls) => calls.readSummary(file, fingerprint));
  }

  /**
   * Counts all jobs. A case that fails is told and passed over, the others go on; one whose worker dies gets the
   * error cohortCaseEnded, and a fresh worker takes the next.
   * @throws the signal's reason, once aborted; the workers are ended at once
   */
  async count<Job extends CohortJob>(
    jobs: readonly Job[],
    setting: CohortSetting,
    { done, failed }: CohortListener<Job>,
    signal: AbortSignal,
  ): Promise<void> {
    const size = Math.min(cohortWorkers(), jobs.length);
    const stopped = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    });
    stopped.catch(() => {}); // nobody waits for it once all is counted
    const workers = Array.from({ length: size }, () => {
      let member: Member | null = null;
      return async (job: Job) => {
        member ??= this.#start();
        const { calls, failure } = member;
        try {
          const lost = failure.catch(() => {
            if (member) this.#end(member);
            member = null;
            throw new DiceLensError('cohortCaseEnded', { case: job.name });
          });
          const counted = unwrap(await Promise.race([calls.countCase(job, setting), lost, stopped]));
          done(job, counted);
        } catch (error) {
          if (error instanceof DiceLensError) failed(job, error);
          else throw error;
        }
      };
    });
    try {
      await evaluateCohort(jobs, workers, { signal, deliver: () => {} });
    } finally {
      this.close();
    }
  }

  /** Ends every worker, whatever it does. */
  close(): void {
    for (const member of this.#members) this.#end(member);
  }

  async #once<Value>(call: (calls: Remote<CohortWorker>) => Promise<Outcome<Value>>): Promise<Value> {
    const member = this.#start();
    try {
      return unwrap(await Promise.race([call(member.calls), member.failure]));
    } finally {
      this.#end(member);
    }
  }

  #start(): Member {
    const worker = new Worker(new URL('./cohort.worker.ts', import.meta.url), { type: 'module' });
    const failure = new Promise<never>((_, reject) => {
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        reject(new DiceLensError('workerEnded', undefined));
      });
    });
    failure.catch(() => {}); // seen by whoever waits for a call
    const member: Member = { worker, calls: wrap<CohortWorker>(worker), failure };
    this.#members.add(member);
    return member;
  }

  #end(member: Member): void {
    member.worker.terminate();
    this.#members.delete(member);
  }
}
