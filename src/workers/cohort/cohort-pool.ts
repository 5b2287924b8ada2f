import { wrap, type Remote } from 'comlink';
import type { CohortStatistics, WayOfModels } from '../../core/cohort/cohort-statistics.ts';
import { DiceLensError } from '../../core/errors.ts';
import type { CaseErrors } from '../../core/errors-of-case/pictured-errors.ts';
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
export interface CohortListener<Job extends CohortJob, Result = CountedCohortCase> {
  readonly done: (job: Job, result: Result) => void;
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
   * Statistics of all models both ways, in a worker of their own.
   * @throws the signal's reason, once aborted
   */
  computeStatistics(ways: readonly WayOfModels[], signal: AbortSignal): Promise<CohortStatistics> {
    return this.#once((calls) => Promise.race([calls.computeStatistics(ways), rejectOn(signal)]));
  }

  /**
   * Counts all jobs. A case that fails is told and passed over, the others go on; one whose worker dies gets the
   * error cohortCaseEnded, and a fresh worker takes the next.
   * @throws the signal's reason, once aborted; the workers are ended at once
   */
  count<Job extends CohortJob>(
    jobs: readonly Job[],
    setting: CohortSetting,
    listener: CohortListener<Job>,
    signal: AbortSignal,
  ): Promise<void> {
    return this.#each(jobs, (calls, job) => calls.countCase(job, setting), listener, signal);
  }

  /** Takes the errors of all jobs apart, as `count` counts them. */
  findErrors<Job extends CohortJob>(
    jobs: readonly Job[],
    setting: CohortSetting,
    listener: CohortListener<Job, CaseErrors>,
    signal: AbortSignal,
  ): Promise<void> {
    return this.#each(jobs, (calls, job) => calls.findErrors(job, setting), listener, signal);
  }

  async #each<Job extends CohortJob, Result>(
    jobs: readonly Job[],
    call: (calls: Remote<CohortWorker>, job: Job) => Promise<Outcome<Result>>,
    { done, failed }: CohortListener<Job, Result>,
    signal: AbortSignal,
  ): Promise<void> {
    const size = Math.min(cohortWorkers(), jobs.length);
    const stopped = rejectOn(signal);
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
          done(job, unwrap(await Promise.race([call(calls, job), lost, stopped])));
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

/** Rejects once the signal is aborted. */
function rejectOn(signal: AbortSignal): Promise<never> {
  const stopped = new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason as Error);
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
  stopped.catch(() => {}); // nobody waits for it once all is done
  return stopped;
}
