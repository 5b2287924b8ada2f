import { parentPort, Worker, workerData } from 'node:worker_threads';
import { DiceLensError, type ErrorCode, type ErrorFacts } from '../../core/errors.ts';
import { openCpuEngine } from '../../engine/cpu/cpu-engine.ts';
import type { EngineReport } from '../../engine/engine.ts';
import { evaluateJob, type CaseAnswer, type CaseJob, type CaseWishes } from './case-job.ts';

/** What a thread is started with. `report` is the main thread's, so that results are the same. */
interface ThreadData {
  readonly wishes: CaseWishes;
  readonly report: EngineReport;
}

/** What a thread sends back; the sentence of an error is made where it is shown. */
type ThreadReply =
  { readonly answer: CaseAnswer } | { readonly error: { readonly code: ErrorCode; readonly facts: unknown } };

/** A thread that counts cases on the CPU, one at a time. */
export interface CaseThread {
  /** @throws DiceLensError of the case; caseThreadEnded where the thread ended of itself, and a new one takes over */
  evaluate(job: CaseJob): Promise<CaseAnswer>;
  close(): Promise<void>;
}

/** Opens a thread; it starts with its first case. `entry` is a module that calls `serveCases` off the main thread. */
export function openCaseThread(entry: URL, data: ThreadData): CaseThread {
  let worker: Worker | null = null;
  let pending: PendingCase | null = null;
  const settle = (by: (pending: PendingCase) => void) => {
    const settled = pending;
    pending = null;
    if (settled) by(settled);
  };
  const start = () => {
    const started = new Worker(entry, { workerData: data });
    const ended = (error: NodeJS.ErrnoException | null) => {
      worker = null;
      const isBug = error !== null && error.code !== 'ERR_WORKER_OUT_OF_MEMORY';
      settle(({ job, reject }) =>
        reject(isBug ? error : new DiceLensError('caseThreadEnded', { case: job.name })),
      );
    };
    started.on('message', (reply: ThreadReply) =>
      settle(({ resolve, reject }) => {
        if ('answer' in reply) resolve(reply.answer);
        else reject(new DiceLensError(reply.error.code, reply.error.facts as ErrorFacts<ErrorCode>));
      }),
    );
    started.on('error', ended);
    started.on('exit', () => ended(null));
    return started;
  };
  return {
    evaluate: (job) =>
      new Promise((resolve, reject) => {
        pending = { job, resolve, reject };
        worker ??= start();
        worker.postMessage(job);
      }),
    async close() {
      pending = null;
      await worker?.terminate();
    },
  };
}

/** The case that a thread is at. */
interface PendingCase {
  readonly job: CaseJob;
  resolve(answer: CaseAnswer): void;
  reject(reason: unknown): void;
}

/** The other end: evaluates what it is sent, until it is ended. A bug ends it, and arrives as it was thrown. */
export function serveCases(): void {
  const { wishes, report } = workerData as ThreadData;
  const engine = openCpuEngine(report.reason ?? 'asked', report.adapter);
  parentPort?.on('message', (job: CaseJob) => {
    evaluateJob(job, wishes, engine).then(
      (answer) => parentPort?.postMessage({ answer } satisfies ThreadReply),
      (error: unknown) => {
        if (!(error instanceof DiceLensError)) throw error;
        const { code, facts } = error;
        parentPort?.postMessage({ error: { code, facts } } satisfies ThreadReply);
      },
    );
  });
}
