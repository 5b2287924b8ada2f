/** How far a file or a count has come; `total` is 0 where it is not known. */
export interface Progress {
  readonly file: string;
  readonly doneBytes: number;
  readonly totalBytes: number;
}

/** What every task is given: it looks at `signal` between pieces of work and tells how far it has come. */
export interface TaskContext {
  readonly signal: AbortSignal;
  readonly progress: (progress: Progress) => void;
}

/** For callers that neither stop nor watch. */
export const UNWATCHED: TaskContext = { signal: new AbortController().signal, progress: () => {} };
