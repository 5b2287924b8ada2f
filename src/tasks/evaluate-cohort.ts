import { DiceLensError } from '../core/errors.ts';

/** What a case came to: its result, or what was wrong with its files. */
export type CaseOutcome<Result> = { readonly value: Result } | { readonly error: DiceLensError };

/** One that evaluates a case at a time: a thread, or this one. */
export type CaseWorker<Case, Result> = (one: Case) => Promise<Result>;

export interface CohortContext<Case, Result> {
  readonly signal?: AbortSignal;
  /** Told of every outcome in the order of the cases, however they were shared out. */
  readonly deliver: (one: Case, outcome: CaseOutcome<Result>) => void | Promise<void>;
  /** Told how many cases are done, delivered or not. */
  readonly progress?: (done: number, total: number) => void;
}

/** How many outcomes may wait for an earlier one, per worker, before a worker pauses. */
const WAITING_PER_WORKER = 16;

/**
 * Shares cases out among workers, each with one case at a time, so that memory is bounded by the number of workers.
 * A case that fails with a DiceLensError is an outcome; anything else that is thrown ends the work.
 * @throws what a worker throws; the signal's reason, once aborted, after the cases under way
 */
export async function evaluateCohort<Case, Result>(
  cases: readonly Case[],
  workers: readonly CaseWorker<Case, Result>[],
  { signal, deliver, progress }: CohortContext<Case, Result>,
): Promise<void> {
  const waiting = new Map<number, CaseOutcome<Result>>();
  let [next, delivered, done] = [0, 0, 0];
  let failure: { readonly reason: unknown } | null = null;
  let delivering = Promise.resolve();
  let wake = () => {};
  let room = new Promise<void>((resolve) => (wake = resolve));

  const deliverWaiting = async () => {
    for (let outcome = waiting.get(delivered); outcome; outcome = waiting.get(delivered)) {
      await deliver(cases[delivered], outcome);
      waiting.delete(delivered++);
    }
    wake();
    room = new Promise((resolve) => (wake = resolve));
  };
  const work = async (worker: CaseWorker<Case, Result>) => {
    while (next < cases.length && failure === null) {
      signal?.throwIfAborted();
      if (next - delivered >= workers.length * WAITING_PER_WORKER) {
        await room;
        continue;
      }
      const index = next++;
      waiting.set(index, await settle(worker(cases[index])));
      progress?.(++done, cases.length);
      await (delivering = delivering.then(deliverWaiting));
    }
  };
  await Promise.all(
    workers.map((worker) =>
      work(worker).catch((reason: unknown) => {
        failure ??= { reason };
        wake();
      }),
    ),
  );
  if (failure !== null) throw (failure as { readonly reason: unknown }).reason;
}

async function settle<Result>(work: Promise<Result>): Promise<CaseOutcome<Result>> {
  try {
    return { value: await work };
  } catch (error) {
    if (error instanceof DiceLensError) return { error };
    throw error;
  }
}
