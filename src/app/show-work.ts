import type { App } from './app.ts';
import type { Work } from './state.ts';

/** A worker that does not stop within this time is replaced. */
const PATIENCE_MS = 2000;
let latest = 0;

/** Shows how far a long piece of work has come until it ends; the work that began last is the one on screen. */
export async function showWork<Value>(
  { store }: App,
  file: string,
  work: (progress: (work: Work) => void) => Promise<Value>,
): Promise<Value> {
  const own = ++latest;
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
  const stopped = latest;
  void app.session.abort().catch(() => {}); // the worker was replaced before it answered
  setTimeout(() => {
    if (stopped === latest && app.store.state.work) app.replaceWorker();
  }, PATIENCE_MS);
}
