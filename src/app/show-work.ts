import type { App } from './app.ts';
import type { Work } from './state.ts';

/** A worker that does not stop within this time is replaced. */
const PATIENCE_MS = 2000;
let latest = 0;
/** Of the work on screen, where it is not the case's. */
let stopOwn: (() => void) | null = null;

/**
 * Shows how far a long piece of work has come until it ends; the work that began last is the one on screen. `stop`
 * ends it where the session of the case does not do it.
 */
export async function showWork<Value>(
  { store }: App,
  file: string,
  work: (progress: (work: Work) => void) => Promise<Value>,
  stop: (() => void) | null = null,
): Promise<Value> {
  const own = ++latest;
  stopOwn = stop;
  store.change({ work: { file, doneBytes: 0, totalBytes: 0 } });
  try {
    return await work((progress) => {
      if (own === latest && store.state.work) store.change({ work: progress });
    });
  } finally {
    if (own === latest) store.change({ work: null });
  }
}

/** Stops the work on screen; what was open stays. */
export function stopWork(app: App): void {
  if (stopOwn) return stopOwn();
  const stopped = latest;
  void app.session.abort().catch(() => {}); // the worker was replaced before it answered
  setTimeout(() => {
    if (stopped === latest && app.store.state.work) app.replaceWorker();
  }, PATIENCE_MS);
}
